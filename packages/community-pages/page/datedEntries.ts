import { checkedDay, dateText, type DayNumber, dayOfDateText, weekdayOf } from '#calendar';
import type { CalendarDate } from '#base';
import { DATE_PATTERN, readDate } from '../schedule/dates.ts';
import { DAY_CODES, type DayCode } from '../schedule/weekdays.ts';
import type { PageMeeting } from './pageMeeting.ts';
import type { Page } from './pageUnit.ts';
import { skipsIn } from './skippedDates.ts';

/**
 * Minutes under `## 2026-11-10` and `## 2026-10-27`: the dates of past meetings show the weeks of the next
 * ones.
 */

/** A date at the beginning, perhaps after a word or a weekday: `Meeting 2026-11-10`, `Tue, Nov 10, 2026`. */
const ENTRY = new RegExp(`^(?:\\W*[A-Za-z]+\\W+){0,3}\\W*(?<date>${DATE_PATTERN})`, 'i');
/** Words for plans and changes, which are not entries of minutes. */
const NO_ENTRY =
  /\b(?:start\w*|begin\w*|since|until|from|effective|updated?|deadline|release\w*|created|revised|version)\b/i;
/** In days. The weeks may have changed after older entries. */
const OLDEST = 70;
const WEEK = 7;
/** Compare at most this many entries. */
const MOST = 400;

function entriesOf(page: Page): DayNumber[] {
  const texts = [
    ...page.headings.map(({ text }) => text),
    ...page.units.filter(({ kind }) => kind !== 'paragraph').map(({ text }) => text),
  ];
  const days = texts.flatMap((text) => {
    const lead = text.slice(0, 80);
    const written = readDate(ENTRY.exec(lead)?.groups?.['date'] ?? '');
    if (written === null || written.year === null) return [];
    if (NO_ENTRY.test(lead) || skipsIn(lead, null, '2026-01-01') !== null) return [];
    return checkedDay(written.year, written.month, written.dayOfMonth) ?? [];
  });
  return [...new Set(days)].slice(0, MOST);
}

const codeOf = (day: DayNumber): DayCode | undefined => DAY_CODES[weekdayOf(day)];
const daysOf = ({ parts }: PageMeeting): readonly DayCode[] => parts.weekdays ?? parts.rhythm?.weekdays ?? [];

/** Interval in weeks of a meeting with an unknown week; null for any other. */
function openInterval({ parts, isInactive }: PageMeeting): number | null {
  const reading = parts.rhythm;
  const isOpen = parts.start === null && !isInactive && reading !== null && reading.doubts.length === 0;
  if (!isOpen || reading.rhythm.kind !== 'weeks' || reading.rhythm.interval < 2) return null;
  return reading.rhythm.interval;
}

/** The meetings with the weeks of the dated entries of their page, if only one meeting can be meant. */
export function withDatedEntries(
  meetings: readonly PageMeeting[],
  page: Page,
  today: CalendarDate,
): PageMeeting[] {
  if (meetings.every((meeting) => openInterval(meeting) === null)) return [...meetings];
  const entries = entriesOf(page);
  const now = dayOfDateText(today) ?? 0;
  return meetings.map((meeting) => {
    const [interval, [weekday, ...more]] = [openInterval(meeting), daysOf(meeting)];
    if (interval === null || weekday === undefined || more.length > 0) return meeting;
    const isAlone = meetings.every(
      (other) => other === meeting || other.isInactive || !daysOf(other).includes(weekday),
    );
    const own = entries.filter((day) => codeOf(day) === weekday).toSorted((one, other) => one - other);
    const last = own.at(-1);
    if (!isAlone || last === undefined || own.length < 2) return meeting;
    const isRecent = last >= now - OLDEST && last <= now + interval * WEEK;
    if (!isRecent || own.some((day) => (last - day) % (interval * WEEK) !== 0)) return meeting;
    const [year = 0, month = 0, dayOfMonth = 0] = dateText(last).split('-').map(Number);
    return {
      ...meeting,
      parts: { ...meeting.parts, start: { year, month, dayOfMonth } },
      weekOf: own.slice(-2).map(dateText),
    };
  });
}
