/**
 * Calendar: iCalendar (RFC 5545) bytes into series, and series into dated occurrences. See README.md.
 */

// Read a feed: bytes into series.
export { parseIcs } from './parseIcs.ts';
export { decodeText } from './ics/decodeText.ts';
export type { CalendarProblemCode } from './problems.ts';

// Series, from a feed or from a wall time and a rule.
export type { Attendee, Pattern, Series, SeriesDetails, SeriesOccurrence } from './series.ts';
export { type DocumentLinks, documentLinks } from './documentLinks.ts';
export { plainDetails } from './plainDetails.ts';
export { recurringSeries } from './recurringSeries.ts';
export { unchangedSeries } from './unchangedSeries.ts';

// Expand series: the occurrences of a window.
export { expandSeries } from './expandSeries.ts';
export { DatedOccurrence } from './datedOccurrence.ts';
export { type OccurrenceTime, occurrenceTime } from './occurrenceTime.ts';

// Doubts: what a reader assumed, and what it asks.
export { type Doubt, asksForWeek, distinctDoubts, doubt, needsAnswer, settledBy } from './doubt.ts';

// Rules (RRULE): parse them, test single days, describe them in words.
export { readRule } from './recurrence/readRule.ts';
export type { RecurrenceRule, RuleDay } from './recurrence/rule.ts';
export { fitsDay, intervalOf } from './ruleDays.ts';
export { readingInWords, rhythmInWords } from './rhythmInWords.ts';

// Readings: the possible meanings of a schedule that is only written in words.
export {
  type Reading,
  type WeekDoubt,
  isDateOf,
  isSameReading,
  isTurnOf,
  nextDatesOf,
  reading,
  readingsOf,
  rulesOfAll,
} from './reading.ts';

// Dates, wall times and zones.
export {
  type DayNumber,
  checkedDay,
  dateOf,
  dateText,
  dayNumber,
  dayOf,
  dayOfDateText,
  daysInMonth,
  wallTimeOfText,
  weekdayOf,
} from './wallTime.ts';
export { isoWeekOf } from './isoWeek.ts';
export { ianaZone } from './zones/zone.ts';
