import type { DocumentLinks, Doubt } from '#calendar';
import { carriesPasscode, type JoinLink, roomKey } from '#meeting-links';
import { foldedText } from '../search/fold.ts';
import type { Occurrence, RoomFlag } from './occurrence.ts';

const NONE: ReadonlySet<string> = new Set();

/**
 * Merges the same meeting of several feeds into one occurrence: same UID and start, or same start and room. What the
 * directory states is merged by start and title too, and tells only what no other source knows.
 * Different starts are never merged, nor are two occurrences of one feed, unless they are copies with equal title,
 * times and room.
 * The result does not depend on the order of the feeds: the key (with feed, UID and original start) is the smallest,
 * the content comes from the most detailed source. Keeps the position of the first of each.
 * @param stated ids of the feeds with stated meetings
 */
export function mergeOccurrences(
  occurrences: readonly Occurrence[],
  stated: ReadonlySet<string> = NONE,
): Occurrence[] {
  const byStart = Map.groupBy(occurrences, ({ time }) => time.start);
  const merged: Occurrence[] = [];
  for (const same of byStart.values()) {
    const each = same.length < 2 ? same : withoutCopies(same);
    const { sources } = each[0] ?? { sources: [] };
    const isOneFeed = each.every((one) => one.sources.every(({ feedId }) => feedId === sources[0]?.feedId));
    if (isOneFeed) merged.push(...each);
    else merged.push(...groupsOf(each, stated).map((group) => mergeGroup(group, stated)));
  }
  return merged;
}

/**
 * Some servers assign several UIDs to one meeting: these copies have equal title, times and room. Without a room they
 * are not merged, because many meetings are called “Sync”.
 */
function withoutCopies(same: readonly Occurrence[]): readonly Occurrence[] {
  const copies = Map.groupBy(same, (one) => {
    const room = one.sources.length > 1 ? null : roomOf(one);
    if (room === null) return one.key;
    return JSON.stringify([one.feedId, one.title, one.time, one.status, one.isWeekUnknown, room]);
  });
  return copies.size === same.length ? same : [...copies.values()].map((group) => mergeGroup(group, NONE));
}

/** By code units, so that the order is the same in every locale. */
const byKey = (one: Occurrence, other: Occurrence): number =>
  one.key < other.key ? -1 : Number(one.key > other.key);

/** Key of its room, whatever form its address has; null without a clock time or a room. */
export function roomOf({ time, joinLinks }: Occurrence): string | null {
  const [best] = joinLinks;
  return time.kind === 'allDay' || best === undefined ? null : roomKey(best);
}

/** The title of an occurrence, if a stated meeting of the same start has it too; null for all others. */
function statedTitle(
  same: readonly Occurrence[],
  stated: ReadonlySet<string>,
): (one: Occurrence) => string | null {
  const titles = new Set(
    same.filter(({ feedId }) => stated.has(feedId)).map(({ title }) => foldedText(title)),
  );
  return ({ title }) => (titles.has(foldedText(title)) ? foldedText(title) : null);
}

interface Group {
  readonly members: Occurrence[];
  readonly feeds: Set<string>;
}

/** Groups occurrences of the same meeting. @param same occurrences of one start */
function groupsOf(
  same: readonly Occurrence[],
  stated: ReadonlySet<string>,
): readonly (readonly Occurrence[])[] {
  const sorted = same.toSorted(byKey);
  const groupOf = new Map<Occurrence, Group>(
    sorted.map((one) => [one, { members: [one], feeds: new Set(one.sources.map(({ feedId }) => feedId)) }]),
  );
  // A UID is stronger evidence than a room, so it goes first.
  join(sorted, ({ uid }) => uid, groupOf);
  join(sorted, roomOf, groupOf);
  if (stated.size > 0) join(sorted, statedTitle(sorted, stated), groupOf);
  return [...new Set(sorted.flatMap((one) => groupOf.get(one) ?? []))].map(({ members }) => members);
}

function join(
  sorted: readonly Occurrence[],
  nameOf: (one: Occurrence) => string | null,
  groupOf: Map<Occurrence, Group>,
): void {
  for (const [name, alike] of Map.groupBy(sorted, nameOf)) {
    if (name === null || alike.length < 2) continue;
    const groups = new Set<Group>();
    const inOrder: Group[] = [];
    /** Every earlier group already has an occurrence of this feed. */
    const firstFree = new Map<string, number>();
    for (const one of alike) {
      const mine = groupOf.get(one);
      if (mine === undefined || groups.has(mine)) continue;
      let place = Math.max(...[...mine.feeds].map((feed) => firstFree.get(feed) ?? 0));
      while (inOrder[place]?.feeds.isDisjointFrom(mine.feeds) === false) place += 1;
      const fitting = inOrder[place];
      for (const feed of mine.feeds) if (mine.feeds.size === 1) firstFree.set(feed, place + 1);
      if (fitting === undefined) {
        groups.add(mine);
        inOrder.push(mine);
      } else
        for (const member of mine.members) {
          fitting.members.push(member);
          for (const { feedId } of member.sources) fitting.feeds.add(feedId);
          groupOf.set(member, fitting);
        }
    }
  }
}

const STATUSES = { confirmed: 0, tentative: 1, cancelled: 2 } as const;

/** Order of trust: confirmed first, then with a known week, with a room, with a community, then the most detailed. */
const byKnowledge = (one: Occurrence, other: Occurrence): number =>
  STATUSES[one.status] - STATUSES[other.status] ||
  Number(one.isWeekUnknown) - Number(other.isWeekUnknown) ||
  Number(one.joinLinks.length === 0) - Number(other.joinLinks.length === 0) ||
  Number(one.community === null) - Number(other.community === null) ||
  other.description.content.length - one.description.content.length ||
  byKey(one, other);

/** One occurrence of several of the same meeting: the content of the most detailed source, and what only others know. */
export function mergeGroup(group: readonly Occurrence[], stated: ReadonlySet<string>): Occurrence {
  const isStated = ({ feedId }: Occurrence): number => Number(stated.has(feedId));
  const [best, ...others] = group.toSorted(
    (one, other) => isStated(one) - isStated(other) || byKnowledge(one, other),
  );
  if (best === undefined || others.length === 0) return group[0]!;
  const all = [best, ...others];
  const [identity = best] = group.toSorted(byKey);
  const first = <K extends keyof Occurrence>(name: K): Occurrence[K] =>
    all.find((one) => one[name] !== null && one[name] !== '')?.[name] ?? best[name];
  const { key, feedId, feedName, uid, originalStart } = identity;
  return {
    ...best,
    key,
    feedId,
    feedName,
    uid,
    originalStart,
    zone: first('zone'),
    isDeclined: all.some((one) => one.isDeclined),
    isRecurring: all.some((one) => one.isRecurring),
    rhythm: first('rhythm'),
    phrase: first('phrase'),
    week: first('week'),
    doubts: [...best.doubts, ...cancelledElsewhere(best, others)],
    community: first('community'),
    communityName: first('communityName'),
    recorded: first('recorded'),
    organizer: first('organizer'),
    ownReply: first('ownReply'),
    answerKey: first('answerKey'),
    description: (all.find(({ description }) => description.content !== '') ?? best).description,
    location: first('location'),
    joinLinks: allRooms(all),
    roomFlags: allFlags(all),
    links: allLinks(all),
    sources: all
      .flatMap(({ sources }) => sources)
      .toSorted((one, other) => (one.key < other.key ? -1 : Number(one.key > other.key))),
  };
}

const cancelledElsewhere = (best: Occurrence, others: readonly Occurrence[]): Doubt[] =>
  best.status === 'cancelled'
    ? []
    : others
        .filter(({ status }) => status === 'cancelled')
        .map(({ feedName }) => ({ kind: 'cancelledElsewhere', feedName }));

/** The room flags of all sources, each once; “no room” only if none of them names a room. */
function allFlags(all: readonly Occurrence[]): RoomFlag[] {
  const hasRoom = all.some(({ joinLinks }) => joinLinks.length > 0);
  const flags = new Map(all.flatMap(({ roomFlags }) => roomFlags.map((flag) => [flag.kind, flag] as const)));
  if (hasRoom) flags.delete('document');
  return [...flags.values()];
}

/** Every room once, rooms of the best source first; each with the names of its feeds, unless all feeds have it. */
function allRooms(all: readonly Occurrence[]): JoinLink[] {
  const feeds = new Set(all.map(({ feedId }) => feedId));
  const rooms = new Map<string, { link: JoinLink; readonly namedBy: Map<string, string> }>();
  for (const { joinLinks, feedId, feedName } of all)
    for (const link of joinLinks) {
      const room = roomKey(link);
      const known = rooms.get(room) ?? { link, namedBy: new Map<string, string>() };
      known.link = bothOf(known.link, link);
      known.namedBy.set(feedId, feedName);
      rooms.set(room, known);
    }
  return [...rooms.values()].map(({ link, namedBy }) =>
    namedBy.size === feeds.size ? link : Object.assign({}, link, { feedNames: [...namedBy.values()] }),
  );
}

/** Of two links to one room, the one that is more likely to admit the user, with the passcode of either. */
function bothOf(one: JoinLink, other: JoinLink): JoinLink {
  const base = openness(other) > openness(one) ? other : one;
  // A Zoom passcode does not open a page of LFX, nor the reverse.
  const passcode = one.service === other.service ? (one.passcode ?? other.passcode) : base.passcode;
  return base.passcode === passcode ? base : { ...base, passcode };
}

const openness = (link: JoinLink): number => (carriesPasscode(link) ? 2 : Number(link.passcode !== null));

function allLinks(all: readonly Occurrence[]): DocumentLinks {
  const first = (name: keyof DocumentLinks): string | null =>
    all.find(({ links }) => links[name] !== null)?.links[name] ?? null;
  return {
    agenda: first('agenda'),
    notes: first('notes'),
    recordings: first('recordings'),
    chat: first('chat'),
    mailingList: first('mailingList'),
    page: first('page'),
  };
}
