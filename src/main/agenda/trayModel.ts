import { dateOf, isRunning, nextOccurrence, startOf, upcoming } from '../../shared/agenda/agenda.ts';
import { joinNext } from '../../shared/agenda/joinNext.ts';
import { clockTime, duration, shortDay, type TimeFormat } from '../../shared/agenda/formatTime.ts';
import type { FeedStatus } from '../../shared/calendar/feed.ts';
import type { Occurrence } from '../../shared/calendar/occurrence.ts';
import { MINUTE, type Instant } from '../../shared/time.ts';
import type { TrayModel } from '../ports.ts';

const LISTED = 5;
/** The tray changes so early, whatever the reminders are. */
const SOON_MS = 10 * MINUTE;

/** What the user decided that the tray goes by. */
export interface TrayChoices {
  /** Joined already, or skipped. */
  readonly isOut: (occurrence: Occurrence) => boolean;
  /** ms; null while reminders come. */
  readonly pausedUntil: Instant | null;
}

/** What the tray shows at one moment: the countdown, and the next five meetings. */
export function trayModel(
  occurrences: readonly Occurrence[],
  feeds: readonly FeedStatus[],
  now: Instant,
  format: TimeFormat,
  { isOut, pausedUntil }: TrayChoices,
): TrayModel {
  const next = nextOccurrence(occurrences, now, format.zone);
  const listed = upcoming(occurrences, now, format.zone, LISTED);
  const picked = joinNext(occurrences, now, isOut);
  const early = listed.find((one) => one.joinLinks.length > 0 && !isOut(one));
  return {
    join: picked.length > 0 || early === undefined ? picked : [early],
    paused:
      pausedUntil !== null && pausedUntil > now
        ? `Reminders are paused until ${clockTime(pausedUntil, format)}`
        : null,
    tooltip: next === null ? 'No meetings in the next weeks' : `${next.title} ${when(next, now, format)}`,
    state: stateOf(next, feeds, now, format),
    next: listed.map((occurrence) => ({ label: labelOf(occurrence, now, format), occurrence })),
  };
}

function when(occurrence: Occurrence, now: Instant, format: TimeFormat): string {
  if (isRunning(occurrence, now, format.zone)) return 'is on now';
  const left = startOf(occurrence, format.zone) - now;
  // Rounded up: with 11 minutes and 40 seconds left nobody says 11.
  return `in ${duration(Math.ceil(left / MINUTE) * MINUTE)}`;
}

function stateOf(
  next: Occurrence | null,
  feeds: readonly FeedStatus[],
  now: Instant,
  format: TimeFormat,
): TrayModel['state'] {
  if (next !== null && isRunning(next, now, format.zone)) return 'now';
  if (next !== null && startOf(next, format.zone) - now <= SOON_MS) return 'soon';
  return feeds.some((feed) => feed.health.state === 'failing') ? 'failing' : 'idle';
}

function labelOf(occurrence: Occurrence, now: Instant, format: TimeFormat): string {
  const start = startOf(occurrence, format.zone);
  const isToday = dateOf(start, format.zone) === dateOf(now, format.zone);
  const time = clockTime(start, format);
  return `${isToday ? time : `${shortDay(start, format)} ${time}`}  ${occurrence.title}`;
}
