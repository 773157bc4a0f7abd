import { MINUTE, type Instant } from '#base';
import { usefulEnd } from './reminder.ts';
import { z } from 'zod';

/** Duration of a snooze: minutes from now, or until minutes before the start. */
export const snoozeChoice = z.enum(['1', '5', '10', 'minuteBefore', 'start']);
export type SnoozeChoice = z.infer<typeof snoozeChoice>;

interface Span {
  readonly start: Instant;
  readonly end: Instant;
}

/** It must return a little before the meeting ends to be of use. */
const LAST_USE_MS = MINUTE;

/** When it returns (ms); null if that would be in the past, or after the meeting. */
export function snoozedUntil(choice: SnoozeChoice, { start, end }: Span, now: Instant): Instant | null {
  const wanted =
    choice === 'start' ? start : choice === 'minuteBefore' ? start - MINUTE : now + Number(choice) * MINUTE;
  const until = Math.min(wanted, usefulEnd(start, end) - LAST_USE_MS);
  return until > now ? until : null;
}

/** The choices that are useful for a meeting now. */
export const snoozeChoices = (span: Span, now: Instant): SnoozeChoice[] =>
  snoozeChoice.options.filter((choice) => snoozedUntil(choice, span, now) !== null);
