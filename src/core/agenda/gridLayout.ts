import { isMeeting } from './agenda.ts';
import { DAY_MINUTES, type GridSlot } from './gridSlots.ts';
import type { Occurrence } from './occurrence.ts';

/** A short meeting is drawn as long as this, so that its title can be read and pressed. Minutes. */
export const SHORTEST_MINUTES = 30;
/** Meetings that begin within this time of each other are side by side: the later would hide the other's title. */
const TITLE_MINUTES = 20;
/** A line of a title is as high as this. */
const LINE_MINUTES = 24;
/** Share of a meeting that one laid over it leaves free. */
const LEFT_FREE = 0.3;

/** A meeting in a column of the grid. */
export interface GridBlock extends GridSlot {
  /** What is drawn, minutes of the wall clock: at least {@link SHORTEST_MINUTES}. */
  readonly top: number;
  readonly bottom: number;
  /** Shares of the column's width, 0 to 1, from the side where a line of text begins. */
  readonly start: number;
  readonly end: number;
  /** It covers a part of the meeting before it. */
  readonly isLaid: boolean;
  /** Where the next one covers a part of it, minutes of the wall clock; `bottom` if none does. */
  readonly clearTo: number;
  /** A count lies beside its first words, which leave room for it. */
  readonly isByCount: boolean;
}

/** Meetings for which a column has no room. Minutes of the wall clock. */
export interface GridMore {
  /** When the first of them begins. */
  readonly at: number;
  /** Where they are counted: below the titles of those that are shown. */
  readonly top: number;
  readonly slots: readonly GridSlot[];
}

/** A laid-out column. */
export interface GridColumn {
  /** Sorted by `top`: a later one is drawn above an earlier one. At most two at any height. */
  readonly blocks: readonly GridBlock[];
  readonly more: readonly GridMore[];
}

/** `rank`: what has a higher one leaves its place. */
type Drawn = GridSlot & Pick<GridBlock, 'top' | 'bottom'> & { readonly rank: number };

/** How the meetings of a column stand to now. */
export interface Present {
  /** Of the days before and after today nothing needs to be told apart. */
  readonly hasEnded: (occurrence: Occurrence) => boolean;
  /** Keys of the next meeting and of those that run, the one that matters most first. */
  readonly first: readonly string[];
}

const NO_PRESENT: Present = { hasEnded: () => false, first: [] };

function drawn(slot: GridSlot, present: Present): Drawn {
  const bottom = Math.min(DAY_MINUTES, Math.max(slot.to, slot.from + SHORTEST_MINUTES));
  const top = Math.min(slot.from, bottom - SHORTEST_MINUTES);
  return { ...slot, top, bottom, rank: rankOf(slot.occurrence, present) };
}

/**
 * What matters less leaves its place: all to what runs or is next, a maybe to what is certain, what is over to both, and
 * what is off to all.
 */
function rankOf(occurrence: Occurrence, { hasEnded, first }: Present): number {
  const place = first.indexOf(occurrence.key);
  if (place >= 0) return place - first.length;
  return (isMeeting(occurrence) ? Number(occurrence.isWeekUnknown) : 4) + (hasEnded(occurrence) ? 2 : 0);
}

/** What is off or in doubt last, and the longest first. What is next keeps its place, but gets no better one. */
const byTop = (one: Drawn, other: Drawn): number =>
  one.top - other.top ||
  Math.max(0, one.rank) - Math.max(0, other.rank) ||
  other.bottom - one.bottom ||
  (one.occurrence.key < other.occurrence.key ? -1 : 1);

/** Chooses at most two for any height. */
function chooseShown(all: readonly Drawn[]): { readonly shown: readonly Drawn[]; readonly hidden: Drawn[] } {
  const shown = new Set<Drawn>();
  const hidden: Drawn[] = [];
  let running: Drawn[] = [];
  for (const one of all) {
    running = running.filter(({ bottom }) => bottom > one.top);
    if (running.length === 2) {
      const [least] = running.toSorted((two, other) => other.rank - two.rank);
      if (least === undefined || least.rank <= one.rank) {
        hidden.push(one);
        continue;
      }
      shown.delete(least);
      hidden.push(least);
      running = running.filter((other) => other !== least);
    }
    shown.add(one);
    running.push(one);
  }
  return { shown: [...shown], hidden };
}

interface Span {
  start: number;
  end: number;
}

/** The place of a meeting beside or over the one that is still on; may narrow that one. */
function placeBeside(one: Pick<Drawn, 'top'>, other: Pick<Drawn, 'top'> & Span): Span {
  if (other.start >= 0.5) return { start: 0, end: other.start };
  if (other.end <= 0.5) return { start: other.end, end: 1 };
  if (one.top - other.top < TITLE_MINUTES) {
    const middle = (other.start + other.end) / 2;
    const place = { start: middle, end: other.end };
    other.end = middle;
    return place;
  }
  const free = LEFT_FREE * (other.end - other.start);
  return other.start > 0 ? { start: 0, end: other.end - free } : { start: other.start + free, end: 1 };
}

/** A count is at most this far below the start of what it counts, minutes. */
const COUNT_BELOW = 90;

/** Meetings that begin later than this after the first have a count of their own, minutes. */
const COUNTED_TOGETHER = 60;

/** Joins hidden meetings that overlap, and puts their count below the titles of those that are shown there. */
function groupHidden(hidden: readonly Drawn[], shown: readonly Drawn[]): GridMore[] {
  const groups: { at: number; bottom: number; slots: GridSlot[] }[] = [];
  for (const { top, bottom, rank: _, ...slot } of hidden.toSorted(byTop)) {
    const group = groups.at(-1);
    if (group !== undefined && top < Math.min(group.bottom, group.at + COUNTED_TOGETHER)) {
      group.slots.push(slot);
      group.bottom = Math.max(group.bottom, bottom);
    } else groups.push({ at: top, bottom, slots: [slot] });
  }
  let free = 0;
  return groups.map(({ at, bottom, slots }) => {
    const beside = shown.filter((one) => one.top < bottom && one.bottom > at);
    const end = Math.max(...beside.map((one) => one.bottom));
    const top = Math.max(free, Math.min(end, at + COUNT_BELOW) - SHORTEST_MINUTES);
    free = top + SHORTEST_MINUTES;
    return { at, top: Math.min(top, DAY_MINUTES - SHORTEST_MINUTES), slots };
  });
}

/** The words of a meeting end above a count that lies over it; if there is no line above the count, beside it. */
function besideCounts(block: Omit<GridBlock, 'isByCount'>, more: readonly GridMore[]): GridBlock {
  const { top, bottom, end, clearTo } = block;
  const counts = end < 1 ? [] : more.filter((one) => one.top < bottom && one.top + SHORTEST_MINUTES > top);
  const isByCount = counts.some((one) => one.top - top < LINE_MINUTES);
  const clear = counts.map((one) => one.top).filter((at) => at - top >= LINE_MINUTES);
  return { ...block, clearTo: Math.min(clearTo, ...clear), isByCount };
}

/**
 * Lays out the meetings of one day: what begins together is side by side, what begins later is laid over the earlier
 * one and leaves a part of it free, and from the third on they are counted.
 */
export function layOutColumn(slots: readonly GridSlot[], present: Present = NO_PRESENT): GridColumn {
  const { shown, hidden } = chooseShown(slots.map((slot) => drawn(slot, present)).toSorted(byTop));
  const more = groupHidden(hidden, shown);
  const placed: (Omit<Drawn, 'rank'> & Span & { isLaid: boolean; clearTo: number })[] = [];
  for (const { rank: _, ...one } of shown.toSorted(byTop)) {
    const other = placed.find(({ bottom }) => bottom > one.top);
    const place = other === undefined ? { start: 0, end: 1 } : placeBeside(one, other);
    const isLaid = other !== undefined && place.start < other.end && other.start < place.end;
    if (isLaid) other.clearTo = Math.min(other.clearTo, one.top);
    placed.push({ ...one, ...place, isLaid, clearTo: one.bottom });
  }
  // After all places are known, since a later meeting may narrow an earlier one.
  return { blocks: placed.map((one) => besideCounts(one, more)), more };
}
