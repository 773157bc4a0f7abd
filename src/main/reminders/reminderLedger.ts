import { remindersProblem } from '#core/reminders/problems.ts';
import { keyToday } from '#core/catalogue/formerUids.ts';
import { createSignal, DAY, inTurns, type Instant, type Signal, type Steps } from '#base';
import { readReminderKey, type MeetingId } from '#core/keys.ts';
import {
  addEvents,
  afterRestart,
  historyOf,
  reminderEvent,
  type MeetingHistory,
  type ReminderEvent,
  type ReminderHistory,
} from '#core/reminders/reminderHistory.ts';
import { roomAfter, trimmedEvents } from '#core/reminders/trimmedEvents.ts';
import type { DiskWriter } from '../storage/diskWriter.ts';
import type { Clock } from '../ports/clock.ts';
import type { Files } from '../ports/files.ts';
import type { Problems } from '../app/problems.ts';

/** The record of reminders on disk, so that neither a restart nor a refresh shows one twice. */
export interface ReminderLedger {
  /** Meetings that began in the last days or are ahead, which plans need. */
  history(): ReminderHistory;
  /** Events since an instant (ms), oldest first. */
  eventsSince(from: Instant): readonly ReminderEvent[];
  /** Updates `history` at once; resolves when the events are on disk, or the write failed. */
  record(...events: readonly Omit<ReminderEvent, 'at'>[]): Promise<void>;
  /** Replaces all events, oldest first; resolves as `record`. */
  replace(events: readonly ReminderEvent[]): Promise<void>;
  /** Events were recorded. */
  readonly recorded: Signal<void>;
  /** Drops old events. */
  trim(): Promise<void>;
  /** Resolves when no write is pending. */
  flush(): Promise<void>;
}

/** How far back plans look; longer than any meeting lasts. */
const RECENT_MS = 10 * DAY;
/** Events that are read, counted or written in one step: this takes about a millisecond. */
const STEP = 300;

function parseLine(line: string): ReminderEvent | null {
  try {
    const parsed = reminderEvent.safeParse(JSON.parse(line));
    return parsed.success ? { ...parsed.data, key: keyToday(parsed.data.key) } : null;
  } catch {
    return null;
  }
}

/** The events of a stored ledger, without opening it for writing. Damaged lines are left out. */
export const storedReminderEvents = (bytes: Uint8Array): readonly ReminderEvent[] =>
  new TextDecoder()
    .decode(bytes)
    .split('\n')
    .flatMap((line) => (line === '' ? [] : (parseLine(line) ?? [])));

function* linesOf(events: readonly ReminderEvent[]): Steps<string> {
  let text = '';
  for (const [index, event] of events.entries()) {
    if (index % STEP === STEP - 1) yield;
    text += `${JSON.stringify(event)}\n`;
  }
  return text;
}

function* historyInSteps(events: readonly ReminderEvent[]): Steps<Map<MeetingId, MeetingHistory>> {
  const history = new Map<MeetingId, MeetingHistory>();
  for (let index = 0; index < events.length; index += STEP) {
    if (index > 0) yield;
    addEvents(history, events.slice(index, index + STEP));
  }
  return history;
}

export interface LedgerParts {
  readonly files: Files;
  readonly clock: Pick<Clock, 'now' | 'turn'>;
  readonly problems: Problems;
  readonly writer: Pick<DiskWriter, 'write'>;
}

/**
 * An append-only file of JSON lines. A kill can truncate the last line, which is dropped. Other damage is reported, a
 * copy of the file is kept, and its readable lines are used.
 */
export async function openReminderLedger(
  { files, clock, problems, writer }: LedgerParts,
  path: string,
): Promise<ReminderLedger> {
  const now = (): Instant => clock.now();
  const openedAt = now();
  const work = <T>(steps: Steps<T>): Promise<T> => inTurns(steps, () => clock.turn());
  const bytes = await files.read(path).catch(() => undefined);
  if (bytes === undefined) problems.report(remindersProblem('reminders/unreadable'));
  const loaded = await work(load(bytes ?? null, openedAt));
  if (loaded.damage !== null) problems.report(remindersProblem('reminders/damaged'));
  let events = [...loaded.events];
  /** The bytes of a damaged file until its copy is on disk, so that a kill in between loses nothing. */
  let { damage } = loaded;
  let history = afterRestart(await work(historyInSteps(events)));
  let recent = new Map<MeetingId, MeetingHistory>();
  let recentAt = Infinity;
  /** How many events are in the file, and whether it has a partial line or dropped events besides. */
  let saved = events.length;
  let isTorn = loaded.isStale;
  let writing: Promise<void> = Promise.resolve();
  let fullAt = roomAfter(events);
  let trimming: Promise<void> | null = null;

  /** Recomputed each day, and when the clock was set back, because older meetings are then ahead again. */
  const recentHistory = (): Map<MeetingId, MeetingHistory> => {
    const present = now();
    if (present >= recentAt && present < recentAt + DAY) return recent;
    recentAt = present;
    recent = new Map(history.entries().filter(([, { start }]) => !(start < present - RECENT_MS)));
    return recent;
  };

  /** Appends the events that are not in the file yet. Rewrites the file after a failed write, which may have left a partial line. */
  const save = async (): Promise<void> => {
    const all = events;
    const count = all.length;
    if (count === saved && !isTorn) return;
    if (damage !== null) await files.write(`${path}.damaged-${openedAt}`, damage);
    damage = null;
    const isWritten = !isTorn;
    const lines = await work(linesOf(all.slice(isWritten ? saved : 0, count)));
    // The list was replaced meanwhile, and is written next.
    if (events !== all) return;
    isTorn = true;
    if (isWritten) await files.append(path, lines.trimEnd());
    else await files.write(path, lines);
    // The list was replaced meanwhile, so the file has the old one.
    if (events !== all) return;
    saved = count;
    isTorn = false;
  };
  /** A full disk must not stop reminders: events stay in memory and are written when there is room. */
  const write = (): Promise<void> => {
    writing = writer.write('reminders', 'what was announced', save).then(() => undefined);
    return writing;
  };

  // Never append to a partial line.
  if (isTorn) await write();
  const recorded = createSignal();

  return {
    history: recentHistory,
    eventsSince: (from) => events.slice(events.findLastIndex((event) => event.at < from) + 1),
    record: (...happened) => {
      if (happened.length === 0) return writing;
      const at = now();
      const stamped = happened.map((event): ReminderEvent => Object.assign({ at }, event));
      for (const [id, known] of addEvents(history, stamped)) recent.set(id, known);
      for (const event of stamped) events.push(event);
      recorded.emit();
      const written = write();
      return events.length > fullAt ? trim() : written;
    },
    replace: (others) => replaceAll(others),
    trim,
    recorded,
    flush: async () => {
      await trimming;
      await writing;
    },
  };

  function trim(): Promise<void> {
    trimming ??= trimInSteps().finally(() => (trimming = null));
    return trimming;
  }

  async function trimInSteps(): Promise<void> {
    const all = events;
    const before = [...all];
    fullAt = Infinity;
    const kept = await work(trimmedEvents(before, now()));
    if (events !== all) return;
    const later = all.slice(before.length);
    fullAt = roomAfter(kept) + later.length;
    if (kept.length === before.length) return writing;
    events = [...kept, ...later];
    const meetings = new Set(events.map(({ key }) => readReminderKey(key).meeting));
    for (const id of history.keys().filter((one) => !meetings.has(one))) {
      history.delete(id);
      recent.delete(id);
    }
    isTorn = true;
    return write();
  }

  function replaceAll(next: readonly ReminderEvent[]): Promise<void> {
    events = [...next];
    fullAt = roomAfter(events);
    history = historyOf(events);
    recentAt = Infinity;
    isTorn = true;
    return write();
  }
}

interface Loaded {
  readonly events: readonly ReminderEvent[];
  /** The original bytes, if the file was damaged. */
  readonly damage: Uint8Array | null;
  /** The file differs from these events. */
  readonly isStale: boolean;
}

function* load(bytes: Uint8Array | null, now: Instant): Steps<Loaded> {
  if (bytes === null || bytes.byteLength === 0) return { events: [], damage: null, isStale: false };
  const lines = new TextDecoder().decode(bytes).split('\n');
  const isTorn = lines.at(-1) !== '';
  const events: ReminderEvent[] = [];
  let isDamaged = false;
  for (const [index, line] of lines.entries()) {
    if (index % STEP === STEP - 1) yield;
    const event = line === '' ? undefined : parseLine(line);
    if (event) events.push(event);
    // The last line may only be cut off.
    else if (event === null && index < lines.length - 1) isDamaged = true;
  }
  const kept = yield* trimmedEvents(events, now);
  return {
    events: kept,
    damage: isDamaged ? bytes : null,
    isStale: isDamaged || isTorn || kept.length < events.length,
  };
}
