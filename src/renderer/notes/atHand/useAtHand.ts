import { hasEnded, isRunning } from '#core/agenda/agenda.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { Note } from '#core/notes/note.ts';
import { MINUTE, type Instant, type ZoneName } from '#base';
import { useEffect } from 'react';
import { useApp, useNow, useTicker, useTimeFormat } from '../../kit/AppContext.tsx';
import { occurrenceOf } from '../../store/agendaSlice.ts';

/** How long before its start and after its end a meeting is at hand. */
const BEFORE_MS = 15 * MINUTE;
const AFTER_MS = 30 * MINUTE;

/** The meeting of a note, while it is at hand. */
export interface AtHand {
  readonly meeting: Occurrence;
  /** ms */
  readonly start: Instant;
  readonly end: Instant;
}

/** Whether the bar is shown: from a quarter of an hour before the start to half an hour after the end. */
function isAtHand(meeting: Occurrence | null, now: Instant, zone: ZoneName): boolean {
  if (meeting === null || meeting.time.kind === 'allDay' || meeting.status === 'cancelled') return false;
  const { start, end } = meeting.time;
  if (isRunning(meeting, now, zone)) return true;
  return hasEnded(meeting, now, zone) ? now - end < AFTER_MS : start - now <= BEFORE_MS;
}

/** The meeting of the note if it runs, or is about to; null otherwise. Its clock counts seconds. */
export function useAtHand(note: Pick<Note, 'occurrenceKey'>): AtHand | null {
  const { zone } = useTimeFormat();
  const ticker = useTicker();
  const meeting = useApp(occurrenceOf(note.occurrenceKey));
  const isShown = useNow((now) => isAtHand(meeting, now, zone));
  useEffect(() => (isShown ? ticker.countSeconds() : undefined), [isShown, ticker]);
  if (!isShown || meeting === null || meeting.time.kind === 'allDay') return null;
  return { meeting, start: meeting.time.start, end: meeting.time.end };
}
