import { BellRing, FolderOpen } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Problem } from '../../shared/problem.ts';
import { withFirstLead } from '../../shared/reminders/reminderRules.ts';
import { useApi, useApp } from '../frame/AppContext.tsx';
import { ScreenHead } from '../frame/ScreenHead.tsx';
import { Button } from '../widgets/Button.tsx';
import { Choice } from '../widgets/Choice.tsx';
import { ProblemBox } from '../widgets/ProblemBox.tsx';
import { SegmentedChoice } from '../widgets/SegmentedChoice.tsx';
import { Switch } from '../widgets/Switch.tsx';
import { leadChoices, leadWords } from './choices.ts';
import { useSettings } from './useSettings.ts';
import { ZonePicker } from './ZonePicker.tsx';

interface RowProps {
  readonly label: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

const Row = ({ label, hint, children }: RowProps) => (
  <div className="setting">
    <div className="setting-text">
      <p className="setting-label">{label}</p>
      {hint !== undefined && <p className="quiet">{hint}</p>}
    </div>
    <div className="setting-control">{children}</div>
  </div>
);

interface GroupProps {
  readonly title: string;
  readonly children: ReactNode;
}

const SettingsGroup = ({ title, children }: GroupProps) => (
  <section className="card settings-group" aria-label={title}>
    <h2 className="eyebrow">{title}</h2>
    {children}
  </section>
);

function TestNotification() {
  const api = useApi();
  const [result, setResult] = useState<'none' | 'sent' | Problem>('none');
  const test = async (): Promise<void> => {
    const outcome = await api.ask('reminders:test');
    setResult(outcome.ok ? 'sent' : outcome.problem);
  };
  return (
    <>
      <Row
        label="Try it"
        hint={result === 'sent' ? 'Sent. It should be on your screen now.' : 'Sends one notification.'}
      >
        <Button onPress={() => void test()}>
          <BellRing aria-hidden size={16} />
          Send a test
        </Button>
      </Row>
      <div aria-live="polite">{typeof result === 'object' && <ProblemBox problem={result} />}</div>
    </>
  );
}

function Reminders() {
  const { settings, change } = useSettings();
  const hasNotifications = useApp((state) => state.info?.hasNotifications ?? true);
  const first = settings.reminders.leads[0]?.minutes ?? 0;
  return (
    <SettingsGroup title="Reminders">
      <Row label="Remind me">
        <Choice
          label="Remind me"
          value={first}
          options={leadChoices(first).map((minutes) => ({
            id: minutes,
            label: leadWords(minutes),
          }))}
          onChange={(minutes) => change({ reminders: withFirstLead(settings.reminders, minutes) })}
        />
      </Row>
      <Row label="Open rooms in" hint="The app of the service, where it has one.">
        <SegmentedChoice
          label="Open rooms in"
          value={settings.joinWith}
          options={[
            { value: 'browser', label: 'Browser' },
            { value: 'app', label: 'App' },
          ]}
          onChange={(joinWith) => change({ joinWith })}
        />
      </Row>
      <TestNotification />
      {!hasNotifications && (
        <ProblemBox
          problem={{
            code: 'settings/noNotifications',
            title: 'This computer shows no notifications',
            detail:
              'No notification service was found. Meetings are still counted down here and in the tray.',
          }}
        />
      )}
    </SettingsGroup>
  );
}

function Times() {
  const { settings, change } = useSettings();
  return (
    <SettingsGroup title="Times">
      <Row label="Time zone">
        <ZonePicker value={settings.zone} onChange={(zone) => change({ zone })} />
      </Row>
      <Row label="Show the meeting’s own time" hint="Beside yours, where they differ.">
        <Switch
          aria-label="Show the meeting’s own time"
          isSelected={settings.showHomeZone}
          onChange={(showHomeZone) => change({ showHomeZone })}
        />
      </Row>
      <Row label="Clock">
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
      </Row>
    </SettingsGroup>
  );
}

function Looks() {
  const { settings, change } = useSettings();
  return (
    <SettingsGroup title="Appearance">
      <Row label="Theme">
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
      </Row>
    </SettingsGroup>
  );
}

function NotesFolder() {
  const api = useApi();
  const folder = useApp((state) => state.info?.notesFolder ?? '');
  return (
    <SettingsGroup title="Notes">
      <Row label="Folder" hint={folder}>
        <Button onPress={() => api.perform('notes:showFolder')}>
          <FolderOpen aria-hidden size={16} />
          Open
        </Button>
      </Row>
    </SettingsGroup>
  );
}

/** All choices; each takes effect at once. */
export function SettingsScreen() {
  const version = useApp((state) => state.info?.version ?? '');
  const showShortcuts = useApp((state) => state.shortcutsToggled);
  const isReady = useApp((state) => state.settings !== null);
  return (
    <div className="screen">
      <ScreenHead title="Settings" />
      <div className="scroll">
        {isReady && (
          <div className="cards cards-narrow">
            <Reminders />
            <Times />
            <Looks />
            <NotesFolder />
            <p className="about quiet">
              Office Hours {version}
              <button type="button" className="text-button" onClick={() => showShortcuts(true)}>
                Keyboard shortcuts
              </button>
            </p>
          </div>
        )}
      </div>
    </div>
  );
}
