import { z } from 'zod';
import type { Problem } from '../../shared/problem.ts';
import {
  afterEvent,
  historyOf,
  reminderEventKinds,
  type ReminderEvent,
  type ReminderEventKind,
  type ReminderHistory,
} from '../../shared/reminders/reminderHistory.ts';
import { DAY, type Instant } from '../../shared/time.ts';
import type { Files } from '../ports.ts';
import type { Problems } from '../problems.ts';

/** What happened to reminders, on disk: neither a restart nor a refresh raises one twice. */
export interface ReminderLedger {
  history(): ReminderHistory;
  /** Counts at once in `history`; resolves when it is safe on the disk. */
  record(kind: ReminderEventKind, key: string): Promise<void>;
  /** Resolves when all that was recorded is on the disk. */
  flush(): Promise<void>;
}

const eventSchema = z.object({ at: z.number(), kind: z.enum(reminderEventKinds), key: z.string() });

/** Longer than the agenda reaches to either side. */
const KEPT_MS = 60 * DAY;
/** Old entries are dropped when the file has so many lines; before that it is not worth a rewrite. */
const MANY_LINES = 5_000;

function parseLine(line: string): ReminderEvent | null {
  try {
    const parsed = eventSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

const textOf = (events: readonly ReminderEvent[]): string =>
  events.map((event) => `${JSON.stringify(event)}\n`).join('');

const damaged: Problem = {
  code: 'reminders/damaged',
  title: 'The list of announced meetings was damaged',
  detail:
    'It was kept under another name; what could be read of it goes on. A meeting may be announced twice.',
};

const notSaved: Problem = {
  code: 'reminders/notSaved',
  title: 'What was announced cannot be kept on this disk',
  detail:
    'After a restart a meeting may be announced again. Look whether the disk is full or write-protected.',
};

/**
 * A file of JSON lines that only grows. A kill can tear the last line: that one is dropped. Other damage is
 * reported, the file kept under another name, and what could be read goes on.
 */
export async function openReminderLedger(
  files: Files,
  path: string,
  now: () => Instant,
  problems: Problems,
): Promise<ReminderLedger> {
  const events = await load(files, path, now(), problems);
  const history = historyOf(events);
  let writing: Promise<void> = Promise.resolve();

  const append = (line: string): Promise<void> => {
    const written = writing.then(() => files.append(path, line));
    // A full disk must not stop reminders: what happened stays known in memory.
    writing = written.catch(() => problems.report(notSaved));
    return writing;
  };

  return {
    history: () => history,
    record: (kind, key) => {
      history.set(key, afterEvent(history.get(key), kind));
      return append(JSON.stringify({ at: now(), kind, key } satisfies ReminderEvent));
    },
    flush: () => writing,
  };
}

async function load(
  files: Files,
  path: string,
  now: Instant,
  problems: Problems,
): Promise<readonly ReminderEvent[]> {
  const bytes = await files.read(path).catch(() => undefined);
  if (bytes === undefined) problems.report(notSaved);
  if (bytes === undefined || bytes === null || bytes.byteLength === 0) return [];
  const text = new TextDecoder().decode(bytes);
  const isTorn = !text.endsWith('\n');
  const lines = text.split('\n').slice(0, isTorn ? undefined : -1);
  const parsed = lines.map((line) => (line === '' ? undefined : parseLine(line)));
  const events = parsed.filter((event) => event !== null && event !== undefined);
  const isDamaged = parsed.slice(0, isTorn ? -1 : undefined).includes(null);
  const kept = events.length > MANY_LINES ? events.filter((event) => event.at > now - KEPT_MS) : events;
  try {
    if (isDamaged) await files.setAside(path);
    // A new line must never be written behind half of an old one.
    if (isDamaged || isTorn || kept.length < events.length) await files.write(path, textOf(kept));
  } catch {
    problems.report(notSaved);
  }
  if (isDamaged) problems.report(damaged);
  return kept;
}
