/** Which of a page's links belong to a meeting: those of its own words first, those of the page as a whole last. */
import type { PageMeeting } from './pageMeeting.ts';
import { type LinkRole, rolesOf, saysNotes } from './meetingLinks.ts';
import { findScheduleMarks } from '../schedule/scheduleMarks.ts';
import { isAboutMeeting, isGenericName, isPastHeading } from './meetingWords.ts';
import { isFieldRow, type Page, type PageLink, type PageUnit } from './pageUnit.ts';

export type MeetingAddresses = Readonly<Record<LinkRole, string | null>>;

const isUnder = (unit: PageUnit, order: number) => unit.headings.some((heading) => heading.order === order);
const sectionOf = (unit: PageUnit | undefined) => unit?.headings.at(-1)?.order ?? -1;

/** Whether a unit stands under a heading that names some meeting. */
const isOfOtherMeeting = (unit: PageUnit) => {
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
function leadOf(units: readonly PageUnit[], index: number): string {
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
function isOfOneDate(unit: PageUnit): boolean {
  const names = [unit.text, unit.headings.at(-1)?.text ?? ''];
  return names.some((text) => {
    const { dates, rhythms } = findScheduleMarks(text.slice(0, LONGEST_LEAD));
    const [first] = dates;
    return first !== undefined && !first.isStart && first.start <= 12 && rhythms.length === 0;
  });
}

/** The year of `2021 Meeting Minutes`, 1 for what is called old; null for a link that holds today. */
function ageOf(link: PageLink, unit: PageUnit, role: LinkRole): number | null {
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
interface LinkedUnit {
  readonly index: number;
  readonly unit: PageUnit;
  /** The list items that it stands in, from the nearest on. */
  readonly ancestors: readonly number[];
}

function ancestorsOf(unit: PageUnit | undefined, units: readonly PageUnit[]): number[] {
  const ancestors: number[] = [];
  let parent = unit?.parent ?? null;
  while (parent !== null && ancestors.length < DEEPEST) {
    ancestors.push(parent);
    parent = units[parent]?.parent ?? null;
  }
  return ancestors;
}

const linkedUnitsOf = ({ units }: Page): LinkedUnit[] =>
  units.flatMap((unit, index) =>
    unit.links.length === 0 ? [] : [{ index, unit, ancestors: ancestorsOf(unit, units) }],
  );

/** `every Monday at 14:00 UTC in the #sundial IRC channel`: the way in is the channel in a browser. */
const IN_CHANNEL =
  /\b(?:in|on|at|via|over|using)\b[^.]{0,40}\b(?:irc|matrix|element|zulip|libera(?:\.?chat)?|oftc|freenode)\b/i;
const WEB_CLIENT =
  /^https:\/\/(?:web\.libera\.chat|webchat\.|app\.element\.io|matrix\.to|[\w.-]*kiwiirc|[\w-]+\.zulipchat\.com|www\.irccloud)/i;
const chatRoomOf = ({ texts }: PageMeeting, chat: string | null): string | null =>
  chat !== null && WEB_CLIENT.test(chat) && texts.some((text) => IN_CHANNEL.test(text)) ? chat : null;

/** `Planning: Wednesdays, same room as above`. */
const SAME_ROOM =
  /\bsame (?:(?:zoom|video|meeting|call|jitsi|meet|teams|bbb|conference) )?(?:room|link|url|zoom|bridge)\b/i;
/** How many meetings before it may have the room that a meeting calls the same. */
const SAME_ROOM_REACH = 8;

/** A row with a place for notes of its own: where nothing is in it, what the page shares is not meant. */
const hasNotesField = ({ kind, cells }: PageUnit): boolean =>
  kind === 'row' && cells.some(({ head, text }) => saysNotes(head) || saysNotes(text));

/** A column for the way into a meeting: where nothing is in it, the room that others share is not meant. */
const PLACE_OF_ROOM = /\b(?:room|where|location|place|link|links|join|zoom|url|address|venue|video)\b/i;

/** Where one unit tells of several meetings, the links from a meeting's own words up to the next come first. */
function ownFirst(
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

/** Finds the addresses of a page's meetings, each from the closest place that has one; `meetings` are all of the page. */
export function addressFinder(
  meetings: readonly PageMeeting[],
  page: Page,
): (meeting: PageMeeting) => MeetingAddresses {
  const linked = linkedUnitsOf(page);
  const byUnit = Map.groupBy(meetings, ({ statement }) => statement.unit);
  // List items in which some meeting is told.
  const told = new Set(
    [...byUnit.keys()].flatMap((index) => ancestorsOf(page.units[index], page.units).concat(index)),
  );
  const taken = [...byUnit.keys()].sort((left, right) => left - right);
  const under = Map.groupBy(
    linked.flatMap((place) => place.ancestors.map((ancestor) => ({ ancestor, place }))),
    ({ ancestor }) => ancestor,
  );
  // What a meeting's own words and list items say is its own; the rest is for all.
  const free = linked.filter(
    ({ index, ancestors }) => !byUnit.has(index) && !ancestors.some((ancestor) => byUnit.has(ancestor)),
  );
  const freeOfSection = Map.groupBy(free, ({ unit }) => sectionOf(unit));
  // A page whose meetings all stand in one section is about them from its first word to its last, other meetings' sections aside.
  const sections = new Set(taken.map((index) => sectionOf(page.units[index])));
  const ofWholePage =
    sections.size === 1
      ? free.filter(({ unit }) => sections.has(sectionOf(unit)) || !isOfOtherMeeting(unit))
      : [];
  const roles = new Map<PageLink, readonly { role: LinkRole; age: number | null }[]>(
    linked.flatMap(({ unit, index }) => {
      const lead = leadOf(page.units, index);
      const isPast = !byUnit.has(index) && isOfOneDate(unit);
      return unit.links.map((link) => {
        const known = rolesOf(link, unit, lead).filter(
          (role) => !(isPast && (role === 'notes' || role === 'recordings')),
        );
        return [link, known.map((role) => ({ role, age: ageOf(link, unit, role) }))] as const;
      });
    }),
  );
  /** The one document that stands for a page as a whole. */
  const sharedNotes = (): { address: string; sections: ReadonlySet<number> } | null => {
    const found = free
      .filter(
        ({ unit, ancestors }) =>
          !isOfOtherMeeting(unit) && unit.kind !== 'row' && !ancestors.some((item) => told.has(item)),
      )
      .flatMap(({ unit }) => unit.links.map((link) => ({ link, section: sectionOf(unit) })))
      .filter(({ link }) => roles.get(link)?.some(({ role, age }) => role === 'notes' && age === null));
    const [address, ...others] = new Set(found.map(({ link }) => link.address));
    if (address === undefined || others.length > 0) return null;
    return { address, sections: new Set(found.map(({ section }) => section)) };
  };
  const shared = sharedNotes();
  /** What stands in a section with meetings of its own is for those, and for what is under it. */
  const sharedFor = (unit: PageUnit): string | null => {
    if (shared === null || hasNotesField(unit)) return null;
    const isFor = [...shared.sections].some((order) => !sections.has(order) || isUnder(unit, order));
    return isFor ? shared.address : null;
  };

  /** The one room under or over a table of meetings that have no place for rooms of their own. */
  const sharedRoom = (unit: PageUnit): string | null => {
    const isRoom = (link: PageLink) => roles.get(link)?.some(({ role }) => role === 'join') === true;
    if (unit.kind !== 'row' || taken.some((index) => page.units[index]?.links.some(isRoom) === true))
      return null;
    if (unit.cells.some(({ head }) => PLACE_OF_ROOM.test(head))) return null;
    const [only, ...others] = new Set(
      free
        .filter(({ unit: other }) => other.kind !== 'row')
        .flatMap(({ unit: other }) =>
          other.links.filter(isRoom).map(({ address }) => ({ address, section: sectionOf(other) })),
        )
        .map(({ address, section }) => `${String(section === sectionOf(unit))} ${address}`),
    );
    return others.length === 0 && only?.startsWith('true ') === true ? only.slice(5) : null;
  };

  // Units between one meeting and the next, by how many meetings' units stand before them.
  const places = new Map(taken.map((index, place) => [index, place]));
  let passed = 0;
  const gaps = Map.groupBy(
    linked.filter(({ index }) => !byUnit.has(index)),
    ({ index }) => {
      while ((taken[passed] ?? Infinity) < index) passed += 1;
      return passed;
    },
  );

  /** Units with links in the order in which a meeting's are looked for in them. */
  const closest = (own: number, unit: PageUnit): LinkedUnit[] => {
    const section = sectionOf(unit);
    const place = places.get(own) ?? 0;
    const before = (gaps.get(place) ?? []).toReversed();
    const after = gaps.get(place + 1) ?? [];
    const over = ancestorsOf(unit, page.units);
    // What stands in the list item of another meeting is that one's.
    const isOfOther = ({ ancestors }: LinkedUnit) =>
      ancestors.some((item) => item !== own && told.has(item) && !over.includes(item));
    return [
      ...(under.get(own) ?? []).map((child) => child.place),
      ...[...after, ...before].filter((other) => sectionOf(other.unit) === section),
      ...after.filter((other) => isUnder(other.unit, section)),
      ...unit.headings
        .toReversed()
        .flatMap((heading) => freeOfSection.get(heading.order) ?? [])
        .filter((other) => other.unit.kind !== 'row' || other.unit.cells.length === 2),
      ...ofWholePage.filter(({ index }) => index > own),
      ...ofWholePage.filter(({ index }) => index < own).toReversed(),
    ].filter((other) => !isOfOther(other));
  };

  /** The one room of the meetings before, where a meeting only says that its own is the same. */
  const sameRoom = ({ statement }: PageMeeting): string | null => {
    if (!SAME_ROOM.test(page.units[statement.unit]?.text ?? '')) return null;
    const place = places.get(statement.unit) ?? 0;
    const [only, ...others] = new Set(
      taken
        .slice(Math.max(0, place - SAME_ROOM_REACH), place)
        .flatMap((index) => page.units[index]?.links ?? [])
        .filter((link) => roles.get(link)?.some(({ role }) => role === 'join'))
        .map((link) => link.address),
    );
    return only !== undefined && others.length === 0 ? only : null;
  };

  return (meeting) => {
    const found: Record<LinkRole, string | null> = {
      join: null,
      notes: null,
      recordings: null,
      calendar: null,
      chat: null,
      list: null,
    };
    const own = meeting.statement.unit;
    const unit = page.units[own];
    if (unit === undefined) return found;
    const older = new Map<LinkRole, { age: number; address: string }>();
    const take = (links: readonly PageLink[]) => {
      for (const link of links)
        for (const { role, age } of roles.get(link) ?? []) {
          if (age === null) found[role] ??= link.address;
          else if (age > (older.get(role)?.age ?? 0)) older.set(role, { age, address: link.address });
        }
    };
    take(ownFirst(unit.links, meeting, byUnit.get(own) ?? []));
    for (const also of meeting.alsoIn ?? []) take(page.units[also]?.links ?? []);
    if (unit.kind !== 'row' || isFieldRow(unit))
      for (const other of closest(own, unit)) take(other.unit.links);
    for (const [role, { address }] of older) found[role] ??= address;
    return {
      ...found,
      join:
        meeting.room ??
        found.join ??
        sameRoom(meeting) ??
        sharedRoom(unit) ??
        chatRoomOf(meeting, found.chat),
      notes: found.notes ?? sharedFor(unit),
    };
  };
}
