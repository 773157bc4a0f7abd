import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { SETTINGS_SECTIONS, type SettingsSection } from '#core/settings/settingSections.ts';
import { useApp } from '../kit/AppContext.tsx';
import { SCREEN_TITLE_ID } from '../kit/ScreenHead.tsx';
import { Choice } from '../kit/widgets/Choice.tsx';
import { SearchBox } from '../kit/widgets/SearchBox.tsx';
import { AboutApp } from './about/AboutApp.tsx';
import { FoundSettings } from './FoundSettings.tsx';
import { GeneralSettings, LookSettings, PrivacySettings, PrivateNotesSettings } from './GeneralSettings.tsx';
import { JoiningSettings } from './joining/JoiningSettings.tsx';
import { KeySettings } from './keys/KeySettings.tsx';
import { NetworkSettings } from './network/NetworkSettings.tsx';
import { NotesFolder } from './NotesFolder.tsx';
import { QuietSettings } from './reminders/QuietSettings.tsx';
import { ReminderSettings } from './reminders/ReminderSettings.tsx';
import { ScreenSharing } from './reminders/ScreenSharing.tsx';
import { RuleSettings } from './rules/RuleSettings.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';
import { SettingsNavigation } from './SettingsNavigation.tsx';
import { findSettings, type SettingEntry } from './settingsTable.ts';
import { useShownSetting } from './useShownSetting.ts';
import { TimeSettings } from './zones/TimeSettings.tsx';
import { texts } from './texts.ts';

const NotesFolderSettings = () => (
  <SettingsGroup>
    <NotesFolder />
  </SettingsGroup>
);

const CONTENTS: Readonly<Record<SettingsSection, () => ReactNode>> = {
  general: GeneralSettings,
  look: LookSettings,
  times: TimeSettings,
  reminders: ReminderSettings,
  rules: RuleSettings,
  quiet: QuietSettings,
  joining: JoiningSettings,
  sharing: ScreenSharing,
  folder: NotesFolderSettings,
  private: PrivateNotesSettings,
  keys: KeySettings,
  network: NetworkSettings,
  privacy: PrivacySettings,
  about: AboutApp,
};

const HEADING_ID = 'settings-section-title';

function CurrentSection({ section }: { readonly section: SettingsSection }) {
  const place = useRef<HTMLElement>(null);
  useShownSetting(place);
  const Content = CONTENTS[section];
  return (
    <section ref={place} className="settings-content" aria-labelledby={HEADING_ID} tabIndex={-1}>
      <h2 id={HEADING_ID} className="settings-title">
        {texts.sections[section]}
      </h2>
      <p className="settings-lead">{texts.sectionLeads[section]}</p>
      <Content />
    </section>
  );
}

/** All settings, one section at a time; each takes effect immediately. */
export function SettingsScreen() {
  const isReady = useApp((state) => state.settings !== null);
  const section = useApp((state) => state.settingsSection);
  const show = useApp((state) => state.settingShown);
  const [query, setQuery] = useState('');
  const showEntry = ({ section: chosen, label }: SettingEntry): void => show(chosen, label);
  const found = query.trim() === '' ? [] : findSettings(query);
  const side = useRef<HTMLDivElement>(null);
  /** Arrow down goes to the results, Enter opens the first. */
  const keyPressed = (event: KeyboardEvent<HTMLInputElement>): void => {
    const [first] = found;
    if (first === undefined || event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      side.current?.querySelector<HTMLElement>('[role="option"]')?.focus();
    } else if (event.key === 'Enter') showEntry(first.item);
  };
  return (
    <div className="screen settings-screen">
      <div ref={side} className="settings-side">
        <h1 id={SCREEN_TITLE_ID} tabIndex={-1} className="screen-title">
          {texts.settings}
        </h1>
        <SearchBox label={texts.findSetting} value={query} onChange={setQuery} onKeyDown={keyPressed} />
        {query.trim() === '' ? (
          <>
            <SettingsNavigation current={section} onChoose={(chosen) => show(chosen, null)} />
            <div className="settings-choice">
              <Choice
                label={texts.chooseSection}
                value={section}
                options={SETTINGS_SECTIONS.map((id) => ({ id, label: texts.sections[id] }))}
                onChange={(chosen) => show(chosen, null)}
              />
            </div>
          </>
        ) : (
          <FoundSettings found={found} onChoose={showEntry} />
        )}
      </div>
      <div className="scroll settings-scroll">
        {isReady && <CurrentSection key={section} section={section} />}
      </div>
    </div>
  );
}
