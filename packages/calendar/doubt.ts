import { z } from 'zod';

/**
 * What a reader could not know about a meeting for certain: a question that it asks, or an assumption that it made.
 * A doubt holds facts only; its words are made where it is shown. `words` and `written` quote the source.
 */

export const dayCode = z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']);

/** Wall time, `HH:MM`. */
const time = z.string();
/** IANA name, or an offset such as `+08:00`. */
const zone = z.string();
const days = z.array(dayCode).readonly();
const dates = z.array(z.iso.date()).readonly();
const text = z.string();
const count = z.int();

/** A time with its zone as the source writes it. */
const zonedTime = z.strictObject({ time, zone: text });

const of = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.strictObject({ kind: z.literal(kind), ...shape });

const ofDates = [
  // Weeks and months.
  of('whichWeek', { everyWeeks: count }),
  of('startWithoutYear', {}),
  /** The first date is not on a day of the meeting. */
  of('startOnOtherDay', { start: dayCode, days }),
  of('whichMonths', { everyMonths: count }),
  of('whichMonthsAndWeeks', { everyMonths: count }),
  of('someMonths', {}),
  of('whichOfMonth', { day: dayCode }),
  /** The day after `the last Tuesday`, for example, can be in the next month. */
  of('besideMonth', { day: dayCode }),
  /** Only the first date shows which one of the month it is. */
  of('nthFromStart', { nth: count, day: dayCode }),
  /** `times`: how often in a month; null for “several times”. */
  of('whichWeeksOfMonth', { times: count.nullable() }),
  of('whichWeeksLeftOut', {}),
  /** `every second Tuesday`: every two weeks, or the second one of the month. No days: it says “week”. */
  of('weeksOrMonth', { nth: count, days }),
  of('weekdayOrDate', {}),
  /** `odd Tuesdays`: of the year's weeks, or of each month. No days: it says “weeks”. */
  of('parityOfYearOrMonth', { parity: z.enum(['odd', 'even']), days }),
  of('whichInterval', { weeks: z.array(count).readonly() }),
  of('whichRhythm', { either: z.enum(['week', 'twoWeeks']), or: z.enum(['twoWeeks', 'month']) }),
  of('ambiguousWord', { word: z.enum(['bimonthly', 'triweekly']) }),
  /** Dates that no rule gives. */
  of('whichDates', {
    because: z.enum([
      'onDemand',
      'irregular',
      'severalAYear',
      'someWeeksOfMonth',
      'fullWeek',
      'fromDayOfMonth',
      'fromOtherPeriod',
      'otherDays',
    ]),
  }),
  /** `times`: how often in a week; null for “several times”. */
  of('whichDaysOfWeek', { times: count.nullable() }),
  of('dailyOnOneDay', { day: dayCode }),
  // Turns.
  of('turnsOfTimes', { times: count }),
  of('turnsOfMeetings', { meetings: count }),
  of('turnsWithWhich', {}),
  of('turnsInWords', { words: text }),
  of('sameDaysAs', { title: text }),
  // Days.
  of('rhythmUnknown', {}),
  of('whichDay', {}),
  of('choiceOfDays', {}),
  /** The day and the frequency of an entry name different days. */
  of('dayAndFrequencyDiffer', { day: dayCode, other: dayCode }),
  of('daysDiffer', { days, others: days }),
  of('datesLeftOutUnknown', { words: text }),
  of('wordsUnread', { words: text }),
  of('titleDiffers', { title: text }),
  of('moved', {}),
  of('ends', { written: text }),
  of('weeklyAssumed', {}),
  of('dayFromStart', { day: dayCode }),
  of('datesLeftOut', { dates }),
  of('weekFromEntries', { dates }),
] as const;

const ofTimes = [
  of('whichTime', {}),
  of('whichMidnight', {}),
  of('morningOrAfternoon', { time }),
  of('timeBySeason', { words: text }),
  of('timesDiffer', { time, other: time }),
  of('timesNeverAgree', { times: z.tuple([text, text]).readonly() }),
  /** Two times that are the same moment for a part of the year; the first counts, as a question or an assumption. */
  of('timesAgreeInPart', { first: zonedTime, second: zonedTime }),
  of('timesDrift', { first: zonedTime, second: zonedTime }),
  /** The time of an entry names several times, or another zone than its zone field. */
  of('timeUnclear', { time: text, zone: text.nullable() }),
  of('titleTimeDiffers', { inTitle: text, time, zone: text }),
  of('lengthAssumed', { minutes: count }),
] as const;

const ofZones = [
  of('whichZone', {}),
  of('zonesDiffer', { zones: z.tuple([text, text]).readonly() }),
  of('zoneVaries', { written: text }),
  /** The page names other zones for all of its times. */
  of('pageZonesDiffer', { ofPage: z.array(text).readonly(), zone: text }),
  /** A name of several zones that are as likely; the first is taken. */
  of('zoneAmbiguous', { written: text, zones: z.tuple([zone, zone]).readonly() }),
  /** A name that most often means `zone`. */
  of('zoneMostLikely', { written: text, zone, others: z.array(zone).readonly() }),
  /** `EST` all year is read as the time there with its summer time. */
  of('zoneOfSeason', { written: text, zone }),
  of('regionOfSeason', { written: text }),
  /** Times in UTC that change with the clocks of a country that is not named. */
  of('seasonsOfWhichCountry', { summer: time, winter: time }),
  of('utcReadAsLocal', { summer: time, winter: time, time, zone }),
  of('zoneOfPage', { zone: text }),
  of('zoneThatCounts', { zone: text }),
  /** `readIn`: null for the viewer's zone. */
  of('zoneUnknown', { written: text, readIn: zone.nullable() }),
] as const;

const ofTheRest = [
  of('whichRoomWhen', {}),
  of('cancelledByTitle', {}),
  of('proposedTime', {}),
  of('cancelledElsewhere', { feedName: text }),
  /** It is from a text that nobody confirmed since. `age` in words, for an undated text that shows one. */
  of('unconfirmed', { date: z.iso.date().nullable(), age: text.nullable() }),
  // What the author of a catalogue notes, in their own words.
  of('notedQuestion', { words: text }),
  of('notedWeekQuestion', { words: text }),
  of('notedAssumption', { words: text }),
] as const;

export const doubt = z.discriminatedUnion('kind', [...ofDates, ...ofTimes, ...ofZones, ...ofTheRest]);
export type Doubt = z.infer<typeof doubt>;

/** What answers each doubt: `week`, once its dates are known; `source`, a clearer source. Null for an assumption. */
const SETTLED_BY = {
  whichWeek: 'week',
  startWithoutYear: 'week',
  startOnOtherDay: 'week',
  whichMonths: 'week',
  whichMonthsAndWeeks: 'week',
  someMonths: 'week',
  whichOfMonth: 'week',
  besideMonth: 'week',
  nthFromStart: 'week',
  whichWeeksOfMonth: 'week',
  whichWeeksLeftOut: 'week',
  weeksOrMonth: 'week',
  weekdayOrDate: 'week',
  parityOfYearOrMonth: 'week',
  whichInterval: 'week',
  whichRhythm: 'week',
  ambiguousWord: 'week',
  whichDates: 'week',
  whichDaysOfWeek: 'week',
  dailyOnOneDay: 'week',
  turnsOfTimes: 'week',
  turnsOfMeetings: 'week',
  turnsWithWhich: 'week',
  notedWeekQuestion: 'week',

  turnsInWords: 'source',
  sameDaysAs: 'source',
  rhythmUnknown: 'source',
  whichDay: 'source',
  choiceOfDays: 'source',
  dayAndFrequencyDiffer: 'source',
  daysDiffer: 'source',
  datesLeftOutUnknown: 'source',
  wordsUnread: 'source',
  titleDiffers: 'source',
  moved: 'source',
  ends: 'source',
  whichTime: 'source',
  whichMidnight: 'source',
  morningOrAfternoon: 'source',
  timeBySeason: 'source',
  timesDiffer: 'source',
  timesNeverAgree: 'source',
  timesAgreeInPart: 'source',
  timeUnclear: 'source',
  titleTimeDiffers: 'source',
  whichZone: 'source',
  zonesDiffer: 'source',
  zoneVaries: 'source',
  pageZonesDiffer: 'source',
  zoneAmbiguous: 'source',
  seasonsOfWhichCountry: 'source',
  whichRoomWhen: 'source',
  cancelledByTitle: 'source',
  proposedTime: 'source',
  notedQuestion: 'source',
  unconfirmed: 'source',

  weeklyAssumed: null,
  dayFromStart: null,
  datesLeftOut: null,
  weekFromEntries: null,
  timesDrift: null,
  lengthAssumed: null,
  zoneMostLikely: null,
  zoneOfSeason: null,
  regionOfSeason: null,
  utcReadAsLocal: null,
  zoneOfPage: null,
  zoneThatCounts: null,
  zoneUnknown: null,
  cancelledElsewhere: null,
  notedAssumption: null,
} as const satisfies Record<Doubt['kind'], 'week' | 'source' | null>;

/** What answers a doubt; null for an assumption, which needs no answer. */
export const settledBy = ({ kind }: Doubt): 'week' | 'source' | null => SETTLED_BY[kind];

/** True for a question, false for an assumption. */
export const needsAnswer = (one: Doubt): boolean => settledBy(one) !== null;

/** The questions that are answered once it is known on which dates the meeting takes place. */
export const asksForWeek = (one: Doubt): boolean => settledBy(one) === 'week';

/** The doubts, each once, in their order. */
export const distinctDoubts = (doubts: readonly Doubt[]): Doubt[] => [
  ...new Map(doubts.map((one) => [JSON.stringify(one), one])).values(),
];
