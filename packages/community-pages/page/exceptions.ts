import { dayOfDateText, type Doubt, weekdayOf } from '#calendar';
import type { CalendarDate } from '#base';
import { calendarDate, DATE_PATTERN, readDate } from '../schedule/dates.ts';
import { inEnglish } from '../schedule/otherLanguages.ts';
import { DAY_CODES } from '../schedule/weekdays.ts';
import type { PageMeeting } from './pageMeeting.ts';
import { saysThatTheyMeet } from './meetingWords.ts';
import type { Page, PageUnit } from './pageUnit.ts';
import { skipsIn } from './skippedDates.ts';

/**
 * Dates that a page leaves out, apart from when its meetings are: `There is no meeting in months with a fifth
 * Tuesday`.
 */

const NO =
  '\\b(?:no|not|never|skip(?:s|ped|ping)?|except(?:ion|ing)?|without|omit(?:s|ted)?|break|pauses?|paused|suspended|cancel(?:s|led|ed)?|off)\\b';
const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december)\\b(?!\\s+\\d)';
/** Recurring dates that no rule of weeks can leave out. */
const EXCEPTION = new RegExp(
  [
    `${NO}[^.]{0,80}\\b(?:fifth|5th|five)\\b`,
    `\\b(?:fifth|5th|five)\\b[^.]{0,80}${NO}`,
    `${NO}[^.]{0,60}\\b(?:in|during|for|throughout)\\s+(?:the\\s+(?:whole\\s+)?(?:months?\\s+of\\s+)?)?${MONTH}`,
    `\\b(?:in|during|over|throughout)\\s+(?:[\\w-]+\\s+){0,2}(?:${MONTH}|holidays?\\b|(?:summer|winter|spring) break\\b)[^.]{0,60}\\b(?:no (?:meetings?|calls?|sessions?|syncs?|office hours)|we (?:skip|pause)|(?:is|are) (?:skipped|cancell?ed|paused))\\b`,
    `${NO}[^.]{0,40}\\b(?:holidays?|thanksgiving|christmas|easter|new year'?s?|(?:summer|winter|spring) break)\\b`,
    `${NO}[^.]{0,60}\\b(?:first|second|third|fourth|last|final)\\s+weeks?\\s+(?:of|in)\\b`,
    `${NO}[^.]{0,60}\\b(?:in|during|on)\\s+(?:the\\s+)?(?:weeks?|days?)\\s+(?:of|before|after)\\s+(?:the|our|each|every|an?)\\b`,
  ].join('|'),
  'i',
);
/** The new date of a meeting that moved on such a date is more than a rule can express. */
const MOVED_ON = new RegExp(
  `${DATE_PATTERN}[^.]{0,30}\\b(?:(?:is|was|has been|will be) (?:moved|postponed|rescheduled)|moves? to)\\b`,
  'i',
);
/** `Dec 31 moves to Dec 30` counts without a word for the meeting. */
const MOVE = new RegExp(`^(?:and\\s+)?${DATE_PATTERN} moves? to (?:\\w+day,? )?${DATE_PATTERN}`, 'i');
const DATES = new RegExp(DATE_PATTERN, 'gi');
const ABOUT = /\b(?:meet(?:s|ings?)?|calls?|sessions?|syncs?|office hours|gather(?:s|ings?)?)\b/i;
/** In letters. A longer sentence is about other things. */
const LONGEST = 200;

const sectionOf = (unit: PageUnit | undefined) => unit?.headings.at(-1)?.order ?? -1;
const sentencesOf = (text: string) => text.split(/(?<=[.!?;])(?<!\b\d{1,2}\.)\s+/);

/** Dates that the page leaves out, or words about them that become a question. */
interface Exception {
  readonly words: string;
  /** Null if the words do not name them. */
  readonly dates: readonly CalendarDate[] | null;
  readonly section: number;
}

const isAhead = (sentence: string, today: CalendarDate): boolean =>
  (sentence.match(DATES) ?? []).some((text) => {
    const written = readDate(text);
    return written !== null && (written.year === null || (calendarDate(written) ?? '') >= today);
  });

/** The year in the headings over a unit: `## 2026`. */
function yearOver(unit: PageUnit): number | null {
  const year = unit.headings.findLast(({ text }) => /\b20\d\d\b/.test(text))?.text.match(/\b20\d\d\b/)?.[0];
  return year === undefined ? null : Number(year);
}

function exceptionOf(written: string, unit: PageUnit, today: CalendarDate): Exception[] {
  const found = (dates: readonly CalendarDate[] | null) => [
    { words: written, dates, section: sectionOf(unit) },
  ];
  const sentence = inEnglish(written);
  const isAbout = ABOUT.test(sentence) || saysThatTheyMeet(sentence);
  const skips = skipsIn(sentence, yearOver(unit), today);
  if (skips !== null) {
    if (skips.dates === null) return isAhead(sentence, today) || !/20\d\d/.test(sentence) ? found(null) : [];
    const ahead = skips.dates.filter((date) => date >= today);
    return ahead.length === 0 ? [] : found(ahead);
  }
  const isMove = MOVE.test(sentence);
  if ((!isAbout && !isMove) || unit.kind === 'row') return [];
  if (MOVED_ON.test(sentence)) return isAhead(sentence, today) ? found(null) : [];
  return !/20\d\d/.test(sentence) && EXCEPTION.test(sentence) ? found(null) : [];
}

const isOver = (other: number, unit: PageUnit | undefined): boolean =>
  other === sectionOf(unit) || unit?.headings.some(({ order }) => order === other) === true;

function withSkips(meeting: PageMeeting, exceptions: readonly Exception[]): PageMeeting {
  const days = meeting.parts.weekdays ?? meeting.parts.rhythm?.weekdays ?? [];
  const dates = exceptions
    .flatMap((exception) => exception.dates ?? [])
    .filter((date) => days.some((day) => DAY_CODES[weekdayOf(dayOfDateText(date) ?? 0)] === day));
  return dates.length === 0 ? meeting : { ...meeting, skips: [...new Set(dates)].sort() };
}

/** The meetings without the dates that the page leaves out, and with a question if it does not name these. */
export function withExceptions(
  meetings: readonly PageMeeting[],
  page: Page,
  today: CalendarDate,
): PageMeeting[] {
  const found = page.units.flatMap((unit) =>
    sentencesOf(unit.text)
      .filter((sentence) => sentence.length <= LONGEST)
      .flatMap((sentence) => exceptionOf(sentence, unit, today)),
  );
  if (found.length === 0) return [...meetings];
  const units = meetings.map(({ statement }) => page.units[statement.unit]);
  // `No meeting on Dec 24` among the news holds for all meetings of the page on that day.
  const isNews = ({ section, dates }: Exception) =>
    dates !== null && !units.some((unit) => isOver(section, unit));
  return meetings.map((meeting, index) => {
    const own = found.filter((one) => isOver(one.section, units[index]) || isNews(one));
    const asked = own.find(({ dates }) => dates === null);
    const kept = withSkips(meeting, own);
    // Dates that its own rule leaves out need no question.
    if (asked === undefined || meeting.parts.rhythm?.rhythm.kind === 'weeklyExcept') return kept;
    const question: Doubt = { kind: 'datesLeftOutUnknown', words: asked.words.trim() };
    return { ...kept, parts: { ...kept.parts, doubts: [...kept.parts.doubts, question] } };
  });
}
