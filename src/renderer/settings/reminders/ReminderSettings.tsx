import type { ReminderRules } from '../../../shared/reminders/reminderRules.ts';
import { useApp } from '../../frame/AppContext.tsx';
import { LeadsEditor } from '../../reminders/LeadsEditor.tsx';
import { Choice } from '../../widgets/Choice.tsx';
import { ProblemBox } from '../../widgets/ProblemBox.tsx';
import { SegmentedChoice } from '../../widgets/SegmentedChoice.tsx';
import { Switch } from '../../widgets/Switch.tsx';
import { SettingRow, SettingsGroup } from '../SettingsGroup.tsx';
import { useSettings } from '../useSettings.ts';
import { joinKeyChoices, NO_KEYS } from './joinKeys.ts';
import { QuietSettings } from './QuietSettings.tsx';
import { ScreenSharing } from './ScreenSharing.tsx';
import { TodaysReminders } from './TodaysReminders.tsx';

type Flag = 'onlyWithLink' | 'tentative' | 'declined' | 'allDay' | 'nag';

const FLAGS: readonly { readonly flag: Flag; readonly label: string; readonly hint: string }[] = [
  { flag: 'onlyWithLink', label: 'Only meetings with a room', hint: 'Others stay silent.' },
  { flag: 'tentative', label: 'Also tentative meetings', hint: 'Those that may not take place.' },
  { flag: 'declined', label: 'Also declined meetings', hint: 'Those that you said no to in your calendar.' },
  { flag: 'allDay', label: 'Also all-day entries', hint: 'Once, at nine in the morning.' },
  { flag: 'nag', label: 'Repeat each minute', hint: 'From the start until you join or put it away.' },
];

const END_WARNINGS = [0, 2, 5, 10] as const;

/** When and how to be reminded, what came of it today, and a try. */
export function ReminderSettings() {
  const { settings, change } = useSettings();
  const hasNotifications = useApp((state) => state.info?.hasNotifications ?? true);
  const isMac = useApp((state) => state.info?.platform === 'darwin');
  const rules = settings.reminders;
  const put = (wanted: Partial<ReminderRules>): void => change({ reminders: { ...rules, ...wanted } });
  return (
    <>
      <SettingsGroup title="Reminders">
        <SettingRow label="Remind me" hint="Each as a notification, or as a large window.">
          <LeadsEditor leads={rules.leads} onChange={(leads) => put({ leads })} />
        </SettingRow>
        {FLAGS.map(({ flag, label, hint }) => (
          <SettingRow key={flag} label={label} hint={hint}>
            <Switch aria-label={label} isSelected={rules[flag]} onChange={(isOn) => put({ [flag]: isOn })} />
          </SettingRow>
        ))}
        <SettingRow label="Before the end" hint="Also names the meeting that follows at once.">
          <Choice
            label="Before the end"
            value={rules.endWarningMinutes ?? 0}
            options={END_WARNINGS.map((id) => ({ id, label: id === 0 ? 'Never' : `${id} minutes before` }))}
            onChange={(minutes) => put({ endWarningMinutes: minutes === 0 ? null : minutes })}
          />
        </SettingRow>
        <SettingRow label="Large window" hint="On the display with the pointer, or on each.">
          <SegmentedChoice
            label="Large window"
            value={settings.alertDisplays}
            options={[
              { value: 'active', label: 'One display' },
              { value: 'all', label: 'All displays' },
            ]}
            onChange={(alertDisplays) => change({ alertDisplays })}
          />
        </SettingRow>
        <SettingRow label="Join from anywhere" hint="Keys that join the next meeting in any program.">
          <Choice
            label="Join from anywhere"
            value={settings.joinKeys ?? NO_KEYS}
            options={joinKeyChoices(settings.joinKeys, isMac)}
            onChange={(keys) => change({ joinKeys: keys === NO_KEYS ? null : keys })}
          />
        </SettingRow>
        <TodaysReminders />
        {!hasNotifications && (
          <ProblemBox
            problem={{
              code: 'settings/noNotifications',
              title: 'This computer shows no notifications',
              detail: 'No notification service was found. A window of our own announces meetings instead.',
            }}
          />
        )}
      </SettingsGroup>
      <QuietSettings rules={rules} onChange={put} />
      <ScreenSharing />
    </>
  );
}
