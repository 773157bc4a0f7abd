/** `There is no meeting in months with a fifth Tuesday`: what a page says of its meetings apart from when they are. */
import type { CalendarDate } from '../../time.ts';
import { calendarDate, DATE_PATTERN, readDate } from '../schedule/dates.ts';
import type { PageMeeting } from './pageMeeting.ts';
import { saysThatTheyMeet } from './meetingWords.ts';
import type { Page, PageUnit } from './pageUnit.ts';

const NO =
  '\\b(?:no|not|never|skip(?:s|ped|ping)?|except(?:ion|ing)?|without|omit(?:s|ted)?|break|pauses?|cancel(?:s|led|ed)?|off)\\b';
const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december)\\b(?!\\s+\\d)';
/** Dates that come again and again, and that no rule of weeks can leave out. */
const EXCEPTION = new RegExp(
  [
    `${NO}[^.]{0,80}\\b(?:fifth|5th|five)\\b`,
    `\\b(?:fifth|5th|five)\\b[^.]{0,80}${NO}`,
    `${NO}[^.]{0,60}\\b(?:in|during|for|throughout)\\s+(?:the\\s+(?:whole\\s+)?(?:months?\\s+of\\s+)?)?${MONTH}`,
    `${NO}[^.]{0,60}\\b(?:first|second|third|fourth|last|final)\\s+weeks?\\s+(?:of|in)\\b`,
  ].join('|'),
  'i',
);
const NO_MEETING_ON = new RegExp(
  `\\b(?:no|skip(?:ping)?|except(?:ing)?|cancel(?:led|ed|ling)?)\\b[^.]{0,40}\\b(?:on|for|the week of|except)\\b[^.]{0,20}${DATE_PATTERN}|${DATE_PATTERN}[^.]{0,30}\\b(?:is|was|has been|will be) (?:moved|postponed|rescheduled|cancell?ed)\\b`,
  'i',
);
const DATES = new RegExp(DATE_PATTERN, 'gi');
const ABOUT = /\b(?:meet(?:s|ings?)?|calls?|sessions?|syncs?|office hours|gather(?:s|ings?)?)\b/i;
/** In letters; what is longer is a text about other things. */
const LONGEST = 200;

const sectionOf = (unit: PageUnit | undefined) => unit?.headings.at(-1)?.order ?? -1;
const sentencesOf = (text: string) => text.split(/(?<=[.!?;])\s+/);

/** `No meeting on December 25, 2026`, as long as one of its dates is not over. */
function leavesOutADate(sentence: string, today: CalendarDate): boolean {
  if (!NO_MEETING_ON.test(sentence)) return false;
  return (sentence.match(DATES) ?? []).some((text) => {
    const written = readDate(text);
    return written !== null && (calendarDate(written) ?? '') >= today;
  });
}

/** The sentence of a unit that takes dates away; null where it has none. */
function exceptionIn(unit: PageUnit, today: CalendarDate): string | null {
  if (unit.kind === 'row') return null;
  return (
    sentencesOf(unit.text).find(
      (sentence) =>
        sentence.length <= LONGEST &&
        ((!/20\d\d/.test(sentence) && EXCEPTION.test(sentence)) || leavesOutADate(sentence, today)) &&
        (ABOUT.test(sentence) || saysThatTheyMeet(sentence)),
    ) ?? null
  );
}

/** The meetings with a question where the page names dates on which they do not take place. */
export function withExceptions(
  meetings: readonly PageMeeting[],
  page: Page,
  today: CalendarDate,
): PageMeeting[] {
  const found = page.units.flatMap((unit) => {
    const words = exceptionIn(unit, today);
    return words === null ? [] : [{ words, section: sectionOf(unit), headings: unit.headings }];
  });
  if (found.length === 0) return [...meetings];
  return meetings.map((meeting) => {
    const unit = page.units[meeting.statement.unit];
    const section = sectionOf(unit);
    const exception = found.find(
      ({ section: other }) => other === section || unit?.headings.some(({ order }) => order === other),
    );
    // What its own rule leaves out already needs no question.
    if (exception === undefined || meeting.parts.rhythm?.rhythm.kind === 'weeklyExcept') return meeting;
    const question = `The page says “${exception.words.trim()}”: which dates are left out?`;
    return { ...meeting, parts: { ...meeting.parts, questions: [...meeting.parts.questions, question] } };
  });
}
