import type { Doubt } from '#calendar';
import type { Words } from './phraseNotation.ts';
import type { Rhythm, RhythmReading } from './rhythm.ts';
import { DAY_CODES, type DayCode, daysBetween } from './weekdays.ts';

/**
 * The meanings of the grammar's phrases: functions from the words of a match to a rhythm. Null if the words
 * have no meaning.
 */

export const reading = (
  rhythm: Rhythm,
  words: Words,
  doubts: readonly Doubt[] = [],
  alternatives: readonly Rhythm[] = [],
): RhythmReading => ({
  rhythm,
  weekdays: words.days.length > 0 ? words.days : null,
  doubts,
  alternatives,
});

export const everyWeeks =
  (interval: number) =>
  (words: Words): RhythmReading =>
    reading({ kind: 'weeks', interval }, words);
export const everyMonths =
  (interval: number) =>
  (words: Words): RhythmReading =>
    reading({ kind: 'months', interval }, words);
export const unclear =
  (question: Doubt, ...readings: Rhythm[]) =>
  (words: Words): RhythmReading =>
    reading({ kind: 'unclear', readings }, words, [question]);

export const onDemand = (words: Words): RhythmReading =>
  reading({ kind: 'onDemand' }, words, [{ kind: 'whichDates', because: 'onDemand' }]);

export const positions = (
  nths: readonly number[],
  days: readonly DayCode[],
): Rhythm & { kind: 'monthPositions' } => {
  const weekdays: readonly (DayCode | null)[] = days.length === 0 ? [null] : days;
  return {
    kind: 'monthPositions',
    positions: nths.flatMap((nth) => weekdays.map((weekday) => ({ nth, weekday }))),
  };
};
/** `the first Thursday of January, April, July and October` */
export const inMonthsNamed = (words: Words): RhythmReading =>
  reading({ ...positions(words.ordinals, words.days), inMonths: words.months }, words);
export const inMonth = (words: Words): RhythmReading => reading(positions(words.ordinals, words.days), words);
export const twiceAMonth = [
  positions([1, 3], []),
  positions([2, 4], []),
  { kind: 'weeks', interval: 2 } as const,
];

/** `every second Tuesday`: every two weeks, or the second of the month. */
export function everyOrdinal(words: Words): RhythmReading | null {
  const [nth, ...more] = words.ordinals;
  if (nth === undefined) return null;
  // `every first and third Monday`, `every last Friday`: only a month has such positions.
  if (more.length > 0 || nth === 1 || nth === -1) return inMonth(words);
  const question: Doubt = { kind: 'weeksOrMonth', nth, days: words.days };
  const weeks: Rhythm = { kind: 'weeks', interval: nth };
  const monthly = positions([nth], words.days);
  // For two, common usage is every other week. From three on, both readings are equally likely.
  if (nth === 2) return reading(weeks, words, [question], [monthly]);
  return reading({ kind: 'unclear', readings: [weeks, monthly] }, words, [question], [weeks, monthly]);
}

export function everyNthWeek(words: Words): RhythmReading | null {
  const [nth, ...more] = words.ordinals;
  if (nth === undefined) return null;
  if (more.length > 0 || nth === 1 || nth === -1) return inMonth(words);
  const doubts: Doubt[] = nth === 2 ? [] : [{ kind: 'weeksOrMonth', nth, days: [] }];
  return reading({ kind: 'weeks', interval: nth }, words, doubts, [positions([nth], words.days)]);
}

/** `Tuesday` in one column and `1st of the month` in another: the first Tuesday, or the first day. */
export function dayOrDate(words: Words): RhythmReading {
  return reading(positions(words.ordinals, words.days), words, [{ kind: 'weekdayOrDate' }]);
}

export const beside =
  (direction: 1 | -1) =>
  (words: Words): RhythmReading | null => {
    const [weekday, nth, other] = [words.days[0], words.ordinals[0], words.otherDay];
    if (weekday === undefined || nth === undefined || other === null) return null;
    const days = direction === 1 ? daysBetween(other, weekday) : -daysBetween(weekday, other);
    return reading({ kind: 'besidePosition', nth, weekday, shift: days === 0 ? 7 * direction : days }, words);
  };

export const except = (words: Words): RhythmReading =>
  reading({ kind: 'weeklyExcept', nths: words.ordinals }, { ...words, days: [] });
export const exceptOfDays = (words: Words): RhythmReading =>
  reading({ kind: 'weeklyExcept', nths: words.ordinals }, words);
export const parity =
  (side: 'odd' | 'even') =>
  (words: Words): RhythmReading =>
    reading({ kind: 'weekNumbers', parity: side }, words);
/** `odd week numbers of each month`: the year's weeks, or the first, third and fifth of the month. */
export const parityInMonth =
  (side: 'odd' | 'even') =>
  (words: Words): RhythmReading =>
    reading(
      { kind: 'weekNumbers', parity: side },
      words,
      [{ kind: 'parityOfYearOrMonth', parity: side, days: [] }],
      [positions(side === 'odd' ? [1, 3, 5] : [2, 4], words.days)],
    );
/** `every even Thursday`: of even weeks, or the second and fourth of the month. */
export const parityOfDays =
  (side: 'odd' | 'even') =>
  (words: Words): RhythmReading =>
    reading(
      { kind: 'weekNumbers', parity: side },
      words,
      [{ kind: 'parityOfYearOrMonth', parity: side, days: words.days }],
      [positions(side === 'odd' ? [1, 3, 5] : [2, 4], words.days)],
    );
export const WORKDAYS = DAY_CODES.slice(0, 5);
export const workdays = (words: Words): RhythmReading =>
  reading({ kind: 'weeks', interval: 1 }, { ...words, days: WORKDAYS });

/** `every weekday except Friday`: the remaining days. */
export const allBut =
  (all: readonly DayCode[]) =>
  (words: Words): RhythmReading =>
    reading(
      { kind: 'weeks', interval: 1 },
      { ...words, days: all.filter((day) => !words.days.includes(day)) },
    );

/** `four times a year`: every three months. */
export function timesAYear(words: Words): RhythmReading {
  const months = 12 / words.count;
  return Number.isInteger(months) && months > 1
    ? everyMonths(months)(words)
    : unclear({ kind: 'whichDates', because: 'severalAYear' })(words);
}
