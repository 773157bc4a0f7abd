import { DateTime } from 'luxon';
import { hoursOf } from '#core/agenda/gridSlots.ts';
import type { TimeFormat } from '#core/format/formatTime.ts';
import { HOUR, type CalendarDate, type ZoneName } from '#base';
import { texts } from './texts.ts';

/** Whether hours have a name of their half of the day, which makes them wider. */
export const hasHalves = ({ locale, clock }: TimeFormat): boolean =>
  clock === '12' ||
  (clock === 'locale' &&
    new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 === true);

/**
 * The hours beside the grid, from its first line on: `08`, `8 AM`, or `13:30` in a zone that is half an hour off.
 * @param zone the one to write the hours of; that of the format is the user's
 */
export function hourLabels(date: CalendarDate, zone: ZoneName, format: TimeFormat): readonly string[] {
  const cycle = format.clock === '24' ? 'h23' : format.clock === '12' ? 'h12' : undefined;
  // The lines are hours of the user's wall clock, also on a day that skips one.
  const isOwn = zone === format.zone;
  const lines = isOwn ? Array.from({ length: 24 }, (_, line) => line * HOUR) : hoursOf(date, format.zone);
  const timeZone = isOwn ? 'UTC' : zone;
  const isFull = lines.every((instant) => DateTime.fromMillis(instant, { zone: timeZone }).minute === 0);
  const written = new Intl.DateTimeFormat(format.locale, {
    timeZone,
    hour: hasHalves(format) ? 'numeric' : '2-digit',
    ...(cycle && { hourCycle: cycle }),
    ...(!isFull && { minute: '2-digit' }),
  });
  return lines.map((instant) => written.format(instant));
}

/** How far another zone's clock is from the user's at noon of that date: `−9 h`, `+5:30 h`; empty if it is not. */
export function zoneDifference(date: CalendarDate, zone: ZoneName, other: ZoneName): string {
  const noon = DateTime.fromISO(`${date}T12:00`, { zone });
  const minutes = noon.setZone(other).offset - noon.offset;
  if (minutes === 0) return '';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const written = rest === 0 ? `${hours}` : `${hours}:${String(rest).padStart(2, '0')}`;
  return texts.hoursDifference(minutes > 0 ? '+' : '−', written);
}
