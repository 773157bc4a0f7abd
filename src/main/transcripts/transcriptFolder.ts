import { basename, join } from 'node:path';
import { notesFailure } from '#core/notes/problems.ts';
import {
  storedTranscript,
  type StoredTranscript,
  type TranscriptSummary,
} from '#core/notes/storedTranscript.ts';
import { firstFree, foldName, numberedNames } from '#core/notes/noteTemplate.ts';
import { createSignal, type Result, type Signal, success } from '#base';
import type { Files } from '../ports/files.ts';
import { isTranscriptPath, TRANSCRIPT_FOLDER } from './transcriptPath.ts';

/** A transcript in the index, with the facts that show whether its file changed. */
export interface IndexedTranscript {
  readonly summary: TranscriptSummary;
  readonly modified: number;
  readonly stamp: string;
}

/** The folder of transcripts, with its index in memory. Paths begin with the folder's name. */
export interface TranscriptFolder {
  /** As of the last `rescan`. */
  indexed(): readonly IndexedTranscript[];
  /** Latest recording first. */
  summaries(): TranscriptSummary[];
  /**
   * Stores a new transcript, numbered if a file of that name exists, whether it can be read or not.
   * @param stem file name without its ending @returns its path
   */
  create(stem: string, stored: StoredTranscript): Promise<Result<string>>;
  read(path: string): Promise<Result<StoredTranscript>>;
  write(path: string, stored: StoredTranscript): Promise<Result<null>>;
  /**
   * Writes a transcript and renames its file, as one change; returns its new path.
   * @param stem file name without its ending; empty for the present one
   */
  rename(path: string, stem: string, stored: StoredTranscript): Promise<Result<string>>;
  /** Absolute path of a transcript; null for what is none. */
  absolute(path: string): string | null;
  /** Updates the index; emits `changed` if it differs. @returns whether it differs */
  rescan(): Promise<boolean>;
  readonly changed: Signal<readonly TranscriptSummary[]>;
}

/** The folder before its first scan; the first write creates it. @param notesFolder the current one, absolute */
export function createTranscriptFolder(files: Files, notesFolder: () => string): TranscriptFolder {
  const changed = createSignal<readonly TranscriptSummary[]>();
  let index: ReadonlyMap<string, IndexedTranscript> = new Map();
  const absolute = (path: string): string => join(notesFolder(), TRANSCRIPT_FOLDER, basename(path));
  const summaries = (): TranscriptSummary[] => listOf(index);
  const read = (path: string): Promise<Result<StoredTranscript>> =>
    readStored(files, isTranscriptPath(path) ? absolute(path) : null);

  async function rescan(): Promise<boolean> {
    const before = JSON.stringify([...index]);
    const found = new Map<string, IndexedTranscript>();
    const listed = await files.list(join(notesFolder(), TRANSCRIPT_FOLDER)).catch(() => []);
    for (const { path: file, modified, size } of listed) {
      const path = `${TRANSCRIPT_FOLDER}/${basename(file)}`;
      const stamp = `${modified} ${size}`;
      const known = index.get(path);
      if (known?.stamp === stamp) found.set(path, known);
      else {
        const stored = await read(path);
        if (stored.ok) found.set(path, { stamp, modified, summary: summaryOf(path, stored.value) });
      }
    }
    index = found;
    const isOther = JSON.stringify([...index]) !== before;
    if (isOther) changed.emit(summaries());
    return isOther;
  }

  /** The folded names of all files, whether they can be read or not. */
  async function namesThere(): Promise<Set<string>> {
    const listed = await files.list(join(notesFolder(), TRANSCRIPT_FOLDER));
    return new Set(listed.map(({ path }) => foldName(basename(path))));
  }

  async function create(stem: string, stored: StoredTranscript): Promise<Result<string>> {
    try {
      const taken = await namesThere();
      for (const name of numberedNames(stem, '.json')) {
        if (taken.has(foldName(name)) || !(await files.create(absolute(name), textOf(stored)))) continue;
        await rescan();
        return success(`${TRANSCRIPT_FOLDER}/${name}`);
      }
    } catch {
      // Reported below.
    }
    return notesFailure('transcripts/notSaved');
  }

  async function write(path: string, stored: StoredTranscript): Promise<Result<null>> {
    try {
      await files.write(absolute(path), textOf(stored));
    } catch {
      return notesFailure('transcripts/notSaved');
    }
    await rescan();
    return success(null);
  }

  async function rename(path: string, stem: string, stored: StoredTranscript): Promise<Result<string>> {
    if (!isTranscriptPath(path)) return notesFailure('transcripts/unreadable');
    const taken = await namesThere().catch(() => new Set<string>());
    taken.delete(foldName(basename(path)));
    const free = firstFree(numberedNames(stem, '.json'), (name) => taken.has(name));
    const to = stem === '' ? path : `${TRANSCRIPT_FOLDER}/${free}`;
    try {
      await files.write(absolute(path), textOf(stored));
      if (to !== path) await files.move(absolute(path), absolute(to));
    } catch {
      return notesFailure('notes/notRenamed');
    }
    await rescan();
    return success(to);
  }

  return {
    rename,
    absolute: (path) => (isTranscriptPath(path) ? absolute(path) : null),
    indexed: () => [...index.values()],
    summaries,
    create,
    read,
    write,
    rescan,
    changed,
  };
}

const textOf = (stored: StoredTranscript): string => `${JSON.stringify(stored, null, 1)}\n`;

const listOf = (index: ReadonlyMap<string, IndexedTranscript>): TranscriptSummary[] =>
  [...index.values()]
    .map(({ summary }) => summary)
    .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.title.localeCompare(b.title));

const summaryOf = (
  path: string,
  { occurrenceKey, title, videoUrl, transcript }: StoredTranscript,
): TranscriptSummary => ({ path, occurrenceKey, title, videoUrl, date: transcript.date });

/** @param file absolute path; null fails */
async function readStored(files: Files, file: string | null): Promise<Result<StoredTranscript>> {
  const bytes = file === null ? null : await files.read(file).catch(() => null);
  if (bytes === null) return notesFailure('transcripts/unreadable');
  try {
    const parsed = storedTranscript.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? success(parsed.data) : notesFailure('transcripts/unreadable');
  } catch {
    return notesFailure('transcripts/unreadable');
  }
}
