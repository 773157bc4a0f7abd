import { SegmentedChoice } from '../../kit/widgets/SegmentedChoice.tsx';
import { Switch } from '../../kit/widgets/Switch.tsx';
import { useSettings } from '../../kit/useSettings.ts';
import { SettingRow, SettingsGroup } from '../SettingsGroup.tsx';
import { OtherZones } from './OtherZones.tsx';
import { ZonePicker } from './ZonePicker.tsx';
import { texts } from '../texts.ts';

/** Zones and clock. */
export function TimeSettings() {
  const { settings, change } = useSettings();
  return (
    <SettingsGroup>
      <SettingRow label={texts.timeZone}>
        <ZonePicker
          label={texts.timeZone}
          value={settings.zone}
          hasSystem
          onChange={(zone) => change({ zone })}
        />
      </SettingRow>
      <OtherZones
        zones={settings.otherZones}
        onChange={(otherZones, removed) =>
          change({ otherZones }, removed === undefined ? undefined : texts.zoneRemoved(removed))
        }
      />
      <SettingRow label={texts.showHomeZone} hint={texts.showHomeZoneHint}>
        <Switch
          aria-label={texts.showHomeZone}
          isSelected={settings.showHomeZone}
          onChange={(showHomeZone) => change({ showHomeZone })}
        />
      </SettingRow>
      <SettingRow label={texts.clock}>
        <SegmentedChoice
          label={texts.clock}
          value={settings.clock}
          options={[
            { value: 'locale', label: texts.automaticClock },
            { value: '24', label: texts.hours24 },
            { value: '12', label: texts.hours12 },
          ]}
          onChange={(clock) => change({ clock })}
        />
      </SettingRow>
    </SettingsGroup>
  );
}
