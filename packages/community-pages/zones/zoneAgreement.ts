import { DateTime } from 'luxon';
import { memoize, type ZoneName } from '#base';

/** A time of day in a zone. */
export interface ZonedTime {
  /** `HH:MM` */
  readonly time: string;
  readonly zone: ZoneName;
}

/** `UTC+08:00` for an offset, as luxon expects it. */
const luxonZone = (zone: ZoneName): string => (/^[+-]/.test(zone) ? `UTC${zone}` : zone);

/** A past year, so that its clock changes are fixed; its rules are the present ones. */
const YEAR = 2025;
const WEEKS = 52;
const DAY_MINUTES = 24 * 60;

/** Minutes after midnight UTC of a `HH:MM zone`, for each week of a year. */
const utcMinutesOf = memoize((written): readonly number[] => {
  const [hour, minute, zone] = [Number(written.slice(0, 2)), Number(written.slice(3, 5)), written.slice(6)];
  return Array.from({ length: WEEKS }, (_, week) => {
    const local = DateTime.fromObject(
      { year: YEAR, ordinal: 2 + week * 7, hour, minute },
      { zone: luxonZone(zone) },
    ).toUTC();
    return (local.hour * 60 + local.minute) % DAY_MINUTES;
  });
});
const utcMinutes = ({ time, zone }: ZonedTime) => utcMinutesOf(`${time} ${zone}`);

/** Hours between two times of day, in the week of the year in which they are closest. */
export function hoursApart(left: ZonedTime, right: ZonedTime): number {
  const other = utcMinutes(right);
  return Math.min(
    ...utcMinutes(left).map((minutes, week) => {
      const apart = Math.abs(minutes - (other[week] ?? 0));
      return Math.min(apart, DAY_MINUTES - apart) / 60;
    }),
  );
}

/**
 * The share of the weeks of a year in which two times of day are the same instant: 1 always, 0 never.
 * Ignores days: `5 PM PT` is `9 AM` of the next day in Tokyo.
 */
export function shareOfAgreement(left: ZonedTime, right: ZonedTime): number {
  const other = utcMinutes(right);
  return utcMinutes(left).filter((minutes, week) => minutes === other[week]).length / WEEKS;
}

/** Days by which the same instant is later in the other zone, by its own calendar: 1 for `5 PM PT` in Tokyo. */
export function daysLater({ time, zone }: ZonedTime, other: ZoneName): number {
  const [hour, minute] = [Number(time.slice(0, 2)), Number(time.slice(3, 5))];
  const local = DateTime.fromObject(
    { year: YEAR, month: 6, day: 15, hour, minute },
    { zone: luxonZone(zone) },
  );
  return local.setZone(luxonZone(other)).day - local.day;
}
