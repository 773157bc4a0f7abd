import {
  ageOf,
  ancestorsOf,
  chatRoomOf,
  hasNotesField,
  isOfOneDate,
  isOfOtherMeeting,
  isUnder,
  leadOf,
  type LinkedUnit,
  linkedUnitsOf,
  ownFirst,
  PLACE_OF_ROOM,
  SAME_ROOM,
  SAME_ROOM_REACH,
  sectionOf,
} from './linkPlaces.ts';
import { type LinkRole, rolesOf } from './meetingLinks.ts';
import type { PageMeeting } from './pageMeeting.ts';
import { isFieldRow, type Page, type PageLink, type PageUnit } from './pageUnit.ts';

export type MeetingAddresses = Readonly<Record<LinkRole, string | null>>;

/** A role of a link; `age` is a year for a link to older documents, null for one that is current. */
interface AgedRole {
  readonly role: LinkRole;
  readonly age: number | null;
}

/** The only value of some; null if there are several or none. */
function onlyOf<Value>(values: Iterable<Value>): Value | null {
  const [only, ...others] = new Set(values);
  return only === undefined || others.length > 0 ? null : only;
}

/** Finds the addresses of the meetings of a page, each in the closest place that has one. */
class AddressFinder {
  readonly #page: Page;
  readonly #byUnit: ReadonlyMap<number, readonly PageMeeting[]>;
  /** Units with meetings, and the list items around them. */
  readonly #inItems: ReadonlySet<number>;
  /** Units with meetings, in the order of the page, and the position of each among them. */
  readonly #taken: readonly number[];
  readonly #positions: ReadonlyMap<number, number>;
  /** Sections with meetings. */
  readonly #sections: ReadonlySet<number>;
  /** Linked units inside a list item. */
  readonly #under: ReadonlyMap<number, readonly LinkedUnit[]>;
  /** Linked units outside the words and list items of the meetings: they are for all. */
  readonly #free: readonly LinkedUnit[];
  readonly #freeOfSection: ReadonlyMap<number, readonly LinkedUnit[]>;
  readonly #ofWholePage: readonly LinkedUnit[];
  /** Linked units between one meeting and the next, by the number of meetings before them. */
  readonly #gaps: ReadonlyMap<number, readonly LinkedUnit[]>;
  readonly #roles: ReadonlyMap<PageLink, readonly AgedRole[]>;
  /** The one document of notes for the whole page, with the sections that name it. */
  readonly #sharedNotes: { readonly address: string; readonly sections: ReadonlySet<number> } | null;

  constructor(meetings: readonly PageMeeting[], page: Page) {
    const linked = linkedUnitsOf(page);
    const byUnit = Map.groupBy(meetings, ({ statement }) => statement.unit);
    this.#page = page;
    this.#byUnit = byUnit;
    this.#inItems = new Set(
      [...byUnit.keys()].flatMap((index) => ancestorsOf(page.units[index], page.units).concat(index)),
    );
    this.#taken = [...byUnit.keys()].sort((left, right) => left - right);
    this.#positions = new Map(this.#taken.map((index, position) => [index, position]));
    this.#sections = new Set(this.#taken.map((index) => sectionOf(page.units[index])));
    const under = new Map<number, LinkedUnit[]>();
    for (const place of linked)
      for (const ancestor of place.ancestors) {
        const children = under.get(ancestor);
        if (children === undefined) under.set(ancestor, [place]);
        else children.push(place);
      }
    this.#under = under;
    this.#free = linked.filter(
      ({ index, ancestors }) => !byUnit.has(index) && !ancestors.some((ancestor) => byUnit.has(ancestor)),
    );
    this.#freeOfSection = Map.groupBy(this.#free, ({ unit }) => sectionOf(unit));
    // If all meetings are in one section, the whole page is about them, except for sections of other meetings.
    const isAboutThem = ({ unit }: LinkedUnit): boolean =>
      this.#sections.has(sectionOf(unit)) || !isOfOtherMeeting(unit);
    this.#ofWholePage = this.#sections.size === 1 ? this.#free.filter(isAboutThem) : [];
    this.#gaps = this.#gapsOf(linked);
    this.#roles = new Map(linked.flatMap((place) => this.#rolesIn(place)));
    this.#sharedNotes = this.#findSharedNotes();
  }

  #gapsOf(linked: readonly LinkedUnit[]): Map<number, LinkedUnit[]> {
    let passed = 0;
    const outside = linked.filter(({ index }) => !this.#byUnit.has(index));
    return Map.groupBy(outside, ({ index }) => {
      while ((this.#taken[passed] ?? Infinity) < index) passed += 1;
      return passed;
    });
  }

  #rolesIn({ unit, index }: LinkedUnit): [PageLink, AgedRole[]][] {
    const lead = leadOf(this.#page.units, index);
    const isPast = !this.#byUnit.has(index) && isOfOneDate(unit);
    return unit.links.map((link) => {
      const roles = rolesOf(link, unit, lead).filter(
        (role) => !(isPast && (role === 'notes' || role === 'recordings')),
      );
      return [link, roles.map((role) => ({ role, age: ageOf(link, unit, role) }))];
    });
  }

  #isRoom(link: PageLink): boolean {
    return this.#roles.get(link)?.some(({ role }) => role === 'join') === true;
  }

  #findSharedNotes(): { address: string; sections: ReadonlySet<number> } | null {
    const found = this.#free
      .filter(
        ({ unit, ancestors }) =>
          !isOfOtherMeeting(unit) &&
          unit.kind !== 'row' &&
          !ancestors.some((item) => this.#inItems.has(item)),
      )
      .flatMap(({ unit }) => unit.links.map((link) => ({ link, section: sectionOf(unit) })))
      .filter(({ link }) => this.#roles.get(link)?.some(({ role, age }) => role === 'notes' && age === null));
    const address = onlyOf(found.map(({ link }) => link.address));
    return address === null ? null : { address, sections: new Set(found.map(({ section }) => section)) };
  }

  /** Shared notes in a section with meetings are for those meetings, and for the sections under it. */
  #notesFor(unit: PageUnit): string | null {
    const shared = this.#sharedNotes;
    if (shared === null || hasNotesField(unit)) return null;
    const isFor = [...shared.sections].some((order) => !this.#sections.has(order) || isUnder(unit, order));
    return isFor ? shared.address : null;
  }

  /** The one room under or over a table of meetings without a column for rooms. */
  #sharedRoom(unit: PageUnit): string | null {
    const hasRoom = (index: number): boolean =>
      this.#page.units[index]?.links.some((link) => this.#isRoom(link)) === true;
    if (unit.kind !== 'row' || this.#taken.some(hasRoom)) return null;
    if (unit.cells.some(({ head }) => PLACE_OF_ROOM.test(head))) return null;
    const isHere = (other: PageUnit): boolean => sectionOf(other) === sectionOf(unit);
    const rooms = this.#free
      .filter((place) => place.unit.kind !== 'row')
      .flatMap((place) =>
        place.unit.links
          .filter((link) => this.#isRoom(link))
          .map(({ address }) => ({ address, isHere: isHere(place.unit) })),
      );
    return rooms.every((room) => room.isHere) ? onlyOf(rooms.map(({ address }) => address)) : null;
  }

  /** The one room of the meetings before, if a meeting only says that its room is the same. */
  #sameRoom({ statement }: PageMeeting): string | null {
    if (!SAME_ROOM.test(this.#page.units[statement.unit]?.text ?? '')) return null;
    const position = this.#positions.get(statement.unit) ?? 0;
    const links = this.#taken
      .slice(Math.max(0, position - SAME_ROOM_REACH), position)
      .flatMap((index) => this.#page.units[index]?.links ?? []);
    return onlyOf(links.filter((link) => this.#isRoom(link)).map((link) => link.address));
  }

  /** Linked units around a meeting, the closest first. @param own index of its unit */
  #closest(own: number, unit: PageUnit): LinkedUnit[] {
    const section = sectionOf(unit);
    const position = this.#positions.get(own) ?? 0;
    const before = (this.#gaps.get(position) ?? []).toReversed();
    const after = this.#gaps.get(position + 1) ?? [];
    const over = ancestorsOf(unit, this.#page.units);
    // Links in the list item of another meeting belong to that one.
    const isOfOther = ({ ancestors }: LinkedUnit): boolean =>
      ancestors.some((item) => item !== own && this.#inItems.has(item) && !over.includes(item));
    return [
      ...(this.#under.get(own) ?? []),
      ...[...after, ...before].filter((other) => sectionOf(other.unit) === section),
      ...after.filter((other) => isUnder(other.unit, section)),
      ...unit.headings
        .toReversed()
        .flatMap((heading) => this.#freeOfSection.get(heading.order) ?? [])
        .filter((other) => other.unit.kind !== 'row' || other.unit.cells.length === 2),
      ...this.#ofWholePage.filter(({ index }) => index > own),
      ...this.#ofWholePage.filter(({ index }) => index < own).toReversed(),
    ].filter((other) => !isOfOther(other));
  }

  /** The first link of each role; of older documents the newest, if no current one is linked. */
  #firstOfRoles(links: readonly PageLink[]): Record<LinkRole, string | null> {
    const found: Record<LinkRole, string | null> = {
      join: null,
      notes: null,
      recordings: null,
      calendar: null,
      chat: null,
      list: null,
    };
    const older = new Map<LinkRole, { age: number; address: string }>();
    for (const link of links)
      for (const { role, age } of this.#roles.get(link) ?? []) {
        if (age === null) found[role] ??= link.address;
        else if (age > (older.get(role)?.age ?? 0)) older.set(role, { age, address: link.address });
      }
    for (const [role, { address }] of older) found[role] ??= address;
    return found;
  }

  find(meeting: PageMeeting): MeetingAddresses {
    const own = meeting.statement.unit;
    const unit = this.#page.units[own];
    if (unit === undefined) return this.#firstOfRoles([]);
    const isAlone = unit.kind === 'row' && !isFieldRow(unit);
    const around = isAlone ? [] : this.#closest(own, unit);
    const found = this.#firstOfRoles([
      ...ownFirst(unit.links, meeting, this.#byUnit.get(own) ?? []),
      ...(meeting.alsoIn ?? []).flatMap((also) => this.#page.units[also]?.links ?? []),
      ...around.flatMap((other) => other.unit.links),
    ]);
    const join =
      meeting.room ??
      found.join ??
      this.#sameRoom(meeting) ??
      this.#sharedRoom(unit) ??
      chatRoomOf(meeting, found.chat);
    return { ...found, join, notes: found.notes ?? this.#notesFor(unit) };
  }
}

/** Finds the addresses of a meeting. @param meetings all of the page */
export function addressFinder(
  meetings: readonly PageMeeting[],
  page: Page,
): (meeting: PageMeeting) => MeetingAddresses {
  const finder = new AddressFinder(meetings, page);
  return (meeting) => finder.find(meeting);
}
