import type { Occurrence } from '../../shared/calendar/occurrence.ts';
import { scopeKey, type ReminderScope } from '../../shared/reminders/reminderRules.ts';
import { useApi, useApp } from '../frame/AppContext.tsx';
import { SegmentedChoice } from '../widgets/SegmentedChoice.tsx';

const CHOICES = [
  { value: 'usual', label: 'As usual' },
  { value: 'occurrence', label: 'Skip once' },
  { value: 'series', label: 'Skip series' },
] as const;
type Choice = (typeof CHOICES)[number]['value'];

/** Whether this meeting is announced: as the settings say, or it or its series not at all. */
export function Announcing({ occurrence }: { readonly occurrence: Occurrence }) {
  const api = useApi();
  const chosen = useApp((state): Choice => {
    const overrides = state.settings?.reminders.overrides ?? {};
    const isSkipped = (scope: Choice & ReminderScope): boolean =>
      overrides[scopeKey(scope, occurrence)]?.length === 0;
    return isSkipped('series') ? 'series' : isSkipped('occurrence') ? 'occurrence' : 'usual';
  });
  const choose = (next: Choice): void => {
    if (chosen !== 'usual') api.perform('reminders:choose', occurrence.key, chosen, null);
    if (next !== 'usual') api.perform('reminders:choose', occurrence.key, next, []);
  };
  return (
    <SegmentedChoice
      label="Reminders for this meeting"
      value={chosen}
      options={occurrence.isRecurring ? CHOICES : CHOICES.slice(0, 2)}
      onChange={choose}
    />
  );
}
