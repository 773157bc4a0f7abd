import { useId } from 'react';
import { defaultReminderRules, type ReminderLead } from '#core/reminders/reminderRules.ts';
import { SegmentedChoice } from '../kit/widgets/SegmentedChoice.tsx';
import { LeadsEditor } from './LeadsEditor.tsx';
import { texts } from './texts.ts';

const CHOICES = [
  { value: 'usual', label: texts.default },
  { value: 'own', label: texts.custom },
  { value: 'none', label: texts.none },
] as const;
type Choice = (typeof CHOICES)[number]['value'];

export interface ScopeRemindersProps {
  /** What they are for: `This meeting`. */
  readonly label: string;
  /** Null for the default, empty for no reminders. */
  readonly chosen: readonly ReminderLead[] | null;
  /** The current reminders: where a custom list starts. */
  readonly present: readonly ReminderLead[];
  /** @param removed the reminder that was removed from the list, if any */
  readonly onChange: (chosen: readonly ReminderLead[] | null, removed?: ReminderLead) => void;
}

/** The reminders of one meeting, series or feed: default, custom or none. */
export function ScopeReminders({ label, chosen, present, onChange }: ScopeRemindersProps) {
  const id = useId();
  const choice: Choice = chosen === null ? 'usual' : chosen.length === 0 ? 'none' : 'own';
  const choose = (next: Choice): void => {
    if (next === choice) return;
    const first = present.length > 0 ? present : defaultReminderRules.leads;
    onChange({ usual: null, own: first, none: [] }[next]);
  };
  return (
    <section className="scope-reminders" aria-labelledby={id}>
      <p id={id} className="scope-reminders-label">
        {label}
      </p>
      <SegmentedChoice label={texts.remindersOf(label)} value={choice} options={CHOICES} onChange={choose} />
      {chosen !== null && chosen.length > 0 && <LeadsEditor leads={chosen} onChange={onChange} />}
    </section>
  );
}
