import { useApp } from '../../kit/AppContext.tsx';
import { KeyList } from '../../keys/KeyList.tsx';
import { Switch } from '../../kit/widgets/Switch.tsx';
import { Choice } from '../../kit/widgets/Choice.tsx';
import { SettingRow, SettingsGroup } from '../SettingsGroup.tsx';
import { useSettings } from '../../kit/useSettings.ts';
import { joinKeyChoices, NO_KEYS } from './joinKeys.ts';
import { texts } from '../texts.ts';

/** The global shortcut that joins the next meeting. */
function JoinKeys() {
  const { settings, change } = useSettings();
  const platform = useApp((state) => state.info?.platform);
  const isMac = platform === 'darwin';
  return (
    <SettingRow
      label={texts.joinKeys}
      hint={platform === 'linux' ? texts.joinKeysHintWayland : texts.joinKeysHint}
    >
      <Choice
        label={texts.joinKeys}
        value={settings.joinKeys ?? NO_KEYS}
        options={joinKeyChoices(settings.joinKeys, isMac)}
        onChange={(keys) => change({ joinKeys: keys === NO_KEYS ? null : keys })}
      />
    </SettingRow>
  );
}

/** The join shortcut, whether single letters are keys, and all keys. */
export function KeySettings() {
  const { settings, change } = useSettings();
  return (
    <SettingsGroup>
      <JoinKeys />
      <SettingRow label={texts.letterKeys} hint={texts.letterKeysHint}>
        <Switch
          aria-label={texts.letterKeys}
          isSelected={settings.hasLetterKeys}
          onChange={(hasLetterKeys) => change({ hasLetterKeys })}
        />
      </SettingRow>
      <KeyList />
    </SettingsGroup>
  );
}
