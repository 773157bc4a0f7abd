import type { ReminderRules } from '#core/reminders/reminderRules.ts';
import { leadWords } from '../../reminders/leads.ts';
import { texts as reminderTexts } from '../../reminders/texts.ts';
import { LeadsEditor } from '../../reminders/LeadsEditor.tsx';
import { Choice } from '../../kit/widgets/Choice.tsx';
import { SegmentedChoice } from '../../kit/widgets/SegmentedChoice.tsx';
import { Switch } from '../../kit/widgets/Switch.tsx';
import { SettingRow, SettingsGroup } from '../SettingsGroup.tsx';
import { useApp } from '../../kit/AppContext.tsx';
import { useSettings } from '../../kit/useSettings.ts';
import { SoundSettings } from './SoundSettings.tsx';
import { TodaysReminders } from './TodaysReminders.tsx';
import { texts } from '../texts.ts';

const END_WARNINGS = [0, 2, 5, 10] as const;

/** When and how to be reminded, and the reminders of today. */
export function ReminderSettings() {
  const { settings, change } = useSettings();
  const isLinux = useApp((state) => state.info?.platform === 'linux');
  const rules = settings.reminders;
  const put = (wanted: Partial<ReminderRules>): void => change({ reminders: { ...rules, ...wanted } });
  return (
    <>
      <SettingsGroup>
        <SettingRow label={texts.remindMe} hint={texts.remindMeHint}>
          <LeadsEditor
            leads={rules.leads}
            onChange={(leads, removed) =>
              change(
                { reminders: { ...rules, leads } },
                removed && reminderTexts.removed(leadWords(removed.minutes)),
              )
            }
          />
        </SettingRow>
      </SettingsGroup>
      <SettingsGroup title={texts.how}>
        <SettingRow label={texts.repeat} hint={texts.repeatHint}>
          <Switch aria-label={texts.repeat} isSelected={rules.nag} onChange={(nag) => put({ nag })} />
        </SettingRow>
        <SettingRow label={texts.beforeEnd} hint={texts.beforeEndHint}>
          <Choice
            label={texts.beforeEnd}
            value={rules.endWarningMinutes ?? 0}
            options={END_WARNINGS.map((id) => ({
              id,
              label: id === 0 ? texts.never : texts.minutesBefore(id),
            }))}
            onChange={(minutes) => put({ endWarningMinutes: minutes === 0 ? null : minutes })}
          />
        </SettingRow>
        <SettingRow label={texts.alertWindow} hint={texts.alertWindowHint}>
          <SegmentedChoice
            label={texts.alertWindow}
            value={settings.alertDisplays}
            options={[
              { value: 'active', label: texts.oneDisplay },
              { value: 'all', label: texts.allDisplays },
            ]}
            onChange={(alertDisplays) => change({ alertDisplays })}
          />
        </SettingRow>
        <SettingRow
          label={texts.showsClock}
          hint={isLinux ? texts.showsClockHintLinux : texts.showsClockHint}
        >
          <Switch
            aria-label={texts.showsClock}
            isSelected={settings.showsClock}
            onChange={(showsClock) => change({ showsClock })}
          />
        </SettingRow>
        <SoundSettings />
      </SettingsGroup>
      <TodaysReminders />
    </>
  );
}
