import { KeyList } from '../keys/KeyList.tsx';
import { Switch } from '../kit/widgets/Switch.tsx';
import { useSettings } from '../kit/useSettings.ts';
import { SettingRow, SettingsGroup } from './SettingsGroup.tsx';
import { texts } from './texts.ts';

/** All keys, and whether single letters are among them. */
export function KeySettings() {
  const { settings, change } = useSettings();
  return (
    <SettingsGroup section="keys">
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
