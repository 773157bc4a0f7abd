import { useApp } from '../kit/AppContext.tsx';
import { ScreenHead } from '../kit/ScreenHead.tsx';
import { SegmentedChoice } from '../kit/widgets/SegmentedChoice.tsx';
import { Switch } from '../kit/widgets/Switch.tsx';
import { AboutApp } from './about/AboutApp.tsx';
import { MoveData } from './data/MoveData.tsx';
import { JoiningSettings } from './joining/JoiningSettings.tsx';
import { NotesFolder } from './NotesFolder.tsx';
import { PrivateAddresses } from './PrivateAddresses.tsx';
import { ReminderSettings } from './reminders/ReminderSettings.tsx';
import { ScreenSharing } from './reminders/ScreenSharing.tsx';
import { TodaysReminders } from './reminders/TodaysReminders.tsx';
import { goToSection, SECTIONS, SettingRow, SettingsGroup } from './SettingsGroup.tsx';
import { StartAtLogin } from './StartAtLogin.tsx';
import { useSettings } from '../kit/useSettings.ts';
import { OtherZones } from './zones/OtherZones.tsx';
import { ZonePicker } from './zones/ZonePicker.tsx';

function Times() {
  const { settings, change } = useSettings();
  return (
    <SettingsGroup title="Times">
      <SettingRow label="Time zone">
        <ZonePicker label="Time zone" value={settings.zone} hasSystem onChange={(zone) => change({ zone })} />
      </SettingRow>
      <OtherZones zones={settings.otherZones} onChange={(otherZones) => change({ otherZones })} />
      <SettingRow label="Show the meeting’s own time" hint="Beside yours, where they differ.">
        <Switch
          aria-label="Show the meeting’s own time"
          isSelected={settings.showHomeZone}
          onChange={(showHomeZone) => change({ showHomeZone })}
        />
      </SettingRow>
      <SettingRow label="Clock">
        <SegmentedChoice
          label="Clock"
          value={settings.clock}
          options={[
            { value: 'locale', label: 'As usual here' },
            { value: '24', label: '24 hours' },
            { value: '12', label: '12 hours' },
          ]}
          onChange={(clock) => change({ clock })}
        />
      </SettingRow>
    </SettingsGroup>
  );
}

function General() {
  const { settings, change } = useSettings();
  return (
    <SettingsGroup title="General">
      <SettingRow label="Theme">
        <SegmentedChoice
          label="Theme"
          value={settings.theme}
          options={[
            { value: 'system', label: 'As the system' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
          onChange={(theme) => change({ theme })}
        />
      </SettingRow>
      <StartAtLogin />
      <NotesFolder />
      <PrivateAddresses />
      <SettingRow
        label="Keep the built-in communities up to date"
        hint="Asks GitHub for the groups’ own file every six hours. Nothing about you is sent."
      >
        <Switch
          aria-label="Keep the built-in communities up to date"
          isSelected={settings.updatesCatalogue}
          onChange={(updatesCatalogue) => change({ updatesCatalogue })}
        />
      </SettingRow>
      <MoveData />
    </SettingsGroup>
  );
}

const Sections = () => (
  <nav aria-label="Sections of the settings" className="settings-sections">
    {SECTIONS.map((title) => (
      <button key={title} type="button" className="settings-section" onClick={() => goToSection(title)}>
        {title}
      </button>
    ))}
  </nav>
);

/** All choices; each takes effect at once. */
export function SettingsScreen() {
  const isReady = useApp((state) => state.settings !== null);
  return (
    <div className="screen">
      <ScreenHead title="Settings" />
      {isReady && <Sections />}
      <div className="scroll">
        {isReady && (
          <div className="cards cards-narrow">
            <General />
            <Times />
            <ReminderSettings />
            <ScreenSharing />
            <TodaysReminders />
            <JoiningSettings />
            <AboutApp />
          </div>
        )}
      </div>
    </div>
  );
}
