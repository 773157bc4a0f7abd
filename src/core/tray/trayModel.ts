import { dayAround, isRunning, nextOccurrence, startOf, upcoming } from '../agenda/agenda.ts';
import { joinNext } from '../join/joinNext.ts';
import { nearness } from '../agenda/nearness.ts';
import type { Occurrence } from '../agenda/occurrence.ts';
import type { FeedStatus } from '../feeds/feed.ts';
import type { TimeFormat } from '../format/formatTime.ts';
import { timeLeft, type TimeParts } from '../format/timeUntil.ts';
import type { Instant } from '#base';

/** Meetings in the menu. */
const LISTED = 5;

/** A meeting in the tray. */
export interface TrayMeeting {
  readonly occurrence: Occurrence;
  /** Its first instant in the viewer's zone (ms). */
  readonly start: Instant;
  /** It starts on the viewer's date of today. */
  readonly isToday: boolean;
}

/** What the tray shows at one moment, without words: those are made by texts.ts. It changes at most once a minute. */
export interface TrayModel {
  readonly format: TimeFormat;
  /** Meetings are not named: others see the screen. */
  readonly hidesTitles: boolean;
  /** `hour`: a meeting within the hour; `soon`: within five minutes. */
  readonly state: 'idle' | 'hour' | 'soon' | 'now' | 'failing';
  /** The meeting to count down to; null without one in the next weeks. `left` is null while it is on. */
  readonly next: (TrayMeeting & { readonly left: TimeParts | null }) | null;
  /** What “join” means now: the running or coming meeting with a room; several if they begin at the same time. */
  readonly join: readonly Occurrence[];
  /** The meeting that “Skip” skips: the next one; null if there is none, or if the tray asks for its week instead. */
  readonly skip: Occurrence | null;
  /** ms; null unless reminders are paused now. */
  readonly pausedUntil: Instant | null;
  /** Number of feeds that cannot be updated. */
  readonly failingFeeds: number;
  /** The next meetings, soonest first. */
  readonly listed: readonly TrayMeeting[];
}

/** The state of the app that the tray depends on, beside agenda and feeds. */
export interface TrayChoices {
  readonly isJoined: (occurrence: Occurrence) => boolean;
  /** ms; null while reminders come. */
  readonly pausedUntil: Instant | null;
  readonly hidesTitles: boolean;
}

/** The tray's model: the countdown, and the next five meetings. */
export function trayModel(
  occurrences: readonly Occurrence[],
  feeds: readonly FeedStatus[],
  now: Instant,
  format: TimeFormat,
  { isJoined, pausedUntil, hidesTitles }: TrayChoices,
): TrayModel {
  const { zone } = format;
  const today = dayAround(now, zone);
  const meetingOf = (occurrence: Occurrence): TrayMeeting => {
    const start = startOf(occurrence, zone);
    return { occurrence, start, isToday: start >= today.from && start < today.to };
  };
  const nextUp = nextOccurrence(occurrences, now, zone);
  const listed = upcoming(occurrences, now, zone, LISTED);
  const picked = joinNext(occurrences, now, isJoined);
  const early = listed.find((one) => one.joinLinks.length > 0 && !isJoined(one));
  const failing = countFailing(feeds);
  const next = nextUp === null ? null : meetingOf(nextUp);
  return {
    format,
    hidesTitles,
    state: stateOf(next, failing > 0, now),
    next:
      next === null
        ? null
        : { ...next, left: isRunning(next.occurrence, now, zone) ? null : timeLeft(next.start - now) },
    join: picked.length > 0 || early === undefined ? picked : [early],
    skip: nextUp === null || nextUp.isWeekUnknown || isJoined(nextUp) ? null : nextUp,
    pausedUntil: pauseEnd(pausedUntil, now),
    failingFeeds: failing,
    listed: listed.map(meetingOf),
  };
}

/** The end of a pause of the reminders (ms); null once it is over. */
export const pauseEnd = (until: Instant | null, now: Instant): Instant | null =>
  until !== null && until > now ? until : null;

/** Number of feeds that cannot be updated. */
export const countFailing = (feeds: readonly FeedStatus[]): number =>
  feeds.filter(({ health }) => health.state === 'failing').length;

/** A failing feed shows before a meeting within the hour, which may have moved meanwhile; not before one that is due. */
function stateOf(next: TrayMeeting | null, isFailing: boolean, now: Instant): TrayModel['state'] {
  const near = next === null ? 'later' : nearness(next.start - now);
  if (near === 'now' || near === 'soon') return near;
  if (isFailing) return 'failing';
  return near === 'later' ? 'idle' : near;
}
