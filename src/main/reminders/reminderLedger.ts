import { keptOutcomes } from '#core/reminders/keptOutcomes.ts';
import { remindersProblem } from '#core/reminders/problems.ts';
import { keyToday } from '#core/catalogue/formerUids.ts';
import { createSignal, DAY, type Instant, type Signal } from '#base';
import { readReminderKey, type MeetingId } from '#core/keys.ts';
import {
  afterEvent,
  afterRestart,
  historyOf,
  reminderEvent,
  type MeetingHistory,
  type ReminderEvent,
  type ReminderHistory,
} from '#core/reminders/reminderHistory.ts';
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

/** All events are kept for so long; longer than the agenda's range on either side. */
const FULL_MS = 60 * DAY;
/** The outcomes of meetings are kept for two years: about 600 bytes for each meeting. */
const KEPT_MS = 730 * DAY;
/** How far back plans look; longer than any meeting lasts. */
const RECENT_MS = 10 * DAY;
/** How much older events may be before the file is rewritten. */
const SLACK_MS = 2 * DAY;

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

const textOf = (events: readonly ReminderEvent[]): string =>
  events.map((event) => `${JSON.stringify(event)}\n`).join('');

export interface LedgerParts {
  readonly files: Files;
  readonly clock: Pick<Clock, 'now'>;
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
  const loaded = await load(files, path, openedAt, problems);
  let events = [...loaded.events];
  /** The bytes of a damaged file until its copy is on disk, so that a kill in between loses nothing. */
  let { damage } = loaded;
  let history: Map<MeetingId, MeetingHistory> = afterRestart(historyOf(events));
  let recent = new Map<MeetingId, MeetingHistory>();
  let recentAt = Infinity;
  /** How many events are in the file, and whether it has a partial line or dropped events besides. */
  let saved = events.length;
  let isTorn = loaded.isStale;
  let writing: Promise<void> = Promise.resolve();
  let fullAt = roomAfter(events);

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
    isTorn = true;
    if (isWritten) await files.append(path, textOf(all.slice(saved)).trimEnd());
    else await files.write(path, textOf(all.slice(0, count)));
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
      const stamped = happened.map((event): ReminderEvent => Object.assign({ at: now() }, event));
      for (const event of stamped) {
        const [id, known] = afterEvent(history, event);
        history.set(id, known);
        recent.set(id, known);
      }
      events.push(...stamped);
      recorded.emit();
      const written = write();
      return events.length > fullAt ? trim() : written;
    },
    replace: (others) => replaceAll(others),
    trim,
    recorded,
    flush: () => writing,
  };

  function trim(): Promise<void> {
    const kept = withoutOld(events, now());
    fullAt = roomAfter(kept);
    return kept.length === events.length ? writing : replaceAll(kept);
  }

  function replaceAll(next: readonly ReminderEvent[]): Promise<void> {
    events = [...next];
    history = historyOf(events);
    recentAt = Infinity;
    isTorn = true;
    return write();
  }
}

/** Some feeds have new UIDs in each download, so that all their meetings are planned and withdrawn again. */
const MANY_EVENTS = 4_000;
/** How many lines are kept of meetings that were only planned and withdrawn. */
const WITHDRAWN_EVENTS = 500;

/** The number of lines at which the ledger is trimmed again: twice as many, so that it is rarely done. */
const roomAfter = (events: readonly ReminderEvent[]): number => Math.max(MANY_EVENTS, 2 * events.length);

/**
 * Drops what is not needed any more: reminders of past meetings that were only planned, of long past ones all but the
 * outcomes, and what is older than two years. Returns the same list if a rewrite is not worth it.
 */
function withoutOld(events: readonly ReminderEvent[], now: Instant): readonly ReminderEvent[] {
  const [first] = events;
  if (first === undefined) return events;
  const isOld =
    first.at <= now - KEPT_MS - SLACK_MS || keptOutcomes(events, now - FULL_MS - SLACK_MS) !== events;
  if (!isOld && events.length <= MANY_EVENTS) return events;
  const meetingOf = ({ key }: ReminderEvent): MeetingId => readReminderKey(key).meeting;
  const happened = new Set(
    events.filter(({ kind }) => kind !== 'planned' && kind !== 'withdrawn').map(meetingOf),
  );
  const young = events.filter(
    (event) =>
      event.at > now - KEPT_MS &&
      (happened.has(meetingOf(event)) || readReminderKey(event.key).start > now - SLACK_MS),
  );
  const kept = keptOutcomes(young, now - FULL_MS);
  return kept.length > MANY_EVENTS ? withoutWithdrawn(kept) : kept;
}

/** Keeps only the newest lines of meetings that were planned and withdrawn and have no other events. */
function withoutWithdrawn(events: readonly ReminderEvent[]): readonly ReminderEvent[] {
  const alive = new Set<MeetingId>();
  const isWithdrawn = new Map<string, boolean>();
  for (const { kind, key } of events) {
    if (kind === 'planned' || kind === 'withdrawn') isWithdrawn.set(key, kind === 'withdrawn');
    else alive.add(readReminderKey(key).meeting);
  }
  for (const [key, isGone] of isWithdrawn) if (!isGone) alive.add(readReminderKey(key).meeting);
  const isAlive = events.map(({ key }) => alive.has(readReminderKey(key).meeting));
  let toDrop = isAlive.filter((one) => !one).length - WITHDRAWN_EVENTS;
  return events.filter((_, index) => isAlive[index] === true || (toDrop -= 1) < 0);
}

interface Loaded {
  readonly events: readonly ReminderEvent[];
  /** The original bytes, if the file was damaged. */
  readonly damage: Uint8Array | null;
  /** The file differs from these events. */
  readonly isStale: boolean;
}

async function load(files: Files, path: string, now: Instant, problems: Problems): Promise<Loaded> {
  const bytes = await files.read(path).catch(() => undefined);
  if (bytes === undefined) problems.report(remindersProblem('reminders/unreadable'));
  if (bytes === undefined || bytes === null || bytes.byteLength === 0)
    return { events: [], damage: null, isStale: false };
  const text = new TextDecoder().decode(bytes);
  const isTorn = !text.endsWith('\n');
  const lines = text.split('\n').slice(0, isTorn ? undefined : -1);
  const parsed = lines.map((line) => (line === '' ? undefined : parseLine(line)));
  const events = parsed.filter((event) => event !== null && event !== undefined);
  const isDamaged = parsed.slice(0, isTorn ? -1 : undefined).includes(null);
  const kept = withoutOld(events, now);
  if (isDamaged) problems.report(remindersProblem('reminders/damaged'));
  return {
    events: kept,
    damage: isDamaged ? bytes : null,
    isStale: isDamaged || isTorn || kept.length < events.length,
  };
}
