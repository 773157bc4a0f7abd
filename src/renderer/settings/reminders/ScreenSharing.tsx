import { useApp } from '../../kit/AppContext.tsx';
import { SegmentedChoice } from '../../kit/widgets/SegmentedChoice.tsx';
import { Switch } from '../../kit/widgets/Switch.tsx';
import { SettingRow, SettingsGroup } from '../SettingsGroup.tsx';
import { useSettings } from '../../kit/useSettings.ts';
import { texts } from '../texts.ts';

/** What others can read while the screen is shared. */
export function ScreenSharing() {
  const { settings, change } = useSettings();
  const isLinux = useApp((state) => state.info?.platform === 'linux');
  return (
    <SettingsGroup>
      <SettingRow label={texts.hideTitles} hint={texts.hideTitlesHint}>
        <Switch
          aria-label={texts.hideTitles}
          isSelected={settings.hidesTitles}
          onChange={(hidesTitles) => change({ hidesTitles })}
        />
      </SettingRow>
      {isLinux ? (
        <SettingRow label={texts.keepOutLinux} hint={texts.keepOutLinuxHint}>
          {null}
        </SettingRow>
      ) : (
        <SettingRow label={texts.keepOut} hint={texts.keepOutHint}>
          <SegmentedChoice
            label={texts.keepOut}
            value={settings.keptFromCapture}
            options={[
              { value: 'none', label: texts.none },
              { value: 'reminders', label: texts.alertWindow },
              { value: 'all', label: texts.allWindows },
            ]}
            onChange={(keptFromCapture) => change({ keptFromCapture })}
          />
        </SettingRow>
      )}
    </SettingsGroup>
  );
}
