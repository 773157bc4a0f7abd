import { readOffset } from '../ics/values.ts';
import { DAY, type Instant, MINUTE, SECOND, type ZoneName } from '#base';
import { dayNumber, dateOf, dayOf, isLeapYear, weekdayOf } from '../wallTime.ts';
import type { Offsets, OffsetSpan } from './offsetSpan.ts';

/**
 * Offsets are sampled in pieces of this length, on first use. The step is shorter than any period between two
 * opposite clock changes: a week in Recife in 2000, four weeks in Fiji since 2011.
 */
const PIECE_LENGTH = 364 * DAY;
const STEP_BEFORE_2011 = 4 * DAY;
const STEP = 21 * DAY;

/** Before this, every place used local mean time. */
const EARLIEST = dayNumber(1840, 1, 1) * DAY;
/** From here on, today's rules repeat. */
const LATEST_YEAR = 2100;
const LATEST = dayNumber(LATEST_YEAR, 1, 1) * DAY;
/** The last full cycle of weekdays and leap years before it. */
const LAST_CYCLE = { from: 2072, to: 2099 } as const;

/** Offsets of an IANA zone from the platform's Intl data. Throws for an unknown name. */
export function ianaOffsets(name: ZoneName): Offsets {
  if (name === 'UTC') return () => ({ from: -Infinity, to: Infinity, offset: 0 });
  // Format only the offset: luxon formats a whole date, which takes ten times longer.
  const date = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    timeZoneName: 'longOffset',
    second: 'numeric',
  });
  const offsetAt = (instant: Instant) => {
    const text = date.format(instant);
    // `40 GMT-08:00`, or `40 GMT` at offset zero.
    return readOffset(text.slice(text.indexOf('GMT') + 3)) ?? 0;
  };
  const pieces = new Map<number, readonly OffsetSpan[]>();

  const known: Offsets = (instant) => {
    const number = Math.floor(instant / PIECE_LENGTH);
    let piece = pieces.get(number);
    if (piece === undefined)
      pieces.set(
        number,
        (piece = spansBetween(number * PIECE_LENGTH, (number + 1) * PIECE_LENGTH, offsetAt)),
      );
    for (let index = 0; index < piece.length; index += 1) {
      const span = piece[index];
      if (span !== undefined && instant < span.to) return span;
    }
    return { from: instant, to: instant + 1, offset: offsetAt(instant) };
  };

  return (instant) => {
    if (instant < EARLIEST) return { from: -Infinity, to: EARLIEST, offset: known(EARLIEST).offset };
    if (instant < LATEST) return known(instant);
    const shift = shiftIntoLastCycle(instant);
    const span = known(instant - shift.by);
    return {
      from: Math.max(span.from + shift.by, shift.from),
      to: Math.min(span.to + shift.by, shift.to),
      offset: span.offset,
    };
  };
}

function spansBetween(from: Instant, to: Instant, offsetAt: (instant: Instant) => number): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let spanFrom = from;
  let offset = offsetAt(from);
  const step = from < dayNumber(2011, 1, 1) * DAY ? STEP_BEFORE_2011 : STEP;
  // Local mean times ended at odd seconds; the last was Liberia's.
  const unit = from < dayNumber(1973, 1, 1) * DAY ? SECOND : MINUTE;
  for (let sample = from; sample < to;) {
    const next = Math.min(sample + step, to);
    if (offsetAt(next) === offset) {
      sample = next;
      continue;
    }
    // The offset changes in (sample, next]: bisect to find the instant.
    let before = sample;
    let after = next;
    while (after - before > unit) {
      const middle = before + Math.floor((after - before) / 2 / unit) * unit;
      if (offsetAt(middle) === offset) before = middle;
      else after = middle;
    }
    if (after === to) break;
    spans.push({ from: spanFrom, to: after, offset });
    spanFrom = after;
    sample = after;
    offset = offsetAt(after);
  }
  spans.push({ from: spanFrom, to, offset });
  return spans;
}

/** The shift that moves a distant year onto one of the last known years with the same weekdays. */
function shiftIntoLastCycle(instant: Instant): { by: number; from: Instant; to: Instant } {
  const { year } = dateOf(dayOf(instant));
  const from = dayNumber(year, 1, 1);
  let alike: number = LAST_CYCLE.from;
  while (alike < LAST_CYCLE.to && !isSameCalendar(alike, year)) alike += 1;
  return { by: (from - dayNumber(alike, 1, 1)) * DAY, from: from * DAY, to: dayNumber(year + 1, 1, 1) * DAY };
}

const isSameCalendar = (one: number, other: number) =>
  isLeapYear(one) === isLeapYear(other) &&
  weekdayOf(dayNumber(one, 1, 1)) === weekdayOf(dayNumber(other, 1, 1));
