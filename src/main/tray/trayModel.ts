import { dateOf, isRunning, nextOccurrence, startOf, upcoming } from '#core/agenda/agenda.ts';
import { joinNext } from '#core/agenda/joinNext.ts';
import { clockTime, shortDay, timeUntil, type TimeFormat } from '#core/format/formatTime.ts';
import { nearness } from '#core/agenda/nearness.ts';
import { shortTitle } from '#core/format/shortTitle.ts';
import type { FeedStatus } from '#core/feeds/feed.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { Instant } from '#base';
import type { TrayModel } from '../ports/tray.ts';
import { HIDDEN_TITLE } from '../reminders/noticeText.ts';

const LISTED = 5;
/** A menu is as wide as its longest entry, and Windows cuts a tooltip after 127 characters. */
const LONGEST_TITLE = 60;

/** What the user decided that the tray goes by. */
export interface TrayChoices {
  /** Joined already. */
  readonly isOut: (occurrence: Occurrence) => boolean;
  /** ms; null while reminders come. */
  readonly pausedUntil: Instant | null;
  /** Meetings are not named: others see the screen. */
  readonly hidesTitles: boolean;
}

/** What the tray shows at one moment: the countdown, and the next five meetings. */
export function trayModel(
  occurrences: readonly Occurrence[],
  feeds: readonly FeedStatus[],
  now: Instant,
  format: TimeFormat,
  { isOut, pausedUntil, hidesTitles }: TrayChoices,
): TrayModel {
  const titleIn = ({ title }: Occurrence): string =>
    hidesTitles ? HIDDEN_TITLE : shortTitle(title, LONGEST_TITLE);
  const next = nextOccurrence(occurrences, now, format.zone);
  const listed = upcoming(occurrences, now, format.zone, LISTED);
  const picked = joinNext(occurrences, now, isOut);
  const early = listed.find((one) => one.joinLinks.length > 0 && !isOut(one));
  const failing = failingFeeds(feeds);
  const countdown =
    next === null ? 'No meetings in the next weeks' : `${titleIn(next)} ${when(next, now, format)}`;
  return {
    join: (picked.length > 0 || early === undefined ? picked : [early]).map((occurrence) => ({
      label: `Join ${titleIn(occurrence)}`,
      occurrence,
    })),
    skip:
      next === null || next.isWeekUnknown || isOut(next)
        ? null
        : { label: `Skip ${titleIn(next)}`, occurrence: next },
    paused: pausedWords(pausedUntil, now, format),
    failing,
    tooltip: failing === null ? countdown : `${countdown}\n${failing}`,
    title: titleOf(next, now, format),
    state: stateOf(next, failing !== null, now, format),
    next: listed.map((occurrence) => ({
      label: `${timeOf(occurrence, now, format)}  ${titleIn(occurrence)}${occurrence.isWeekUnknown ? ' (maybe)' : ''}`,
      occurrence,
    })),
  };
}

/** `Reminders are paused until 15:00`; null while they come. */
export const pausedWords = (until: Instant | null, now: Instant, format: TimeFormat): string | null =>
  until !== null && until > now ? `Reminders are paused until ${clockTime(until, format)}` : null;

/** `2 feeds cannot be updated`; null while all can. */
export function failingFeeds(feeds: readonly FeedStatus[]): string | null {
  const count = feeds.filter(({ health }) => health.state === 'failing').length;
  if (count === 0) return null;
  return `${count === 1 ? '1 feed' : `${count} feeds`} cannot be updated`;
}

function when(occurrence: Occurrence, now: Instant, format: TimeFormat): string {
  const { isWeekUnknown } = occurrence;
  if (isRunning(occurrence, now, format.zone)) return isWeekUnknown ? 'may be on now' : 'is on now';
  return `${isWeekUnknown ? 'may be on ' : ''}in ${timeUntil(startOf(occurrence, format.zone), now)}`;
}

/** macOS, beside the icon: no title, for screens are shared, and nothing for what is not today. */
function titleOf(next: Occurrence | null, now: Instant, format: TimeFormat): string {
  if (next === null) return '';
  if (isRunning(next, now, format.zone)) return 'now';
  const start = startOf(next, format.zone);
  return dateOf(start, format.zone) === dateOf(now, format.zone) ? timeUntil(start, now) : '';
}

/** A feed that fails shows before a meeting within the hour, which may have moved meanwhile; not before one that is due. */
function stateOf(
  next: Occurrence | null,
  isFailing: boolean,
  now: Instant,
  format: TimeFormat,
): TrayModel['state'] {
  const near = next === null ? 'later' : nearness(startOf(next, format.zone) - now);
  if (near === 'now' || near === 'soon') return near;
  if (isFailing) return 'failing';
  return near === 'later' ? 'idle' : near;
}

function timeOf(occurrence: Occurrence, now: Instant, format: TimeFormat): string {
  const start = startOf(occurrence, format.zone);
  const isToday = dateOf(start, format.zone) === dateOf(now, format.zone);
  const time = clockTime(start, format);
  return isToday ? time : `${shortDay(start, format)} ${time}`;
}
