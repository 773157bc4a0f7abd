import { useEffect, useRef, useState, type RefObject } from 'react';
import { overrideKey } from '#core/keys.ts';
import { leadsOf, type ReminderLead, type ReminderScope } from '#core/reminders/reminderRules.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { useApp } from '../kit/AppContext.tsx';
import { MeetingStory } from './MeetingStory.tsx';
import { ScopeReminders } from './ScopeReminders.tsx';
import { SnoozeMeeting } from './SnoozeMeeting.tsx';
import { useChooseReminders } from './useChooseReminders.ts';
import { texts } from './texts.ts';

/** Puts the focus on the chosen form of reminders, once it is there: the story above it arrives later than the details. */
function FocusOnForm({ form }: { readonly form: RefObject<HTMLElement | null> }) {
  const reached = useApp((state) => state.remindersReached);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[role="radiogroup"] input:checked')?.focus();
    reached();
  }, [form, reached]);
  return null;
}

/** What happened and what will happen to a meeting's reminders, with snooze; on request those of its series, too. */
export function MeetingReminders({ occurrence }: { readonly occurrence: Occurrence }) {
  const chooseReminders = useChooseReminders();
  const [isChanging, setChanging] = useState(false);
  const isWanted = useApp((state) => state.changedReminders === occurrence.key);
  const form = useRef<HTMLDivElement>(null);
  if (isWanted && !isChanging) setChanging(true);
  const rules = useApp((state) => state.settings?.reminders ?? null);
  if (rules === null) return null;
  const present = leadsOf(rules, occurrence);
  const chosen = (scope: ReminderScope): readonly ReminderLead[] | null =>
    rules.overrides[overrideKey(scope, occurrence)] ?? null;
  const choose = (scope: ReminderScope) =>
    chooseReminders({ scope, of: occurrence.key, name: occurrence.title }, chosen(scope));
  return (
    <MeetingStory
      key={occurrence.key}
      occurrence={occurrence}
      aside={
        <button
          type="button"
          className="text-button"
          aria-label={texts.changeReminders}
          aria-expanded={isChanging}
          onClick={() => setChanging(!isChanging)}
        >
          {texts.change}
        </button>
      }
    >
      <div ref={form} className="meeting-reminders">
        <SnoozeMeeting occurrence={occurrence} />
        {isChanging && (
          <ScopeReminders
            label={texts.thisMeeting}
            chosen={chosen('occurrence')}
            present={present}
            onChange={choose('occurrence')}
          />
        )}
        {isChanging && occurrence.isRecurring && (
          <ScopeReminders
            label={texts.theSeries}
            chosen={chosen('series')}
            present={present}
            onChange={choose('series')}
          />
        )}
        {isWanted && isChanging && <FocusOnForm form={form} />}
      </div>
    </MeetingStory>
  );
}
