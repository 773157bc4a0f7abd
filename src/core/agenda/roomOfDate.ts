/** An event's text that names several rooms, each for some of its dates: `1st Tuesday: <a>, 3rd Tuesday: <b>`. */
import { dateOf, dayOfDateText, daysInMonth, weekdayOf } from '#calendar';
import { DAY_CODES, readSchedules } from '#community-pages';
import type { JoinLink } from '#meeting-links';
import type { CalendarDate } from '#base';

/** Whether a room belongs to a date. */
interface DatedRoom {
  readonly link: JoinLink;
  readonly isOn: (date: CalendarDate) => boolean;
}

/** Longest label before an address, in characters. */
const LONGEST_WORDS = 80;
/** A longer list of rooms is not a schedule. */
const MOST = 8;

const isNth = (nth: number, date: { year: number; month: number; dayOfMonth: number }): boolean =>
  nth > 0
    ? Math.ceil(date.dayOfMonth / 7) === nth
    : Math.ceil((daysInMonth(date.year, date.month) - date.dayOfMonth + 1) / 7) === -nth;

/** The dates that a label names by their place in the month or their weekday; null if it names none. */
function datesOf(words: string): ((date: CalendarDate) => boolean) | null {
  const [parts, ...more] = readSchedules(words);
  if (parts === undefined || more.length > 0 || parts.start !== null) return null;
  const rhythm = parts.rhythm?.rhythm;
  const days = parts.weekdays ?? parts.rhythm?.weekdays ?? [];
  if (rhythm !== undefined && (rhythm.kind !== 'monthPositions' || rhythm.inMonths !== undefined)) {
    const isPlain = rhythm.kind === 'weeks' && rhythm.interval === 1;
    if (!isPlain) return null;
  }
  if (rhythm?.kind !== 'monthPositions' && days.length === 0) return null;
  return (date) => {
    const day = dayOfDateText(date);
    if (day === null) return false;
    const code = DAY_CODES[weekdayOf(day)];
    if (rhythm?.kind !== 'monthPositions') return days.some((one) => one === code);
    return rhythm.positions.some(
      ({ nth, weekday }) => isNth(nth, dateOf(day)) && (weekday === null || weekday === code),
    );
  };
}

/**
 * The rooms of a text with the dates before each; null unless every room has dates.
 * @param links all rooms found in the text
 */
export function datedRooms(text: string, links: readonly JoinLink[]): readonly DatedRoom[] | null {
  if (links.length < 2 || links.length > MOST) return null;
  const placed = links
    .map((link) => ({ link, start: text.indexOf(link.url) }))
    .sort((a, b) => a.start - b.start);
  const rooms = placed.flatMap(({ link, start }, index): DatedRoom[] => {
    const before = placed[index - 1];
    const from = before === undefined ? 0 : before.start + before.link.url.length;
    const words = text.slice(Math.max(from, start - LONGEST_WORDS), Math.max(start, 0));
    // An earlier line or sentence is about the meeting as a whole.
    const own = words.split(/\n|[.!?]\s/).findLast((line) => line.trim() !== '') ?? '';
    const isOn = start < 0 ? null : datesOf(own);
    return isOn === null ? [] : [{ link, isOn }];
  });
  return rooms.length === links.length ? rooms : null;
}

/** The rooms of a date; all rooms if the text does not assign them. */
export function roomsOn(
  date: CalendarDate,
  links: readonly JoinLink[],
  rooms: readonly DatedRoom[] | null,
): readonly JoinLink[] {
  const own = rooms?.filter(({ isOn }) => isOn(date)) ?? [];
  const [only] = own;
  return only !== undefined && own.length === 1 ? [only.link] : links;
}
