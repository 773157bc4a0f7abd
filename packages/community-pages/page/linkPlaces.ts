import type { PageMeeting } from './pageMeeting.ts';
import { type LinkRole, saysNotes } from './meetingLinks.ts';
import { findScheduleMarks } from '../schedule/scheduleMarks.ts';
import { isAboutMeeting, isGenericName, isPastHeading } from './meetingWords.ts';
import type { Page, PageLink, PageUnit } from './pageUnit.ts';

/** What the place of a link on its page shows: whose it is, what it is for, whether it is old. */

export const isUnder = (unit: PageUnit, order: number): boolean =>
  unit.headings.some((heading) => heading.order === order);
export const sectionOf = (unit: PageUnit | undefined): number => unit?.headings.at(-1)?.order ?? -1;

/** Whether a unit stands under a heading that names some meeting. */
export const isOfOtherMeeting = (unit: PageUnit): boolean => {
  const heading = unit.headings.at(-1)?.text ?? '';
  return (
    isAboutMeeting(heading) &&
    !isGenericName(heading) &&
    !isPastHeading(heading) &&
    !/\b(?:notes|minutes|recordings?|agenda|topics)\b/i.test(heading)
  );
};

/** A line that introduces the next one: `Minutes of the meeting:`. */
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

/** `- April 12, 2021: recording`, or what stands under such a heading: of one meeting that is over. */
export function isOfOneDate(unit: PageUnit): boolean {
  const names = [unit.text, unit.headings.at(-1)?.text ?? ''];
  return names.some((text) => {
    const { dates, rhythms } = findScheduleMarks(text.slice(0, LONGEST_LEAD));
    const [first] = dates;
    return first !== undefined && !first.isStart && first.start <= 12 && rhythms.length === 0;
  });
}

/** The year of `2021 Meeting Minutes`, 1 for what is called old; null for a link that holds today. */
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

/** Lists are nested a few levels deep; deeper ones are no list of meetings. */
const DEEPEST = 8;

/** A unit that has links, with its place on the page. */
export interface LinkedUnit {
  readonly index: number;
  readonly unit: PageUnit;
  /** The list items that it stands in, from the nearest on. */
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

/** `every Monday at 14:00 UTC in the #sundial IRC channel`: the way in is the channel in a browser. */
const IN_CHANNEL =
  /\b(?:in|on|at|via|over|using)\b[^.]{0,40}\b(?:irc|matrix|element|zulip|libera(?:\.?chat)?|oftc|freenode)\b/i;
const WEB_CLIENT =
  /^https:\/\/(?:web\.libera\.chat|webchat\.|app\.element\.io|matrix\.to|[\w.-]*kiwiirc|[\w-]+\.zulipchat\.com|www\.irccloud)/i;
export const chatRoomOf = ({ texts }: PageMeeting, chat: string | null): string | null =>
  chat !== null && WEB_CLIENT.test(chat) && texts.some((text) => IN_CHANNEL.test(text)) ? chat : null;

/** `Planning: Wednesdays, same room as above`. */
export const SAME_ROOM =
  /\bsame (?:(?:zoom|video|meeting|call|jitsi|meet|teams|bbb|conference) )?(?:room|link|url|zoom|bridge)\b/i;
/** How many meetings before it may have the room that a meeting calls the same. */
export const SAME_ROOM_REACH = 8;

/** A row with a place for notes of its own: where nothing is in it, what the page shares is not meant. */
export const hasNotesField = ({ kind, cells }: PageUnit): boolean =>
  kind === 'row' && cells.some(({ head, text }) => saysNotes(head) || saysNotes(text));

/** A column for the way into a meeting: where nothing is in it, the room that others share is not meant. */
export const PLACE_OF_ROOM =
  /\b(?:room|where|location|place|link|links|join|zoom|url|address|venue|video)\b/i;

/** Where one unit tells of several meetings, the links from a meeting's own words up to the next come first. */
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
