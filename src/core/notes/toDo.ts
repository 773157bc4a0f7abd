import { dateOf, hasEnded, startOf } from '../agenda/agenda.ts';
import type { Occurrence } from '../agenda/occurrence.ts';
import { seriesKeyOf, type SeriesKey } from '../keys.ts';
import { DAY, type CalendarDate, type Instant, type ZoneName } from '#base';
import type { NotedAction } from './note.ts';

/** The parts of the list of action items, in this order. */
export const TO_DO_PARTS = ['late', 'today', 'week', 'later', 'undated', 'waiting', 'done'] as const;
export type ToDoPart = (typeof TO_DO_PARTS)[number];

/** An action item in the list, with what decides its place. */
export interface ToDoItem {
  readonly action: NotedAction;
  readonly part: ToDoPart;
  /** Days until its due date; negative if it is late. */
  readonly daysLeft: number | null;
  /** Start of today's meeting of its series, where it can be brought up, unless it was written there. */
  readonly bringAt: Instant | null;
}

export interface ToDoView {
  /** Whose items are listed by date: `mine` keeps those of others under `waiting`. */
  readonly whose: 'mine' | 'everyone';
  /** The user's own name in notes, with or without `@`. */
  readonly ownName: string;
  readonly today: CalendarDate;
  /** 1 is Monday, 7 is Sunday. */
  readonly firstDayOfWeek: number;
  /** See {@link meetingsToday}. */
  readonly meetings: ReadonlyMap<SeriesKey, Instant>;
  /** A ticked item that keeps its place for now. */
  readonly stays: (action: NotedAction) => boolean;
}

/** Whether an item is the user's: nobody else is named. `@me` is always the user. */
export function isOwnItem({ owner }: Pick<NotedAction, 'owner'>, ownName: string): boolean {
  const own = ownName.trim().replace(/^@/, '').toLowerCase();
  return owner === null || owner.toLowerCase() === 'me' || owner.toLowerCase() === own;
}

/** The number of the user's own items that are open. @param ownName see {@link ToDoView} */
export const countOwnOpen = (
  actions: readonly Pick<NotedAction, 'owner' | 'isDone'>[],
  ownName: string,
): number => actions.filter((item) => !item.isDone && isOwnItem(item, ownName)).length;

/** The meetings of today that are not over, by the series of each of their feeds: the earliest of each. */
export function meetingsToday(
  occurrences: readonly Occurrence[],
  now: Instant,
  zone: ZoneName,
): ReadonlyMap<SeriesKey, Instant> {
  const found = new Map<SeriesKey, Instant>();
  const today = dateOf(now, zone);
  for (const one of occurrences) {
    if (one.time.kind === 'allDay' || one.status === 'cancelled' || one.skipped !== null) continue;
    const start = startOf(one, zone);
    if (dateOf(start, zone) !== today || hasEnded(one, now, zone)) continue;
    for (const { key } of one.sources) {
      const series = seriesKeyOf(key);
      found.set(series, Math.min(start, found.get(series) ?? start));
    }
  }
  return found;
}

/** Items without a date come last. */
const FAR = 1_000_000;

/** Days from one date to another; negative if the second is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** Days of this week after today. */
function restOfWeek(today: CalendarDate, firstDayOfWeek: number): number {
  const weekday = new Date(Date.parse(today)).getUTCDay();
  return 6 - ((weekday - firstDayOfWeek + 7) % 7);
}

function partOf(
  action: NotedAction,
  daysLeft: number | null,
  bringAt: Instant | null,
  { whose, ownName, today, firstDayOfWeek, stays }: ToDoView,
): ToDoPart {
  if (action.isDone && !stays(action)) return 'done';
  if (whose === 'mine' && !isOwnItem(action, ownName)) return 'waiting';
  if (daysLeft !== null && daysLeft < 0) return 'late';
  if (daysLeft === 0 || bringAt !== null) return 'today';
  if (daysLeft === null) return 'undated';
  return daysLeft <= restOfWeek(today, firstDayOfWeek) ? 'week' : 'later';
}

/** The action items in the order of the list: by part, then by due date, then in their own order. */
export function toDoItems(actions: readonly NotedAction[], view: ToDoView): ToDoItem[] {
  return actions
    .map((action): ToDoItem => {
      const daysLeft = action.due === null ? null : daysBetween(view.today, action.due);
      const meeting = action.series === null ? undefined : view.meetings.get(action.series);
      const isWrittenThere = action.start !== null && Date.parse(action.start) === meeting;
      const bringAt = meeting === undefined || isWrittenThere ? null : meeting;
      return { action, daysLeft, bringAt, part: partOf(action, daysLeft, bringAt, view) };
    })
    .toSorted(
      (a, b) =>
        TO_DO_PARTS.indexOf(a.part) - TO_DO_PARTS.indexOf(b.part) ||
        (a.daysLeft ?? FAR) - (b.daysLeft ?? FAR),
    );
}
