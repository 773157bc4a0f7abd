import { countdown, duration, timeUntil, timeUntilInWords } from '#core/format/timeUntil.ts';
import { dateOf } from '#core/agenda/agenda.ts';
import { clockTime, dayHeading, shortDay, timeRange, type TimeFormat } from '#core/format/formatTime.ts';
import type { PanelMeeting } from '#core/tray/panelSnapshot.ts';
import type { Instant } from '#base';
import { texts } from './texts.ts';

const isOn = ({ start, end }: Pick<PanelMeeting, 'start' | 'end'>, now: Instant): boolean =>
  start <= now && now < end;

/** The large clock: label and value. @param running number of meetings that are on now */
export function panelClock(
  meeting: Pick<PanelMeeting, 'start' | 'end' | 'isMaybe'>,
  now: Instant,
  running = 0,
): { label: string; value: string } {
  const { start, end, isMaybe } = meeting;
  if (now < start) return { label: isMaybe ? texts.maybeIn : texts.nextIn, value: countdown(start - now) };
  if (now >= end) return { label: texts.ended, value: texts.ago(duration(now - end)) };
  const label = isMaybe ? texts.maybeEndsIn : texts.endsIn;
  return {
    label: running > 1 ? `${texts.severalOn(running)} · ${label}` : label,
    value: countdown(end - now),
  };
}

const isToday = (start: Instant, now: Instant, { zone }: TimeFormat): boolean =>
  dateOf(start, zone) === dateOf(now, zone);

/** `17:00–18:00 · kOps`, with its day if that is not today. */
export function lineOf(
  { start, end, community }: Pick<PanelMeeting, 'start' | 'end' | 'community'>,
  now: Instant,
  format: TimeFormat,
): string {
  const range = timeRange({ time: { kind: 'timed', start, end } }, format);
  const day = isToday(start, now, format) ? '' : `${shortDay(start, format)} `;
  return `${day}${range}${community === '' ? '' : ` · ${community}`}`;
}

/** Rows under one heading. */
export interface PanelGroup {
  readonly heading: string;
  readonly isNow: boolean;
  readonly meetings: readonly PanelMeeting[];
}

/** The meetings under “On now”, “Today”, “Tomorrow” and later days. @param meetings soonest first */
export function panelGroups(
  meetings: readonly PanelMeeting[],
  now: Instant,
  format: TimeFormat,
): readonly PanelGroup[] {
  const headingOf = (meeting: PanelMeeting): string =>
    isOn(meeting, now) ? texts.onNow : dayHeading(dateOf(meeting.start, format.zone), now, format);
  return [...Map.groupBy(meetings, headingOf)].map(([heading, grouped]) => ({
    heading,
    isNow: grouped.some((meeting) => isOn(meeting, now)),
    meetings: grouped,
  }));
}

/** What a row says at its end: `joined`, `ends in 9 min`, `in 8 min`; empty on another day. */
export function rowState(meeting: PanelMeeting, now: Instant, format: TimeFormat): string {
  const { start, end, visit } = meeting;
  if (isOn(meeting, now)) return visit === 'joined' ? texts.joined : texts.endsInTime(timeUntil(end, now));
  return start > now && isToday(start, now, format) ? texts.inTime(timeUntil(start, now)) : '';
}

/**
 * What a screen reader says of a row: `SIG Node, 18:00, maybe, in 29 minutes, 2 of 5`.
 * @param place `2 of 5`
 */
export function rowName(meeting: PanelMeeting, now: Instant, format: TimeFormat, place: string): string {
  const { title, start, end, isMaybe, isUnconfirmed } = meeting;
  const time = clockTime(start, format);
  const isHere = isToday(start, now, format);
  const until = isOn(meeting, now)
    ? texts.endsInTime(timeUntilInWords(end, now))
    : isHere && start > now
      ? texts.inTime(timeUntilInWords(start, now))
      : '';
  const parts = [
    title,
    isHere ? time : `${dayHeading(dateOf(start, format.zone), now, format)} ${time}`,
    isMaybe ? texts.maybe : '',
    isUnconfirmed ? texts.unconfirmed : '',
    isOn(meeting, now) ? texts.onNow : '',
    isOn(meeting, now) && meeting.visit === 'joined' ? texts.joined : '',
    until,
    place,
  ];
  return parts.filter((part) => part !== '').join(', ');
}
