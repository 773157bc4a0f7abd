import type { Occurrence } from '../agenda/occurrence.ts';
import { isUncertain, isUnconfirmed } from '../agenda/statements.ts';
import { clockTime, shortDay, type TimeFormat } from '../format/formatTime.ts';
import { shortTitle } from '../format/shortTitle.ts';
import { timeLeftText } from '../format/timeUntil.ts';
import { HIDDEN_TITLE, meetingTexts } from '../reminders/texts.ts';
import type { Instant } from '#base';
import type { TrayMeeting, TrayModel } from './trayModel.ts';

/** The words of tray and panel. */

/** A menu is as wide as its longest entry, and Windows cuts a tooltip after 127 characters. */
const LONGEST_TITLE = 60;

/** A meeting in the tray's menu. */
export interface TrayEntry {
  readonly label: string;
  readonly occurrence: Occurrence;
}

/** The words of a {@link TrayModel}. */
export interface TrayTexts {
  readonly tooltip: string;
  /** Beside the icon, on macOS; empty for none. */
  readonly title: string;
  readonly join: readonly TrayEntry[];
  /** Opens the floating clock; null without a meeting today. */
  readonly clock: TrayEntry | null;
  readonly skip: TrayEntry | null;
  /** null while reminders come. */
  readonly paused: string | null;
  /** null while all feeds can be updated. */
  readonly failing: string | null;
  readonly next: readonly TrayEntry[];
}

/** The words of the tray's icon and menu. */
export function trayTexts(model: TrayModel): TrayTexts {
  const { format, next, skip, pausedUntil, failingFeeds } = model;
  const titleIn = ({ title }: Occurrence): string =>
    model.hidesTitles ? HIDDEN_TITLE : shortTitle(title, LONGEST_TITLE);
  const failing = failingFeeds === 0 ? null : failingText(failingFeeds);
  const countdown = next === null ? noMeetingsText : `${titleIn(next.occurrence)} ${whenText(next)}`;
  return {
    tooltip: failing === null ? countdown : `${countdown}\n${failing}`,
    title: iconTitle(next),
    join: model.join.map((occurrence) => ({ label: meetingTexts.join(titleIn(occurrence)), occurrence })),
    clock:
      next?.isToday === true
        ? { label: `Clock for ${titleIn(next.occurrence)}`, occurrence: next.occurrence }
        : null,
    skip: skip === null ? null : { label: `Skip ${titleIn(skip)}`, occurrence: skip },
    paused: pausedUntil === null ? null : pausedText(pausedUntil, format),
    failing,
    next: model.listed.map((meeting) => ({
      label: `${startText(meeting, format)}  ${titleIn(meeting.occurrence)}${doubtOf(meeting.occurrence)}`,
      occurrence: meeting.occurrence,
    })),
  };
}

const doubtOf = (one: Occurrence): string =>
  one.isWeekUnknown ? ' (maybe)' : isUnconfirmed(one) ? ' (unconfirmed)' : '';

const noMeetingsText = 'No meetings in the next weeks';

/** `Reminders are paused until 15:00`. */
export const pausedText = (until: Instant, format: TimeFormat): string =>
  `Reminders are paused until ${clockTime(until, format)}`;

/** `2 calendars cannot be updated`. @param count at least 1 */
export const failingText = (count: number): string =>
  `${count === 1 ? '1 calendar' : `${count} calendars`} cannot be updated`;

function whenText({ occurrence, left }: NonNullable<TrayModel['next']>): string {
  const isMaybe = isUncertain(occurrence);
  if (left === null) return isMaybe ? 'may be on now' : 'is on now';
  return `${isMaybe ? 'may be on ' : ''}in ${timeLeftText(left)}`;
}

/** Without the meeting's title, since screens are shared, and only for today's meetings. */
function iconTitle(next: TrayModel['next']): string {
  if (next === null) return '';
  if (next.left === null) return 'now';
  return next.isToday ? timeLeftText(next.left) : '';
}

function startText({ start, isToday }: TrayMeeting, format: TimeFormat): string {
  const time = clockTime(start, format);
  return isToday ? time : `${shortDay(start, format)} ${time}`;
}
