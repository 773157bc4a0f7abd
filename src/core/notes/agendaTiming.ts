import { MINUTE } from '#base';
import {
  agendaItemsIn,
  withAgendaItemChanged,
  type AgendaItem,
  type PlacedAgendaItem,
} from './agendaDraft.ts';

/**
 * The agenda of a running meeting. When an item was begun is written behind it in the note, so the times survive a
 * restart, and undo reaches them. An item lasts until any other one is begun.
 */

/** An agenda item and its time so far. */
export interface TimedAgendaItem extends PlacedAgendaItem {
  readonly state: 'done' | 'on' | 'ahead';
  /** ms */
  readonly spent: number;
}

/** What the plan makes of the rest of the meeting. */
export interface AgendaOutlook {
  /** Whole minutes that are left after the planned ones; negative if the plan needs more than is left. */
  readonly spareMinutes: number;
  /** Items ahead without planned minutes. */
  readonly unplanned: number;
}

export interface AgendaTiming {
  readonly items: readonly TimedAgendaItem[];
  /** The item that is on; null before the first one. */
  readonly current: TimedAgendaItem | null;
  /** The item that `Next item` begins; null after the last one. */
  readonly next: TimedAgendaItem | null;
  /** Null if no minutes are planned. */
  readonly outlook: AgendaOutlook | null;
}

/**
 * @param since ms since the start of the meeting; negative before it
 * @param length of the meeting (ms)
 */
export function agendaTiming(
  placed: readonly PlacedAgendaItem[],
  since: number,
  length: number,
): AgendaTiming {
  const starts = placed
    .flatMap((item, index) => item.begun.map((at) => ({ at, index })))
    .toSorted((a, b) => a.at - b.at);
  const on = starts.at(-1)?.index ?? null;
  const spentOn = (index: number): number =>
    starts.reduce((sum, start, order) => {
      const end = starts[order + 1]?.at ?? Math.max(since, start.at);
      return start.index === index ? sum + end - start.at : sum;
    }, 0);
  const items = placed.map((item, index): TimedAgendaItem => {
    const state = index === on ? 'on' : item.begun.length > 0 ? 'done' : 'ahead';
    return { ...item, state, spent: spentOn(index) };
  });
  const current = on === null ? null : (items[on] ?? null);
  const isAhead = ({ state }: TimedAgendaItem): boolean => state === 'ahead';
  const next = items.slice((on ?? -1) + 1).find(isAhead) ?? items.find(isAhead) ?? null;
  return { items, current, next, outlook: outlookOf(items, length - Math.max(0, since)) };
}

/** @param left of the meeting (ms) */
function outlookOf(items: readonly TimedAgendaItem[], left: number): AgendaOutlook | null {
  if (items.every(({ minutes }) => minutes === null)) return null;
  const needed = items.reduce((sum, { state, minutes, spent }) => {
    if (minutes === null || state === 'done') return sum;
    return sum + Math.max(0, minutes * MINUTE - spent);
  }, 0);
  const unplanned = items.filter(({ state, minutes }) => state === 'ahead' && minutes === null).length;
  return { spareMinutes: Math.trunc((left - needed) / MINUTE), unplanned };
}

/** The planned minutes of all items; null if none are planned. */
export function plannedMinutes(items: readonly Pick<AgendaItem, 'minutes'>[]): number | null {
  const planned = items.flatMap(({ minutes }) => minutes ?? []);
  return planned.length === 0 ? null : planned.reduce((sum, minutes) => sum + minutes, 0);
}

/**
 * The note with the item in that line begun at that time; unchanged if it is on already, or is no item.
 * @param line from 1
 * @param since ms since the start of the meeting, not negative
 */
export function withItemBegun(body: string, line: number, since: number): string {
  const items = agendaItemsIn(body);
  const item = items.find((one) => one.line === line);
  if (item === undefined || since < 0) return body;
  if (agendaTiming(items, since, 0).current?.line === line) return body;
  return withAgendaItemChanged(body, line, { ...item, begun: [...item.begun, since] });
}
