import { z } from 'zod';
import { startOf } from './agenda.ts';
import { agendaSnapshot, type AgendaSnapshot } from './agendaSnapshot.ts';
import { occurrence, type Occurrence } from './occurrence.ts';
import { sameOccurrences } from './sameOccurrences.ts';

/** The difference between two revisions of the agenda, so that the window need not receive the full list each time. */
export const agendaUpdate = z.discriminatedUnion('kind', [
  /** The full list: the first one, one for another zone, or one that differs in nearly all of its meetings. */
  z.object({ kind: z.literal('all'), agenda: agendaSnapshot }),
  z.object({
    kind: z.literal('changes'),
    /** The revision that it applies to. */
    since: z.number(),
    revision: z.number(),
    window: agendaSnapshot.shape.window,
    added: z.array(occurrence).readonly(),
    /** Present before under the same key, with other content. */
    changed: z.array(occurrence).readonly(),
    /** Keys. */
    removed: z.array(z.string()).readonly(),
  }),
]);
export type AgendaUpdate = z.infer<typeof agendaUpdate>;

/** Maximum meetings in one message about the agenda: writing five thousand takes main longer than 50 ms. */
export const MOST_AT_ONCE = 1_000;

/** What main sends when the agenda changed: an update, or, if it has more than {@link MOST_AT_ONCE} meetings, the revision that the window then asks for. */
export const agendaNews = z.discriminatedUnion('kind', [
  ...agendaUpdate.options,
  z.object({ kind: z.literal('renewed'), revision: z.number() }),
]);
export type AgendaNews = z.infer<typeof agendaNews>;

/** A part of the agenda: at most {@link MOST_AT_ONCE} of its meetings, in its order. */
export const agendaPart = agendaSnapshot.extend({
  /** The meetings of the whole agenda. */
  total: z.number(),
});
export type AgendaPart = z.infer<typeof agendaPart>;

/** The same for a range that the window asked for. Each range counts its own revisions, from 1. */
export const rangeUpdate = z.object({ range: agendaSnapshot.shape.window, update: agendaUpdate });
export type RangeUpdate = z.infer<typeof rangeUpdate>;

/** When more of the agenda is new, the full list is hardly longer than what changed. */
const LARGEST_SHARE = 0.8;

/** The update that leads from one revision to another. */
export function updateBetween(before: AgendaSnapshot, after: AgendaSnapshot): AgendaUpdate {
  const all = { kind: 'all', agenda: after } as const;
  const known = byKey(before.occurrences);
  const present = byKey(after.occurrences);
  const areKeysUnique = known.size === before.occurrences.length && present.size === after.occurrences.length;
  if (before.revision === 0 || before.zone !== after.zone || !areKeysUnique) return all;
  const added: Occurrence[] = [];
  const changed: Occurrence[] = [];
  for (const one of after.occurrences) {
    const former = known.get(one.key);
    if (former === undefined) added.push(one);
    else if (!sameOccurrences([former], [one])) changed.push(one);
    if (added.length + changed.length > after.occurrences.length * LARGEST_SHARE) return all;
  }
  const removed = [...known.keys()].filter((key) => !present.has(key));
  const { revision, window } = after;
  const update = {
    kind: 'changes',
    since: before.revision,
    revision,
    window,
    added,
    changed,
    removed,
  } as const;
  if (isOrdered(before) && isOrdered(after)) return update;
  // Meetings with equal start and UID may be listed in an order that applyUpdate cannot know.
  const applied = applyUpdate(before, update)?.occurrences ?? [];
  return applied.every(({ key }, index) => key === after.occurrences[index]?.key) ? update : all;
}

/** The message about an update. */
export function asNews(update: AgendaUpdate): AgendaNews {
  const [count, revision] =
    update.kind === 'all'
      ? [update.agenda.occurrences.length, update.agenda.revision]
      : [update.added.length + update.changed.length, update.revision];
  return count > MOST_AT_ONCE ? { kind: 'renewed', revision } : update;
}

/** The part of the agenda that begins with one of its meetings. */
export const partOf = (agenda: AgendaSnapshot, from: number): AgendaPart => ({
  ...agenda,
  occurrences: agenda.occurrences.slice(from, from + MOST_AT_ONCE),
  total: agenda.occurrences.length,
});

/**
 * The agenda after an update.
 * @param agenda null if none is known yet
 * @returns null if a revision in between is missing or too much is new: then the full agenda is needed
 */
export function applyUpdate(agenda: AgendaSnapshot | null, update: AgendaNews): AgendaSnapshot | null {
  if (update.kind === 'all') return update.agenda;
  if (update.kind === 'renewed' || agenda === null || agenda.revision !== update.since) return null;
  const { zone } = agenda;
  const news = [...update.added, ...update.changed].toSorted((one, other) =>
    compareOccurrences(one, other, zone),
  );
  const replaced = new Set([...update.removed, ...news.map(({ key }) => key)]);
  const kept = agenda.occurrences.filter(({ key }) => !replaced.has(key));
  const { revision, window } = update;
  return { revision, zone, window, occurrences: merged(kept, news, zone) };
}

const byKey = (occurrences: readonly Occurrence[]): ReadonlyMap<string, Occurrence> =>
  new Map(occurrences.map((one) => [one.key, one]));

/** The order of the agenda: start, then UID; last the key. By code units, so that it is the same in every locale. */
export function compareOccurrences(one: Occurrence, other: Occurrence, zone: string): number {
  const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
  return (
    startOf(one, zone) - startOf(other, zone) || byText(one.uid, other.uid) || byText(one.key, other.key)
  );
}

const isOrdered = ({ occurrences, zone }: AgendaSnapshot): boolean =>
  occurrences.every((one, index) => {
    const next = occurrences[index + 1];
    return next === undefined || compareOccurrences(one, next, zone) < 0;
  });

/** Merges two sorted lists into one. */
function merged(kept: readonly Occurrence[], news: readonly Occurrence[], zone: string): Occurrence[] {
  const list: Occurrence[] = [];
  let next = 0;
  for (const one of news) {
    for (
      let old = kept[next];
      old !== undefined && compareOccurrences(old, one, zone) < 0;
      old = kept[next]
    ) {
      list.push(old);
      next += 1;
    }
    list.push(one);
  }
  return [...list, ...kept.slice(next)];
}
