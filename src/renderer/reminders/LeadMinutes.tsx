import { useEffect, useRef, useState } from 'react';
import { LONGEST_LEAD_MINUTES } from '#core/reminders/reminderRules.ts';
import { leadChoices, leadWords, readLeadMinutes } from './leads.ts';
import { Choice } from '../kit/widgets/Choice.tsx';
import { texts } from './texts.ts';

export interface LeadMinutesProps {
  readonly label: string;
  readonly value: number;
  /** Minutes of the other reminders. */
  readonly taken: ReadonlySet<number>;
  readonly onChange: (minutes: number) => void;
}

/** Id of the option “Other…”. */
const OTHER = -1;

/** How long before the start: one of the usual times, or any whole minute. */
export function LeadMinutes({ label, value, taken, onChange }: LeadMinutesProps) {
  const [isTyping, type] = useState(false);
  const options = leadChoices(value)
    .filter((minutes) => minutes === value || !taken.has(minutes))
    .map((minutes) => ({ id: minutes, label: leadWords(minutes) }));
  const choose = (minutes: number): void => {
    if (minutes === OTHER) type(true);
    else onChange(minutes);
  };
  const end = (typed: string): void => {
    type(false);
    const minutes = readLeadMinutes(typed);
    if (minutes !== null && minutes !== value && !taken.has(minutes)) onChange(minutes);
  };
  if (!isTyping)
    return (
      <Choice
        label={label}
        value={value}
        options={[...options, { id: OTHER, label: texts.otherMinutes }]}
        onChange={choose}
      />
    );
  return <TypedMinutes label={texts.minutesBeforeOf(label)} value={value} onEnd={end} />;
}

interface TypedMinutesProps {
  readonly label: string;
  readonly value: number;
  /** What was typed; the previous number if cancelled. */
  readonly onEnd: (typed: string) => void;
}

function TypedMinutes({ label, value, onEnd }: TypedMinutesProps) {
  const input = useRef<HTMLInputElement>(null);
  // The closing list keeps the focus until the next frame.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.select();
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <label className="leads-minutes">
      <input
        ref={input}
        type="number"
        className="input"
        aria-label={label}
        min={0}
        max={LONGEST_LEAD_MINUTES}
        step={1}
        defaultValue={value}
        onBlur={(event) => onEnd(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onEnd(event.currentTarget.value);
          if (event.key === 'Escape') {
            event.stopPropagation();
            onEnd(String(value));
          }
        }}
      />
      <span aria-hidden>{texts.minBefore}</span>
    </label>
  );
}
