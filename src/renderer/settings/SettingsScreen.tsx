import { useApp } from '../kit/AppContext.tsx';
import { ScreenHead } from '../kit/ScreenHead.tsx';
import { SegmentedChoice } from '../kit/widgets/SegmentedChoice.tsx';
import { Switch } from '../kit/widgets/Switch.tsx';
import { AboutApp } from './about/AboutApp.tsx';
import { MoveData } from './data/MoveData.tsx';
import { JoiningSettings } from './joining/JoiningSettings.tsx';
import { KeySettings } from './KeySettings.tsx';
import { NotesFolder } from './NotesFolder.tsx';
import { PrivateAddresses } from './PrivateAddresses.tsx';
import { ReminderSettings } from './reminders/ReminderSettings.tsx';
import { ScreenSharing } from './reminders/ScreenSharing.tsx';
import { TodaysReminders } from './reminders/TodaysReminders.tsx';
import { SECTIONS } from './sections.ts';
import { goToSection, SettingRow, SettingsGroup } from './SettingsGroup.tsx';
import { StartAtLogin } from './StartAtLogin.tsx';
import { useSettings } from '../kit/useSettings.ts';
import { OtherZones } from './zones/OtherZones.tsx';
import { ZonePicker } from './zones/ZonePicker.tsx';
import { texts } from './texts.ts';

function Times() {
  const { settings, change } = useSettings();
  return (
    <SettingsGroup section="times">
      <SettingRow label={texts.timeZone}>
        <ZonePicker
          label={texts.timeZone}
          value={settings.zone}
          hasSystem
          onChange={(zone) => change({ zone })}
        />
      </SettingRow>
      <OtherZones zones={settings.otherZones} onChange={(otherZones) => change({ otherZones })} />
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
            { value: 'locale', label: texts.systemDefault },
            { value: '24', label: texts.hours24 },
            { value: '12', label: texts.hours12 },
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
    <SettingsGroup section="general">
      <SettingRow label={texts.theme}>
        <SegmentedChoice
          label={texts.theme}
          value={settings.theme}
          options={[
            { value: 'system', label: texts.systemDefault },
            { value: 'light', label: texts.light },
            { value: 'dark', label: texts.dark },
          ]}
          onChange={(theme) => change({ theme })}
        />
      </SettingRow>
      <StartAtLogin />
      <NotesFolder />
      <PrivateAddresses />
      <SettingRow label={texts.updateCatalogue} hint={texts.updateCatalogueHint}>
        <Switch
          aria-label={texts.updateCatalogue}
          isSelected={settings.updatesCatalogue}
          onChange={(updatesCatalogue) => change({ updatesCatalogue })}
        />
      </SettingRow>
      <MoveData />
    </SettingsGroup>
  );
}

const Sections = () => (
  <nav aria-label={texts.sectionList} className="settings-sections">
    {SECTIONS.map((section) => (
      <button key={section} type="button" className="settings-section" onClick={() => goToSection(section)}>
        {texts.sections[section]}
      </button>
    ))}
  </nav>
);

/** All settings; each takes effect immediately. */
export function SettingsScreen() {
  const isReady = useApp((state) => state.settings !== null);
  return (
    <div className="screen">
      <ScreenHead title={texts.settings} />
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
            <KeySettings />
            <AboutApp />
          </div>
        )}
      </div>
    </div>
  );
}
