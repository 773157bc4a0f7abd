import type { PageMeeting } from './pageMeeting.ts';
import { type LinkRole, saysNotes } from './meetingLinks.ts';
import { findScheduleMarks } from '../schedule/scheduleMarks.ts';
import { isAboutMeeting, isGenericName, isPastHeading } from './meetingWords.ts';
import type { Page, PageLink, PageUnit } from './pageUnit.ts';

/** What the place of a link on its page shows: its meeting, its purpose, its age. */

export const isUnder = (unit: PageUnit, order: number): boolean =>
  unit.headings.some((heading) => heading.order === order);
export const sectionOf = (unit: PageUnit | undefined): number => unit?.headings.at(-1)?.order ?? -1;

/** True for a unit under a heading that names a meeting. */
export const isOfOtherMeeting = (unit: PageUnit): boolean => {
  const heading = unit.headings.at(-1)?.text ?? '';
  return (
    isAboutMeeting(heading) &&
    !isGenericName(heading) &&
    !isPastHeading(heading) &&
    !/\b(?:notes|minutes|recordings?|agenda|topics)\b/i.test(heading)
  );
};

/** In letters. A line that introduces the next one: `Minutes of the meeting:`. */
const LONGEST_LEAD = 80;
export function leadOf(units: readonly PageUnit[], index: number): string {
  const unit = units[index];
  const before = unit?.parent === null || unit === undefined ? units[index - 1] : units[unit.parent];
  const isLead =
    before !== undefined &&
    before.text.length <= LONGEST_LEAD &&
    sectionOf(before) === sectionOf(unit) &&
    (before.text.endsWith(':') || before === units[unit?.parent ?? -1]);
  return isLead ? before.text : '';
}

/** True for `- April 12, 2021: recording`, also as a heading: it is about one past meeting. */
export function isOfOneDate(unit: PageUnit): boolean {
  const names = [unit.text, unit.headings.at(-1)?.text ?? ''];
  return names.some((text) => {
    const { dates, rhythms } = findScheduleMarks(text.slice(0, LONGEST_LEAD));
    const [first] = dates;
    return first !== undefined && !first.isStart && first.start <= 12 && rhythms.length === 0;
  });
}

/** The year of `2021 Meeting Minutes`, 1 for a link called old; null for a current link. */
export function ageOf(link: PageLink, unit: PageUnit, role: LinkRole): number | null {
  if (role !== 'notes' && role !== 'recordings') return null;
  const before = (
    unit.text
      .slice(Math.max(0, link.start - 40), link.start)
      .split(/[.;|,]/)
      .at(-1) ?? ''
  ).trim();
  const words = `${before} ${link.text}`;
  const year = /\b(20\d\d)\b/.exec(words)?.[1];
  if (year !== undefined) return Number(year);
  const heading = unit.headings.at(-1)?.text ?? '';
  const isOld =
    /\b(?:old(?:er)?|legacy|archived?|former)\b/i.test(words) ||
    (role === 'notes' && /\b(?:past|previous)\b/i.test(words));
  return isOld || /^20\d\d\b/.test(heading) ? 1 : null;
}

/** Lists are nested a few levels deep; deeper items are not meetings. */
const DEEPEST = 8;

/** A unit with links, and its place on the page. */
export interface LinkedUnit {
  readonly index: number;
  readonly unit: PageUnit;
  /** The list items around it, the nearest first. */
  readonly ancestors: readonly number[];
}

export function ancestorsOf(unit: PageUnit | undefined, units: readonly PageUnit[]): number[] {
  const ancestors: number[] = [];
  let parent = unit?.parent ?? null;
  while (parent !== null && ancestors.length < DEEPEST) {
    ancestors.push(parent);
    parent = units[parent]?.parent ?? null;
  }
  return ancestors;
}

export const linkedUnitsOf = ({ units }: Page): LinkedUnit[] =>
  units.flatMap((unit, index) =>
    unit.links.length === 0 ? [] : [{ index, unit, ancestors: ancestorsOf(unit, units) }],
  );

/** `every Monday at 14:00 UTC in the #sundial IRC channel`: the meeting takes place in a chat. */
const IN_CHANNEL =
  /\b(?:in|on|at|via|over|using)\b[^.]{0,40}\b(?:irc|matrix|element|zulip|libera(?:\.?chat)?|oftc|freenode)\b/i;
const WEB_CLIENT =
  /^https:\/\/(?:web\.libera\.chat|webchat\.|app\.element\.io|matrix\.to|[\w.-]*kiwiirc|[\w-]+\.zulipchat\.com|www\.irccloud)/i;
export const chatRoomOf = ({ texts }: PageMeeting, chat: string | null): string | null =>
  chat !== null && WEB_CLIENT.test(chat) && texts.some((text) => IN_CHANNEL.test(text)) ? chat : null;

/** `Planning: Wednesdays, same room as above`. */
export const SAME_ROOM =
  /\bsame (?:(?:zoom|video|meeting|call|jitsi|meet|teams|bbb|conference) )?(?:room|link|url|zoom|bridge)\b/i;
/** Number of earlier meetings among which a meeting's “same room” is searched. */
export const SAME_ROOM_REACH = 8;

/** A row with a field for notes: if it is empty, the shared notes are not for it. */
export const hasNotesField = ({ kind, cells }: PageUnit): boolean =>
  kind === 'row' && cells.some(({ head, text }) => saysNotes(head) || saysNotes(text));

/** The head of a column for rooms: if it is empty, the shared room is not for its row. */
export const PLACE_OF_ROOM =
  /\b(?:room|where|location|place|link|links|join|zoom|url|address|venue|video)\b/i;

/** Links in a unit with several meetings: those between a meeting's words and the next meeting come first. */
export function ownFirst(
  links: readonly PageLink[],
  meeting: PageMeeting,
  inUnit: readonly PageMeeting[],
): readonly PageLink[] {
  const placeOf = (other: PageMeeting) => other.statement.start + other.parts.at;
  const from = placeOf(meeting);
  const to = Math.min(Infinity, ...inUnit.map(placeOf).filter((place) => place > from));
  const isOwn = (link: PageLink) => link.end >= from && link.start < to;
  return [...links.filter(isOwn), ...links.filter((link) => !isOwn(link))];
}
