import { lowerBound, type Steps } from '#base';
import type { IndexedNote, NoteIndex } from './indexNote.ts';
import type { NotedAction } from './note.ts';

/** Items that are listed in one step: some milliseconds. */
const STEP = 4_000;

/** Sorts behind all days. */
const NO_DAY = '9';

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Earliest due date first, then latest meeting first, then as in the note. */
const compareActions = (a: NotedAction, b: NotedAction): number =>
  compareTexts(a.due ?? NO_DAY, b.due ?? NO_DAY) ||
  compareTexts(b.start ?? '', a.start ?? '') ||
  compareTexts(a.path, b.path) ||
  a.line - b.line;

/** The actions of a note, with what a list says of their note. */
const actionsOf = ({ summary: { path, title, start, series }, actions }: IndexedNote): NotedAction[] =>
  actions.map((action) => ({ ...action, path, title, start, series }));

/**
 * The actions of all notes of a series. An item that was carried over into a later note is listed once, in the later
 * note, with its first due date: `by Friday` means the Friday after the meeting in which it was promised.
 */
function actionsOfSeries(notes: Iterable<IndexedNote>): NotedAction[] {
  const all = Array.from(notes).flatMap(actionsOf);
  const latest = new Map<string, string>();
  for (const { text, start } of all)
    if ((start ?? '') > (latest.get(text) ?? '')) latest.set(text, start ?? '');
  const isCarriedOver = ({ isDone, text, start }: NotedAction): boolean =>
    !isDone && (start ?? '') < (latest.get(text) ?? '');
  const promised = new Map<string, NotedAction>();
  for (const action of all) {
    if (action.due === null || !isCarriedOver(action)) continue;
    const first = promised.get(action.text);
    if (first === undefined || (action.start ?? '') < (first.start ?? '')) promised.set(action.text, action);
  }
  const withFirstDue = (action: NotedAction): NotedAction => {
    const due = action.isDone ? null : (promised.get(action.text)?.due ?? null);
    return due === null ? action : { ...action, due };
  };
  return all.filter((action) => !isCarriedOver(action)).map(withFirstDue);
}

/** Sorts the items of each day separately: there are tens of thousands of items, but few for one day. */
function* sorted(actions: readonly NotedAction[]): Steps<NotedAction[]> {
  const days = Map.groupBy(actions, ({ due }) => due ?? NO_DAY);
  yield;
  const all: NotedAction[] = [];
  let until = STEP;
  for (const day of [...days.keys()].sort(compareTexts)) {
    for (const action of days.get(day)?.sort(compareActions) ?? []) all.push(action);
    if (all.length < until) continue;
    until = all.length + STEP;
    yield;
  }
  return all;
}

/** Inserts the actions of one sorted list into another, which is usually much longer. */
function merged(long: readonly NotedAction[], short: readonly NotedAction[]): readonly NotedAction[] {
  if (long.length === 0) return short;
  const all: NotedAction[] = [];
  let at = 0;
  const takeUntil = (end: number): void => {
    for (const action of long.slice(at, end)) all.push(action);
    at = end;
  };
  for (const action of short) {
    takeUntil(lowerBound(long, (other) => compareActions(other, action) > 0));
    all.push(action);
  }
  takeUntil(long.length);
  return all;
}

/**
 * Lists the action items of all notes, earliest due date first, then latest meeting first. Keeps its list: the next one
 * costs what changed, because each save asks for it and years of notes have tens of thousands of items. Its steps have to
 * end before the next list is begun.
 */
export function createActionList(): (index: NoteIndex) => Steps<readonly NotedAction[]> {
  const known = new Map<string, IndexedNote>();
  /** The notes of each series by their path; a note without one is alone. */
  const groups = new Map<string, Map<string, IndexedNote>>();
  const listedOf = new Map<string, readonly NotedAction[]>();
  let listed: readonly NotedAction[] = [];

  const groupOf = ({ summary: { series, path } }: IndexedNote): string => series ?? `\0${path}`;
  /** @returns the groups with other notes than before */
  function changesIn(index: NoteIndex): ReadonlySet<string> {
    const changed = new Set<string>();
    const forget = (path: string, note: IndexedNote): void => {
      changed.add(groupOf(note));
      groups.get(groupOf(note))?.delete(path);
      known.delete(path);
    };
    for (const [path, note] of known) if (index.get(path) !== note) forget(path, note);
    for (const [path, note] of index) {
      if (known.has(path)) continue;
      const group = groupOf(note);
      changed.add(group);
      const notes = groups.get(group) ?? new Map<string, IndexedNote>();
      groups.set(group, notes.set(path, note));
      known.set(path, note);
    }
    return changed;
  }

  return function* list(index) {
    const changed = changesIn(index);
    if (changed.size === 0) return listed;
    const gone = new Set<NotedAction>();
    const fresh: NotedAction[] = [];
    let until = STEP;
    for (const group of changed) {
      if (fresh.length >= until) {
        until = fresh.length + STEP;
        yield;
      }
      for (const action of listedOf.get(group) ?? []) gone.add(action);
      const notes = groups.get(group);
      const actions = actionsOfSeries(notes?.values() ?? []);
      for (const action of actions) fresh.push(action);
      listedOf.set(group, actions);
      if (notes?.size === 0) {
        groups.delete(group);
        listedOf.delete(group);
      }
    }
    const kept = gone.size === 0 ? listed : listed.filter((action) => !gone.has(action));
    listed = merged(kept, yield* sorted(fresh));
    return listed;
  };
}
