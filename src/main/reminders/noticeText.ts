import { meetingTexts } from '#core/reminders/texts.ts';
import { duration, timeUntil } from '#core/format/timeUntil.ts';
import { clockTime, shortDay, timeRange, type TimeFormat } from '#core/format/formatTime.ts';
import { recordedLabel } from '#core/agenda/recordedLabel.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { isUnconfirmed } from '#core/agenda/statements.ts';
import type { Visit } from '#core/join/roomVisit.ts';
import type { MeetingChange } from '#core/reminders/meetingChanges.ts';
import { MINUTE, type Instant } from '#base';

export const line = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ');

const serviceOf = (occurrence: Occurrence): string | undefined => occurrence.joinLinks[0]?.serviceName;

/** `You opened the room at 17:51`; empty where nobody did. */
export const openedWords = (visit: Visit | null, format: TimeFormat): string =>
  visit === null ? '' : `You opened the room at ${clockTime(visit.at, format)}`;

/**
 * The words of a notice: how soon, whether the user looked into the room already, when in the viewer's zone, in which
 * room, and whether it is recorded. Only the service is named: addresses and passcodes do not belong on a lock screen.
 */
export const noticeBody = (
  occurrence: Occurrence,
  visit: Visit | null,
  now: Instant,
  format: TimeFormat,
): string =>
  line(
    soonness(occurrence, now),
    openedWords(visit, format),
    timeRange(occurrence, format),
    serviceOf(occurrence),
    recordedLabel(occurrence) ?? undefined,
    isUnconfirmed(occurrence) ? meetingTexts.unconfirmed : undefined,
    occurrence.isWeekUnknown ? meetingTexts.whichWeek : undefined,
  );

function soonness({ time }: Occurrence, now: Instant): string {
  if (time.kind === 'allDay') return 'Today';
  const left = time.start - now;
  if (left > 0) return `In ${timeUntil(time.start, now)}`;
  return left > -MINUTE ? 'Starts now' : `Started ${meetingTexts.ago(duration(-left))}`;
}

/** A meeting that begins as soon as another one ends. */
export interface FollowingMeeting {
  readonly title: string;
  /** It may take place on that date. */
  readonly isMaybe: boolean;
}

/** “Ends in 5 min”, and what begins then. */
export function endBody(occurrence: Occurrence, following: FollowingMeeting | null, now: Instant): string {
  if (occurrence.time.kind === 'allDay') return '';
  const follows =
    following === null
      ? undefined
      : `${following.title} ${following.isMaybe ? 'may follow' : 'follows'} at once`;
  return line(`Ends in ${timeUntil(occurrence.time.end, now)}`, follows);
}

/** What the calendar changed, in a word: `Moved 30 min later`. */
export function changeWords({ what, before, start }: MeetingChange): string {
  if (what === 'cancelled') return 'Cancelled';
  if (what === 'removed') return 'No longer in the calendar';
  if (what === 'room') return 'Another room';
  return `Moved ${duration(Math.abs(start - before))} ${start > before ? 'later' : 'earlier'}`;
}

/** The same with when and where it is. @param occurrence as it is now; null where it is gone */
export function changeBody(change: MeetingChange, occurrence: Occurrence | null, format: TimeFormat): string {
  const { what, before, start } = change;
  if (what === 'cancelled' || what === 'removed')
    return line(changeWords(change), `was ${shortDay(before, format)} ${clockTime(before, format)}`);
  if (occurrence === null) return '';
  const time = timeRange(occurrence, format);
  return what === 'room'
    ? line(changeWords(change), time, serviceOf(occurrence))
    : line(changeWords(change), shortDay(start, format), time);
}
