import type { Override, Series } from '../series.ts';
import { dateText, dayOf } from '../wallTime.ts';
import type { FeedContext } from './feedContext.ts';
import { lazyDetails } from './readDetails.ts';
import type { EventPart, ReadPart } from './readEvent.ts';
import { onLine, readPattern } from './readPattern.ts';

/**
 * Puts the events of a feed together by UID. Of several with the same UID the later SEQUENCE holds; of overrides for
 * the same date as well (RFC 5545 §3.8.7.4). Events without UID stay alone.
 */
export function assembleSeries(parts: readonly ReadPart[]): Series[] {
  const groups = new Map<string, ReadPart[]>();
  const series: Series[] = [];
  const namesGiven = new Map<string, number>();
  for (const read of parts) {
    const { uid } = read.part;
    if (uid === '') series.push(seriesOf(uidInstead(read, namesGiven), read, []));
    else if (groups.has(uid)) groups.get(uid)?.push(read);
    else groups.set(uid, [read]);
  }
  for (const [uid, group] of groups) {
    const [first] = group;
    if (first !== undefined && group.length === 1)
      series.push(seriesOf(uid, first.part.recurrenceId === null ? first : null, group));
    else series.push(...seriesOfGroup(uid, group));
  }
  return series;
}

function seriesOfGroup(uid: string, group: readonly ReadPart[]): Series[] {
  const masters = currentMasters(group.filter(({ part }) => part.recurrenceId === null));
  const overrides = group.filter(({ part }) => part.recurrenceId !== null);
  if (masters.length < 2) return [seriesOf(uid, masters[0] ?? null, overrides)];
  // The same UID at different starts: each override belongs to the latest one that begins before it.
  const ordered = masters.toSorted((one, other) => one.part.start - other.part.start);
  const owner = ({ part, context }: ReadPart) => {
    const near = ordered.filter((master) => master.context === context);
    const owners = near.length > 0 ? near : ordered;
    return owners.findLast((master) => master.part.start <= (part.recurrenceId?.wall ?? 0)) ?? owners[0];
  };
  return ordered.map((master) =>
    seriesOf(
      uid,
      master,
      overrides.filter((override) => owner(override) === master),
    ),
  );
}

/** Those of the latest SEQUENCE within each calendar of the file, each start once. */
function currentMasters(masters: readonly ReadPart[]): ReadPart[] {
  const latest = new Map<FeedContext, number>();
  for (const { part, context } of masters) {
    latest.set(context, Math.max(latest.get(context) ?? -Infinity, part.sequence));
  }
  const byStart = new Map<string, ReadPart>();
  for (const master of masters) {
    const { part, context } = master;
    if (part.sequence !== latest.get(context)) continue;
    const key = `${part.start}|${part.isAllDay}|${part.zone.kind === 'iana' ? part.zone.name : part.zone.kind}`;
    const other = byStart.get(key);
    if (other === undefined || isLater(part, other.part)) byStart.set(key, master);
  }
  return [...byStart.values()];
}

/** Of two versions of the same, the one that holds (RFC 5545 §3.8.7.4); of equal ones the later in the file. */
const isLater = (one: EventPart, other: EventPart) =>
  one.sequence > other.sequence || (one.sequence === other.sequence && one.stamp >= other.stamp);

function seriesOf(uid: string, master: ReadPart | null, group: readonly ReadPart[]): Series {
  const pattern = master === null ? null : readPattern(master.part, master.context);
  const overrides = latestOverrides(group.flatMap((read) => overrideOf(read, pattern)));
  const details = lazyDetails(master ?? group[0] ?? null);
  return {
    uid,
    sequence: master?.part.sequence ?? 0,
    pattern,
    overrides,
    status: master?.part.status ?? 'confirmed',
    isWeekUnknown: false,
    get details() {
      return details();
    },
  };
}

interface OrderedOverride {
  readonly override: Override;
  readonly part: EventPart;
}

function overrideOf(read: ReadPart, pattern: Series['pattern']): OrderedOverride[] {
  const { part } = read;
  const { recurrenceId } = part;
  if (recurrenceId === null) return [];
  const details = lazyDetails(read);
  const frame = pattern ?? { zone: recurrenceId.zone, isAllDay: recurrenceId.isDate };
  const override: Override = {
    at: onLine(frame, recurrenceId, recurrenceId.zone),
    isAtDate: recurrenceId.isDate && !frame.isAllDay,
    isThisAndFuture: recurrenceId.isThisAndFuture,
    zone: part.zone,
    isAllDay: part.isAllDay,
    start: part.start,
    length: part.length,
    status: part.status,
    get details() {
      return details();
    },
  };
  return [{ override, part }];
}

function latestOverrides(all: readonly OrderedOverride[]): Override[] {
  const latest = new Map<number, OrderedOverride>();
  for (const one of all) {
    const other = latest.get(one.override.at);
    if (other === undefined || isLater(one.part, other.part)) latest.set(one.override.at, one);
  }
  return [...latest.values()].map(({ override }) => override).sort((one, other) => one.at - other.at);
}

/** A name for an event without one that stays the same as long as its start and title do. */
function uidInstead(read: ReadPart, given: Map<string, number>): string {
  const name = `no-uid|${dateText(dayOf(read.part.start))}|${read.part.start % 86_400_000}|${lazyDetails(read)().title}`;
  const count = (given.get(name) ?? 0) + 1;
  given.set(name, count);
  return count === 1 ? name : `${name}|${count}`;
}
