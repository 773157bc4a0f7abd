import type { Doubt } from '#calendar';
import { datedWords } from '../format/datedWords.ts';
import { type CalendarDate, type ZoneName, quoted } from '#base';

/** The words for what a reader assumed, and for what it asks. The window, the command line and notices show them. */

type Kind = Doubt['kind'];
type DoubtOf = { readonly [K in Kind]: Extract<Doubt, { kind: K }> };
type DayCode = DoubtOf['whichOfMonth']['day'];

const DAYS: Readonly<Record<DayCode, string>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};
const NTHS = ['first', 'second', 'third', 'fourth', 'fifth'];

const dayWord = (day: DayCode): string => DAYS[day];
const dayWords = (days: readonly DayCode[]): string => days.map(dayWord).join(' and ');
const nthWord = (nth: number): string => (nth === -1 ? 'last' : (NTHS[nth - 1] ?? `${nth}th`));

const dateWords = (dates: readonly CalendarDate[], locale: string): string =>
  dates.map((date) => datedWords(date, locale)).join(', ');

/** The clocks of a place, before “time”. */
const CLOCKS: Readonly<Record<ZoneName, string>> = {
  'America/Anchorage': 'Alaska',
  'America/Chicago': 'US Central',
  'America/Denver': 'Mountain',
  'America/Los_Angeles': 'Pacific',
  'America/New_York': 'US Eastern',
  'Asia/Jerusalem': 'Israel',
  'Australia/Adelaide': 'Central Australian',
  'Australia/Sydney': 'Sydney',
  'Europe/Berlin': 'Central European',
  'Europe/Helsinki': 'Eastern European',
  'Europe/Lisbon': 'Western European',
  'Pacific/Auckland': 'New Zealand',
};

/** What the letters of an ambiguous abbreviation mean. */
const MEANINGS: Readonly<Record<ZoneName, string>> = {
  'America/Chicago': 'US Central Time',
  'Asia/Dhaka': 'Bangladesh',
  'Asia/Jerusalem': 'Israel',
  'Asia/Kolkata': 'India',
  'Asia/Shanghai': 'China Standard Time',
  'Europe/Dublin': 'Ireland',
  'Europe/London': 'British time, summer time included',
};

const clocks = (zone: ZoneName): string => CLOCKS[zone] ?? zone;
const meaning = (zone: ZoneName): string => MEANINGS[zone] ?? zone;
const meanings = (zones: readonly ZoneName[]): string => zones.map(meaning).join(' or ');

const INTERVALS = { week: 'every week', twoWeeks: 'every two weeks', month: 'once a month' } as const;
const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
const countWord = (count: number): string => COUNTS[count] ?? String(count);

const WHICH_DATES = {
  onDemand: 'It meets when needed: on which dates?',
  irregular: 'It meets at irregular intervals: which dates?',
  severalAYear: 'It meets several times a year: on which dates?',
  someWeeksOfMonth: 'It meets in some weeks of the month: which dates are these?',
  fullWeek: 'It meets in a full week of the month: on which dates?',
  fromDayOfMonth: 'It is counted from a day of the month: on which dates does it meet?',
  fromOtherPeriod: 'Its day is not counted within a month: on which dates does it meet?',
  otherDays: 'It meets on the other days of this kind: which dates are these?',
} as const satisfies Record<DoubtOf['whichDates']['because'], string>;

const WORD_MEANS = {
  bimonthly: 'Is “bimonthly” twice a month, or every two months?',
  triweekly: 'Is “triweekly” every three weeks, or three times a week?',
} as const satisfies Record<DoubtOf['ambiguousWord']['word'], string>;

type Texts<Some extends Kind> = {
  readonly [K in Some]: (doubt: DoubtOf[K], locale: string) => string;
};

const WEEKS: Texts<
  | 'whichWeek'
  | 'startWithoutYear'
  | 'startOnOtherDay'
  | 'whichMonths'
  | 'whichMonthsAndWeeks'
  | 'someMonths'
  | 'whichOfMonth'
  | 'besideMonth'
  | 'nthFromStart'
  | 'whichWeeksOfMonth'
  | 'whichWeeksLeftOut'
  | 'weeksOrMonth'
  | 'weekdayOrDate'
  | 'parityOfYearOrMonth'
  | 'whichInterval'
  | 'whichRhythm'
  | 'ambiguousWord'
  | 'whichDates'
  | 'whichDaysOfWeek'
  | 'dailyOnOneDay'
> = {
  whichWeek: ({ everyWeeks }) => `It meets every ${everyWeeks} weeks: in which week?`,
  startWithoutYear: () => 'The start date has no year: in which week does it meet?',
  startOnOtherDay: ({ start, days }) =>
    `It starts on a ${dayWord(start)}, but meets on ${dayWords(days)}: which is right?`,
  whichMonths: ({ everyMonths }) => `It meets every ${everyMonths} months: in which of them?`,
  whichMonthsAndWeeks: ({ everyMonths }) =>
    `It meets every ${everyMonths} months: in which months and weeks?`,
  someMonths: () => 'It meets in some months only: in which?',
  whichOfMonth: ({ day }) => `On which ${dayWord(day)} of the month does it meet?`,
  besideMonth: ({ day }) =>
    `It can fall into the next or the last month: on which ${dayWord(day)} does it meet?`,
  nthFromStart: ({ nth, day }) =>
    `Is it the ${nthWord(nth)} ${dayWord(day)} of each month? Only the first date says so`,
  whichWeeksOfMonth: ({ times }) =>
    `It meets ${times === 2 ? 'twice' : 'several times'} a month: in which weeks?`,
  whichWeeksLeftOut: () => 'Which weeks of the month are left out?',
  weeksOrMonth: ({ nth, days }) => {
    const named = `${nthWord(nth)} ${days.length === 0 ? 'week' : dayWords(days)}`;
    return `Is “every ${named}” every ${nth} weeks, or the ${named} of each month?`;
  },
  weekdayOrDate: () => 'Is it that weekday of the month, or that date of the month?',
  parityOfYearOrMonth: ({ parity, days }) =>
    days.length === 0
      ? `Are these the ${parity} weeks of the year, or of each month?`
      : `Are ${parity} ${dayWords(days)}s those of ${parity} weeks of the year, or of each month?`,
  whichInterval: ({ weeks }) => `It meets every ${weeks.map(countWord).join(' or ')} weeks: which dates?`,
  whichRhythm: ({ either, or }) => `Does it meet ${INTERVALS[either]} or ${INTERVALS[or]}?`,
  ambiguousWord: ({ word }) => WORD_MEANS[word],
  whichDates: ({ because }) => WHICH_DATES[because],
  whichDaysOfWeek: ({ times }) =>
    `It meets ${times === 2 ? 'twice' : 'several times'} a week: on which days?`,
  dailyOnOneDay: ({ day }) => `It says “daily”, but names ${dayWord(day)} only: on which days does it meet?`,
};

const TURNS_AND_DAYS: Texts<
  | 'turnsOfTimes'
  | 'turnsOfMeetings'
  | 'turnsWithWhich'
  | 'turnsInWords'
  | 'sameDaysAs'
  | 'rhythmUnknown'
  | 'whichDay'
  | 'choiceOfDays'
  | 'dayAndFrequencyDiffer'
  | 'daysDiffer'
  | 'datesLeftOutUnknown'
  | 'wordsUnread'
  | 'titleDiffers'
  | 'moved'
  | 'ends'
  | 'weeklyAssumed'
  | 'dayFromStart'
  | 'datesLeftOut'
  | 'weekFromEntries'
> = {
  turnsOfTimes: ({ times }) => `It alternates between ${times} times: which one applies in which week?`,
  turnsOfMeetings: ({ meetings }) =>
    `It takes turns with others, ${meetings} in all: which one meets in which week?`,
  turnsWithWhich: () => 'It says that meetings take turns: which other meeting does it alternate with?',
  turnsInWords: ({ words }) => `It says ${quoted(words)}: which meetings does that mean?`,
  sameDaysAs: ({ title }) =>
    `Its start date puts it on the same days as ${quoted(title)}: do the two take turns instead?`,
  rhythmUnknown: () => 'It does not say how often it meets',
  whichDay: () => 'On which day does it meet?',
  choiceOfDays: () => 'It names a choice of days: on which one does it meet?',
  dayAndFrequencyDiffer: ({ day, other }) =>
    `Its day is ${dayWord(day)}, but its frequency says ${dayWord(other)}: which one is right?`,
  daysDiffer: ({ days, others }) =>
    `The page says ${dayWords(days)} in one place and ${dayWords(others)} in another: which day is right?`,
  datesLeftOutUnknown: ({ words }) => `The page says ${quoted(words)}: which dates are left out?`,
  wordsUnread: ({ words }) => `It says ${quoted(words)}: when does it meet?`,
  titleDiffers: ({ title }) => `Its title is ${quoted(title)}: when does it meet?`,
  moved: () => 'It says that it was moved: is the new day and time right?',
  ends: ({ written }) => `It says that it ends on ${written}: does it still take place?`,
  weeklyAssumed: () => 'every week assumed, because only a weekday is named',
  dayFromStart: ({ day }) => `${dayWord(day)} taken from the start date`,
  datesLeftOut: ({ dates }, locale) => `left out on ${dateWords(dates, locale)}, as the page says`,
  weekFromEntries: ({ dates }, locale) =>
    `the week follows from earlier meetings on the page: ${dateWords(dates, locale)}`,
};

const TIMES: Texts<
  | 'whichTime'
  | 'whichMidnight'
  | 'morningOrAfternoon'
  | 'timeBySeason'
  | 'timesDiffer'
  | 'timesNeverAgree'
  | 'timesAgreeInPart'
  | 'timesDrift'
  | 'timeUnclear'
  | 'titleTimeDiffers'
  | 'lengthAssumed'
> = {
  whichTime: () => 'At what time does it meet?',
  whichMidnight: () => 'Is it the midnight before that day, or after it?',
  morningOrAfternoon: ({ time }) =>
    `Is it ${time} in the morning or in the afternoon? The text does not say am or pm`,
  timeBySeason: ({ words }) => `The time changes with the season (${words}): which time applies when?`,
  timesDiffer: ({ time, other }) =>
    `The page says ${time} in one place and ${other} in another: which time is right?`,
  timesNeverAgree: ({ times: [one, other] }) =>
    `The times ${one} and ${other} are never the same moment: which one is right?`,
  timesAgreeInPart: ({ first, second }) =>
    `${first.time} ${first.zone} and ${second.time} ${second.zone} are the same moment for only a part of the year: which one is right? Until you answer, ${first.zone} is used.`,
  timesDrift: ({ first, second }) =>
    `${first.time} ${first.zone} and ${second.time} ${second.zone} differ for a part of the year, because clocks change; ${first.zone} is used`,
  timeUnclear: ({ time, zone }) =>
    `The time is ${quoted(time)}${zone === null ? '' : ` and the zone ${zone}`}: when does it meet?`,
  titleTimeDiffers: ({ inTitle, time, zone }) =>
    `The title says ${inTitle}, the fields say ${time} ${zone}: which one is right?`,
  lengthAssumed: ({ minutes }) => `${minutes} minutes assumed`,
};

const ZONES: Texts<
  | 'whichZone'
  | 'zonesDiffer'
  | 'zoneVaries'
  | 'pageZonesDiffer'
  | 'zoneAmbiguous'
  | 'zoneMostLikely'
  | 'zoneOfSeason'
  | 'regionOfSeason'
  | 'seasonsOfWhichCountry'
  | 'utcReadAsLocal'
  | 'zoneOfPage'
  | 'zoneThatCounts'
  | 'zoneUnknown'
> = {
  whichZone: () => 'In which time zone is this time?',
  zonesDiffer: ({ zones: [one, other] }) => `It names ${one} and ${other}: in which of them is the time?`,
  zoneVaries: ({ written }) => `The zone is ${quoted(written)}: which one applies when?`,
  pageZonesDiffer: ({ ofPage, zone }) =>
    `The page says that its times are in ${ofPage.join(' or ')}, but here it is ${zone}: which one is right?`,
  zoneAmbiguous: ({ written, zones }) => `${quoted(written)} is ${meanings(zones)}: which one is meant?`,
  zoneMostLikely: ({ written, zone, others }) =>
    `${quoted(written)} is read as ${meaning(zone)}; it can also mean ${meanings(others)}`,
  zoneOfSeason: ({ written, zone }) =>
    `${quoted(written)} is read as ${clocks(zone)} time all year, summer time included`,
  regionOfSeason: ({ written }) =>
    `${quoted(written)} is read as the time there all year, summer time included`,
  seasonsOfWhichCountry: ({ summer, winter }) =>
    `It meets at ${summer} UTC in summer and ${winter} UTC in winter: which country’s clock changes does it follow?`,
  utcReadAsLocal: ({ summer, winter, time, zone }) =>
    `${summer} UTC in summer and ${winter} UTC in winter is read as ${time} ${clocks(zone)} time all year`,
  zoneOfPage: ({ zone }) => `${quoted(zone)} taken from the page as a whole`,
  zoneThatCounts: ({ zone }) => `${zone} is used, as the page says`,
  zoneUnknown: ({ written, readIn }) =>
    `the time zone ${quoted(written)} is unknown; read in ${readIn ?? 'your own time zone'}`,
};

/** `This comes from a text of 19 Aug 2026`. */
function ageOfText(date: CalendarDate | null, age: string | null, locale: string): string {
  if (date !== null) return `This comes from a text of ${datedWords(date, locale)}`;
  return age === null
    ? 'This comes from an undated text'
    : `This comes from a text of ${age.replace(/^text of /, '')}`;
}

const TEXTS: Texts<Kind> = {
  ...WEEKS,
  ...TURNS_AND_DAYS,
  ...TIMES,
  ...ZONES,
  whichRoomWhen: () => 'The page names several rooms: which one is for which date?',
  cancelledByTitle: () => 'Is it cancelled? Its title says so, its calendar does not.',
  proposedTime: () => 'Is it agreed? A participant proposed this time.',
  cancelledElsewhere: ({ feedName }) => `cancelled according to ${quoted(feedName)}`,
  unconfirmed: ({ date, age }, locale) => `${ageOfText(date, age, locale)}. Does it still take place?`,
  notedQuestion: ({ words }) => words,
  notedWeekQuestion: ({ words }) => words,
  notedAssumption: ({ words }) => words,
};

/** A doubt in one sentence, with the dates of a locale (BCP 47). */
export const doubtTextIn =
  (locale: string) =>
  (doubt: Doubt): string => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each kind is paired with the text of its own kind
    const text = TEXTS[doubt.kind] as (one: Doubt, locale: string) => string;
    return text(doubt, locale);
  };

/** A doubt in one sentence for files and programs, with dates that read the same in each country. */
export const doubtText = doubtTextIn('en-GB');
