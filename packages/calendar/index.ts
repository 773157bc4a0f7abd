export { DatedOccurrence } from './datedOccurrence.ts';
export { expandSeries } from './expandSeries.ts';
export { decodeText } from './ics/decodeText.ts';
export { isoWeekOf } from './isoWeek.ts';
export { parseIcs } from './parseIcs.ts';
export { plainDetails } from './plainDetails.ts';
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
export { readRule } from './recurrence/readRule.ts';
export type { RecurrenceRule, RuleDay } from './recurrence/rule.ts';
export { recurringSeries } from './recurringSeries.ts';
export { readingInWords, rhythmInWords } from './rhythmInWords.ts';
export { fitsDay, intervalOf } from './ruleDays.ts';
export type { Pattern, Series, SeriesDetails, SeriesOccurrence } from './series.ts';
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
export { ianaZone } from './zones/zone.ts';
export { type MeetingLinks, meetingLinks } from './meetingLinks.ts';
export { type OccurrenceTime, occurrenceTime } from './occurrenceTime.ts';
