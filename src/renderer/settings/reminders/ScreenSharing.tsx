import { useApp } from '../../kit/AppContext.tsx';
import { SegmentedChoice } from '../../kit/widgets/SegmentedChoice.tsx';
import { Switch } from '../../kit/widgets/Switch.tsx';
import { SettingRow, SettingsGroup } from '../SettingsGroup.tsx';
import { useSettings } from '../../kit/useSettings.ts';

/** What others can read while the screen is shared. */
export function ScreenSharing() {
  const { settings, change } = useSettings();
  const isLinux = useApp((state) => state.info?.platform === 'linux');
  return (
    <SettingsGroup title="Screen sharing">
      <SettingRow label="Hide titles" hint="Reminders say “Meeting”. H hides and shows them at any time.">
        <Switch
          aria-label="Hide titles"
          isSelected={settings.hidesTitles}
          onChange={(hidesTitles) => change({ hidesTitles })}
        />
      </SettingRow>
      {isLinux ? (
        <SettingRow
          label="Keep windows out of screen sharing"
          hint="Linux has no way to do that: others see all that is on a shared screen. Hide titles, or share a single window."
        >
          {null}
        </SettingRow>
      ) : (
        <SettingRow
          label="Keep out of screen sharing"
          hint="These windows stay out of shared screens and screenshots. The system’s own notifications do not."
        >
          <SegmentedChoice
            label="Keep out of screen sharing"
            value={settings.keptFromCapture}
            options={[
              { value: 'none', label: 'None' },
              { value: 'reminders', label: 'Large window' },
              { value: 'all', label: 'All windows' },
            ]}
            onChange={(keptFromCapture) => change({ keptFromCapture })}
          />
        </SettingRow>
      )}
    </SettingsGroup>
  );
}
