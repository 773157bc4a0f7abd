import { overrideKey } from '#core/keys.ts';
import { leadsOf, type ReminderLead, type ReminderScope } from '#core/reminders/reminderRules.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { useApp } from '../kit/AppContext.tsx';
import { MeetingStory } from './MeetingStory.tsx';
import { ScopeReminders } from './ScopeReminders.tsx';
import { SnoozeMeeting } from './SnoozeMeeting.tsx';
import { useChooseReminders } from './useChooseReminders.ts';
import { texts } from './texts.ts';
import './reminders.css';

/** The reminders of a meeting and its series, with snooze. */
export function MeetingReminders({ occurrence }: { readonly occurrence: Occurrence }) {
  const chooseReminders = useChooseReminders();
  const rules = useApp((state) => state.settings?.reminders ?? null);
  if (rules === null) return null;
  const present = leadsOf(rules, occurrence);
  const chosen = (scope: ReminderScope): readonly ReminderLead[] | null =>
    rules.overrides[overrideKey(scope, occurrence)] ?? null;
  const choose = (scope: ReminderScope) =>
    chooseReminders({ scope, of: occurrence.key, name: occurrence.title }, chosen(scope));
  return (
    <div className="meeting-reminders">
      <MeetingStory key={`story ${occurrence.key}`} occurrence={occurrence} />
      <SnoozeMeeting key={occurrence.key} occurrence={occurrence} />
      <ScopeReminders
        label={texts.thisMeeting}
        chosen={chosen('occurrence')}
        present={present}
        onChange={choose('occurrence')}
      />
      {occurrence.isRecurring && (
        <ScopeReminders
          label={texts.theSeries}
          chosen={chosen('series')}
          present={present}
          onChange={choose('series')}
        />
      )}
    </div>
  );
}
