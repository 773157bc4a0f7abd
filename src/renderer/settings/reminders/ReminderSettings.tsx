import type { ReminderRules } from '#core/reminders/reminderRules.ts';
import { LeadsEditor } from '../../reminders/LeadsEditor.tsx';
import { Choice } from '../../kit/widgets/Choice.tsx';
import { SegmentedChoice } from '../../kit/widgets/SegmentedChoice.tsx';
import { Switch } from '../../kit/widgets/Switch.tsx';
import { SettingRow, SettingsGroup } from '../SettingsGroup.tsx';
import { useSettings } from '../../kit/useSettings.ts';
import { QuietSettings } from './QuietSettings.tsx';
import { SoundSettings } from './SoundSettings.tsx';
import '../../reminders/reminders.css';
import './reminderSettings.css';

type Flag = 'maybe' | 'onlyWithLink' | 'tentative' | 'declined' | 'allDay';

const FLAGS: readonly { readonly flag: Flag; readonly label: string; readonly hint: string }[] = [
  {
    flag: 'maybe',
    label: 'Also meetings that may be on',
    hint: 'Those whose week is not known: on each possible date, as “may be on”.',
  },
  { flag: 'onlyWithLink', label: 'Only meetings with a room', hint: 'Others stay silent.' },
  { flag: 'tentative', label: 'Also tentative meetings', hint: 'Those that may not take place.' },
  { flag: 'declined', label: 'Also declined meetings', hint: 'Those that you said no to in your calendar.' },
  { flag: 'allDay', label: 'Also all-day entries', hint: 'Once, at nine in the morning.' },
];

const END_WARNINGS = [0, 2, 5, 10] as const;

/** When, how and of which meetings to be reminded. */
export function ReminderSettings() {
  const { settings, change } = useSettings();
  const rules = settings.reminders;
  const put = (wanted: Partial<ReminderRules>): void => change({ reminders: { ...rules, ...wanted } });
  return (
    <>
      <SettingsGroup title="Reminders">
        <SettingRow label="Remind me" hint="Each as a notification or a large window, as loud as you choose.">
          <LeadsEditor leads={rules.leads} onChange={(leads) => put({ leads })} />
        </SettingRow>
        <SettingRow label="Repeat each minute" hint="From the start until you join or put it away.">
          <Switch aria-label="Repeat each minute" isSelected={rules.nag} onChange={(nag) => put({ nag })} />
        </SettingRow>
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
        <SoundSettings />
      </SettingsGroup>
      <SettingsGroup title="Which meetings">
        {FLAGS.map(({ flag, label, hint }) => (
          <SettingRow key={flag} label={label} hint={hint}>
            <Switch aria-label={label} isSelected={rules[flag]} onChange={(isOn) => put({ [flag]: isOn })} />
          </SettingRow>
        ))}
      </SettingsGroup>
      <QuietSettings rules={rules} onChange={put} />
    </>
  );
}
