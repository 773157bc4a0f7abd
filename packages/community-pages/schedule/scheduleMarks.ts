import { memoize } from '#base';
import { readZone, ZONE_PATTERN, type ZoneReading } from '../zones/readZone.ts';
import { findTimes, type TimeMark } from './clockTime.ts';
import { DATE_PATTERN, readDate, type WrittenDate } from './dates.ts';
import { COUNT_PATTERN, readCount } from './ordinals.ts';
import { findRhythms, type RhythmMark } from './recurrenceGrammar.ts';
import { type DayCode, DAYS_PATTERN, isChoiceOfDays, readWeekdays } from './weekdays.ts';

/** Finds everything in a text that says when a meeting is: days, rhythms, times, start dates, lengths. */

interface Span {
  readonly start: number;
  readonly end: number;
}
export interface DaysMark extends Span {
  readonly weekdays: readonly DayCode[];
  readonly isChoice: boolean;
}
export interface DateMark extends Span {
  readonly date: WrittenDate | null;
  /** True if the series starts on it; otherwise it is any date in the text. */
  readonly isStart: boolean;
}
export interface ZoneMark extends Span {
  readonly zone: ZoneReading;
}
export interface ScheduleMarks {
  readonly rhythms: readonly RhythmMark[];
  readonly days: readonly DaysMark[];
  readonly times: readonly TimeMark[];
  readonly dates: readonly DateMark[];
  /** Where the text says that several times take turns. */
  readonly alternations: readonly Span[];
  readonly durationMinutes: number | null;
  /** The end of the series, as written. */
  readonly until: string | null;
  /** Zones without a time. */
  readonly zones: readonly ZoneMark[];
}

const START_WORDS =
  '(?:start(?:ing|s|ed|ing from)?(?: date| day)?|beginn?(?:ing|s)?|commencing|effective|since|as of|from|(?:first|next|upcoming)(?: (?:meeting|call|one|session|instance|occurrence))?(?: (?:is|will be|was|takes place)(?: held)?)?|(?:first|next) (?:\\w+ ){1,3}(?:date )?(?:is|will be|was))(?: (?:on|from|with|at|in))?[:,]?\\s+(?:the\\s+)?';
const START_RULE = new RegExp(
  `(?<!\\w)(?:(?<year>20\\d\\d)\\s+)?(?<words>${START_WORDS})(?:${DAYS_PATTERN},?\\s+(?:the\\s+)?)?(?<date>${DATE_PATTERN})`,
  'gi',
);
const UNTIL_RULE = new RegExp(
  `(?<!\\w)(?:until|till|through|ending(?: on)?|ends(?: on)?)\\s+(?:the end of )?(?<date>${DATE_PATTERN}|(?:[A-Z][a-z]+ )?20\\d\\d(?!\\d))`,
  'i',
);
const DATE_RULE = new RegExp(
  `(?<![\\w/-])(?:${DAYS_PATTERN},?\\s+)?(?<date>${DATE_PATTERN})(?![\\w/-])`,
  'g',
);
const DAYS_RULE = new RegExp(`(?<![\\w-])${DAYS_PATTERN}(?![a-z]|-[a-z])`, 'g');
/** Times that take turns. People and topics that take turns do not matter for dates. */
const ALTERNATION_RULE =
  /(?<!\b(?:role|chair|host|facilitat\w+|scribe|scribing|not(?:e|es)[- ]?tak\w+|moderat\w+|dut(?:y|ies)|topic|agenda)s?\b[^.]{0,40})\b(?:alt(?:er|e)nat(?:es?|ing|ely)|rotat(?:es?|ing)|takes? turns)\b(?! (?:weeks?|months?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|meetings?|calls?|hosts?|chairs?|links?|topics?|agendas?|not(?:e|es)[- ]?tak\w+|facilitat\w+|moderat\w+|scribes?|leads?|roles?)\b)/gi;
/** A cheap test before the marks of a text are found. */
export const mayAlternate = (text: string): boolean => /alte(?:r)?nat|rotat|turns/i.test(text);
/** `Add topics by Monday 17:00`: the day of a deadline is not a day of a meeting. */
const DEADLINE_RULE = new RegExp(
  `\\b(?:by|before|no later than)\\s+(?:the\\s+)?(?:end of\\s+|EOD\\s+|COB\\s+)?(?:next\\s+|each\\s+|every\\s+)?${DAYS_PATTERN}`,
  'g',
);
const DURATION_RULE = new RegExp(
  `(?<!\\w)(?:(?<count>${COUNT_PATTERN}|half an|an|a|\\d{2,3})[ -]?(?<unit>hours?|hrs?|minutes?|mins?)(?: and (?<half>a half|30 minutes))?|(?<word>hour-long|half-hour))(?!\\w)(?! before| after| earlier| later)`,
  'i',
);

/** A test whether a span overlaps one of others; sorts them once, because long texts have many. */
function overlapping(others: readonly Span[]): (span: Span) => boolean {
  const sorted = others.toSorted((left, right) => left.start - right.start);
  let furthest = -1;
  const ends = sorted.map(({ end }) => (furthest = Math.max(furthest, end)));
  return (span) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((sorted[middle]?.start ?? Infinity) < span.end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (ends[low - 1] ?? -1) > span.start;
  };
}

function findStarts(text: string): DateMark[] {
  return [...text.matchAll(START_RULE)].map((match) => {
    const written = readDate(match.groups?.['date'] ?? '');
    const year = match.groups?.['year'];
    const date =
      written !== null && written.year === null && year !== undefined
        ? { ...written, year: Number(year) }
        : written;
    return { start: match.index, end: match.index + match[0].length, date, isStart: true };
  });
}

function findDates(text: string): DateMark[] {
  const starts = findStarts(text);
  const until = UNTIL_RULE.exec(text);
  const end = until === null ? [] : [{ start: until.index, end: until.index + until[0].length }];
  const isTaken = overlapping([...starts, ...end]);
  const others = [...text.matchAll(DATE_RULE)]
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      date: readDate(match.groups?.['date'] ?? ''),
      isStart: false,
    }))
    .filter((mark) => !isTaken(mark));
  return [...starts, ...others].sort((left, right) => left.start - right.start);
}

function findDuration(text: string): number | null {
  const groups = DURATION_RULE.exec(text)?.groups;
  if (groups === undefined) return null;
  if (groups['word'] !== undefined) return groups['word'].toLowerCase() === 'hour-long' ? 60 : 30;
  const count = (groups['count'] ?? '').toLowerCase();
  const isHours = /^h/i.test(groups['unit'] ?? '');
  if (count === 'half an') return isHours ? 30 : null;
  const amount = count === 'a' || count === 'an' ? 1 : readCount(count);
  const minutes = amount * (isHours ? 60 : 1) + (groups['half'] === undefined ? 0 : 30);
  return minutes >= 10 && minutes <= 480 ? minutes : null;
}

/** The places of deadlines, each with the time after it. */
function findDeadlines(text: string, times: readonly TimeMark[]): Span[] {
  return [...text.matchAll(DEADLINE_RULE)].map((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    const time = times.find(
      (mark) => mark.start >= end && /^[\s,@]*(?:at\s*)?$/.test(text.slice(end, mark.start)),
    );
    return { start, end: time?.end ?? end };
  });
}

/** Zoom's invitations: the first date and time, then the rule (`Mar 6, 2025 03:00 PM Every 2 weeks on Thu`). */
const isFirstDate = (mark: DateMark, text: string, times: readonly TimeMark[], hasRhythm: boolean) =>
  hasRhythm &&
  mark.date?.year !== undefined &&
  mark.date.year !== null &&
  times.some(
    (time) => time.start >= mark.end && /^[\s,@]*(?:at\s*)?$/.test(text.slice(mark.end, time.start)),
  );

/** Words in a field about dates that mean nothing alone. */
const HARMLESS =
  /^(?:and|on|at|the|of|in|for|from|with|every|each|an|to|see|our|calendar|agenda|doc|document|notes?|details|here|link|check|upcoming|next|last|meetings?|calls?|meets?|held|dates?|days?|time|times|schedule|starting|starts?|week|weeks|month|months|year|is|are|currently|recurring|regular|call|sync|iso|utc|local)$/i;

/** The words of a field about dates that no mark covers, and that may change its meaning. */
export function unreadWords(text: string): string[] {
  const marks = findScheduleMarks(text);
  const others = [UNTIL_RULE, DURATION_RULE].flatMap((rule) => {
    const match = rule.exec(text);
    return match === null ? [] : [{ start: match.index, end: match.index + match[0].length }];
  });
  const isRead = overlapping([
    ...marks.rhythms,
    ...marks.days,
    ...marks.times,
    ...marks.dates,
    ...marks.alternations,
    ...marks.zones,
    ...others,
  ]);
  return [...text.matchAll(/[\p{L}][\p{L}\p{N}'-]+/gu)]
    .filter(
      (word) => !HARMLESS.test(word[0]) && !isRead({ start: word.index, end: word.index + word[0].length }),
    )
    .map(([word]) => word);
}

const BOUND =
  /\b(?:at (?:least|most)|no (?:more|less) than|up to|as often as|roughly|approximately|around|about)\s+(?:the\s+|once\s+)?$/i;

/** True if every rhythm of a text is only a bound: `at least once a month`, `roughly every other week`. */
export function saysBound(text: string): boolean {
  const { rhythms } = findScheduleMarks(text);
  return rhythms.length > 0 && rhythms.every(({ start }) => BOUND.test(text.slice(0, start)));
}

/** All marks of a text, each kind in order, without weekdays that are part of a date or a rhythm. */
export const findScheduleMarks = memoize((text): ScheduleMarks => {
  const found = findDates(text);
  const isDate = overlapping(found);
  const allTimes = findTimes(text).filter((mark) => !isDate(mark));
  const deadlines = findDeadlines(text, allTimes);
  const isDeadline = overlapping(deadlines);
  const rhythms = findRhythms(text).filter((mark) => !isDate(mark) && !isDeadline(mark));
  const times = allTimes.filter((mark) => !isDeadline(mark));
  const [isTime, isRhythm] = [overlapping(times), overlapping(rhythms)];
  const asStart = (mark: DateMark): DateMark =>
    isFirstDate(mark, text, times, rhythms.length > 0) ? { ...mark, isStart: true } : mark;
  const dates = found.map(asStart);
  const days = [...text.matchAll(DAYS_RULE)]
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      weekdays: readWeekdays(match[0]),
      isChoice: isChoiceOfDays(match[0]),
    }))
    .filter((mark) => mark.weekdays.length > 0 && !isDate(mark) && !isRhythm(mark) && !isDeadline(mark));
  const zones = [...text.matchAll(new RegExp(ZONE_PATTERN, 'g'))]
    .map((match) => ({ start: match.index, end: match.index + match[0].length, zone: readZone(match[0]) }))
    .flatMap(({ zone, ...span }) => (zone === null || isTime(span) ? [] : [{ ...span, zone }]));
  const alternations = [...text.matchAll(ALTERNATION_RULE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return {
    rhythms,
    days,
    times,
    dates,
    alternations: alternations.filter((mark) => !isRhythm(mark)),
    durationMinutes: findDuration(text),
    until: UNTIL_RULE.exec(text)?.groups?.['date'] ?? null,
    zones,
  };
});
