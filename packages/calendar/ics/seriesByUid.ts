import { DAY, lowerBound } from '#base';
import { isExcludedAt } from '../recurrence/patternDates.ts';
import type { Pattern, Series } from '../series.ts';
import { dateText, dayOf } from '../wallTime.ts';
import type { FeedContext } from './feedContext.ts';
import { FeedOverride, FeedSeries } from './feedSeries.ts';
import { FeedDetails } from './feedDetails.ts';
import { type EventPart, isProposal } from './readEvent.ts';
import { toTimeLine, readPattern } from './readPattern.ts';
import { SingleEvent } from './singleEvent.ts';
import { missesOccurrence, onlyOccurrenceNear } from './nearbyOccurrence.ts';

const NO_OVERRIDES: readonly FeedOverride[] = [];

/** An event as read so far. */
export type FeedEvent = EventPart | SingleEvent;

/**
 * Groups the events of a feed by UID into series. Among events with the same UID and start, and among overrides of
 * the same date, the highest SEQUENCE wins (RFC 5545 §3.8.7.4). An event without a UID becomes a series of its own.
 */
export class SeriesByUid {
  readonly #hasPassingUids: boolean;
  readonly #byUid = new Map<string, FeedEvent | FeedEvent[]>();
  readonly #idCounts = new Map<string, number>();

  /** @param hasPassingUids their UIDs are others at each request, as if they had none */
  constructor(hasPassingUids: boolean) {
    this.#hasPassingUids = hasPassingUids;
  }

  add(event: FeedEvent): void {
    // A single event names its series by its own UID.
    if (this.#hasPassingUids || event.uid === '') {
      const part = partOf(event);
      this.#put(substituteUid(part, this.#idCounts), part);
    } else this.#put(event.uid, event);
  }

  #put(uid: string, event: FeedEvent): void {
    const alike = this.#byUid.get(uid);
    if (alike === undefined) this.#byUid.set(uid, event);
    else if (Array.isArray(alike)) alike.push(event);
    else this.#byUid.set(uid, [alike, event]);
  }

  series(): Series[] {
    const series: Series[] = [];
    // Iterating over entries would allocate an array for each event.
    this.#byUid.forEach((one, uid) => {
      if (Array.isArray(one)) for (const part of seriesOfGroup(uid, one.map(partOf))) series.push(part);
      else if (one instanceof SingleEvent) series.push(one);
      else if (one.recurrenceId === null) series.push(seriesOf(uid, one, []));
      else series.push(seriesOf(uid, null, [one]));
    });
    return series;
  }
}

const partOf = (event: FeedEvent): EventPart => (event instanceof SingleEvent ? event.part : event);

function seriesOfGroup(uid: string, parts: readonly EventPart[]): Series[] {
  const group = withoutProposals(parts);
  const written = group.filter(({ recurrenceId }) => recurrenceId === null);
  const masters = currentMasters(written);
  const changes = group.filter(({ recurrenceId }) => recurrenceId !== null);
  if (masters.length < 2)
    return [seriesOf(uid, masters[0] ?? null, changes, { isRevised: written.length > 1 })];
  // One UID with several starts: each override belongs to the latest series that begins before it.
  const ordered = masters.toSorted((one, other) => one.start - other.start);
  const orderedIn = Map.groupBy(ordered, ({ context }) => context);
  const changesOf = Map.groupBy(changes, ({ recurrenceId, context }) => {
    const owners = orderedIn.get(context) ?? ordered;
    const later = lowerBound(owners, ({ start }) => start > (recurrenceId?.wall ?? 0));
    return owners[Math.max(0, later - 1)];
  });
  return ordered.map((master) => seriesOf(uid, master, changesOf.get(master) ?? []));
}

/** If the feed contains the meeting itself, drops the other time that an attendee proposes for it (COUNTER). */
function withoutProposals(parts: readonly EventPart[]): readonly EventPart[] {
  const agreed = parts.filter(({ context }) => !isProposal(context.method));
  return agreed.length === 0 ? parts : agreed;
}

/** The masters of the latest SEQUENCE within each calendar of the file; one for each start. */
function currentMasters(masters: readonly EventPart[]): readonly EventPart[] {
  if (masters.length < 2) return masters;
  const latest = new Map<FeedContext, number>();
  for (const { sequence, context } of masters) {
    latest.set(context, Math.max(latest.get(context) ?? -Infinity, sequence));
  }
  const byStart = new Map<string, EventPart>();
  for (const master of masters) {
    const { start, isAllDay, zone, sequence, context } = master;
    if (sequence !== latest.get(context)) continue;
    const key = `${start}|${isAllDay}|${zone.kind === 'iana' ? zone.name : zone.kind}`;
    const other = byStart.get(key);
    if (other === undefined || isLater(master, other)) byStart.set(key, master);
  }
  return [...byStart.values()];
}

/** The newer of two versions (RFC 5545 §3.8.7.4); if they are equal, the later one in the file. */
const isLater = (one: EventPart, other: EventPart) =>
  one.sequence > other.sequence || (one.sequence === other.sequence && one.stamp >= other.stamp);

function seriesOf(
  uid: string,
  master: EventPart | null,
  changes: readonly EventPart[],
  { isRevised } = { isRevised: false },
): Series {
  const pattern = master === null ? null : readPattern(master);
  const overrides = latestOverrides(changes, pattern);
  // A date that the newer master excludes is gone, even if an older override of it is still in the file.
  const kept =
    master === null || pattern === null || !isRevised
      ? overrides
      : overrides.filter(({ at, part }) => !isNewer(master, part) || !isExcludedAt(pattern, at));
  return new FeedSeries(uid, master, master ?? changes[0] ?? null, pattern, kept);
}

const isNewer = (master: EventPart, change: EventPart): boolean =>
  master.sequence > change.sequence || (master.sequence === change.sequence && master.stamp > change.stamp);

function latestOverrides(changes: readonly EventPart[], pattern: Pattern | null): readonly FeedOverride[] {
  if (changes.length === 0) return NO_OVERRIDES;
  const latest = new Map<number, EventPart>();
  const put = (at: number, change: EventPart): void => {
    const other = latest.get(at);
    if (other === undefined || isLater(change, other)) latest.set(at, change);
  };
  const strays: { readonly at: number; readonly change: EventPart }[] = [];
  for (const change of changes) {
    const at = overriddenAt(change, pattern);
    const written = change.recurrenceId?.isDate === false ? change.recurrenceId.zone : null;
    if (pattern !== null && written !== null && missesOccurrence(pattern, written, at))
      strays.push({ at, change });
    else put(at, change);
  }
  for (const { at, change } of strays) {
    const slot = pattern === null ? null : onlyOccurrenceNear(pattern, at, change.context.searches);
    put(slot === null || latest.has(slot) ? at : slot, change);
  }
  const ascending = [...latest].sort(([one], [other]) => one - other);
  return ascending.map(([at, change]) => new FeedOverride(at, change));
}

/** The replaced date on the time line of the series; on the override's own line if the series is unknown. */
function overriddenAt({ recurrenceId, start }: EventPart, pattern: Pattern | null): number {
  if (recurrenceId === null) return start;
  const frame = pattern ?? { zone: recurrenceId.zone, isAllDay: recurrenceId.isDate };
  const isDay = recurrenceId.isDate && pattern?.isAllDay === false;
  // A date without a time means the occurrence of that day, at the time of the first one.
  const wall = isDay ? recurrenceId.wall + pattern.start - dayOf(pattern.start) * DAY : recurrenceId.wall;
  return toTimeLine(frame, { ...recurrenceId, wall }, recurrenceId.zone);
}

/** An id for an event without UID; stable while its start and title are. */
function substituteUid(part: EventPart, given: Map<string, number>): string {
  const name = `no-uid|${dateText(dayOf(part.start))}|${part.start % 86_400_000}|${new FeedDetails(part).title}`;
  const count = (given.get(name) ?? 0) + 1;
  given.set(name, count);
  return count === 1 ? name : `${name}|${count}`;
}
