import { notesFailure } from '#core/notes/problems.ts';
import { basename, join } from 'node:path';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { type OccurrenceKey, seriesKeyOf } from '#core/keys.ts';
import { fileStem } from '#core/notes/noteTemplate.ts';
import { createSignal, type Problem, type Result, type Signal, success } from '#base';
import { readTranscript, recordingUrl } from '#captions';
import {
  storedTranscript,
  type StoredTranscript,
  type TranscriptChange,
  type TranscriptSummary,
} from '#core/notes/storedTranscript.ts';
import type { Files } from '../ports/files.ts';
import type { Findable } from '../search/noteSearch.ts';

/** A folder beside the notes. */
const FOLDER = 'Transcripts';
const LARGEST_BYTES = 20 * 1024 * 1024;

/** An imported caption file, and what had to be repaired or left out. */
export interface ImportedTranscript {
  readonly path: string;
  readonly problems: readonly Problem[];
}

/** Captions of recordings, kept beside the notes. */
export interface TranscriptStore {
  list(): readonly TranscriptSummary[];
  /** @param file absolute path of a caption file */
  importFile(file: string, key: OccurrenceKey | null): Promise<Result<ImportedTranscript>>;
  read(path: string): Promise<Result<StoredTranscript>>;
  change(path: string, change: TranscriptChange): Promise<Result<null>>;
  findables(): readonly Findable[];
  /** The text of a transcript, for the search index; null if it cannot be read. */
  text(path: string): Promise<string | null>;
  /** Reads the folder again. */
  rescan(): Promise<void>;
  readonly changed: Signal<readonly TranscriptSummary[]>;
}

export interface TranscriptParts {
  readonly files: Files;
  /** The current notes folder. */
  readonly folder: () => string;
  readonly find: (key: OccurrenceKey) => Occurrence | null;
}

interface IndexedTranscript {
  readonly summary: TranscriptSummary;
  readonly modified: number;
  readonly stamp: string;
}

/** Opens the store; the first import creates its folder. */
export async function openTranscriptStore({
  files,
  folder,
  find,
}: TranscriptParts): Promise<TranscriptStore> {
  const changed = createSignal<readonly TranscriptSummary[]>();
  let indexed: ReadonlyMap<string, IndexedTranscript> = new Map();
  const list = (): TranscriptSummary[] =>
    [...indexed.values()]
      .map(({ summary }) => summary)
      .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.title.localeCompare(b.title));
  // Only plain names below our folder, because the path comes from the window, which shows foreign content.
  const absolute = (path: string): string | null =>
    /^Transcripts\/[^/\\:\p{Cc}]+\.json$/u.test(path) ? join(folder(), FOLDER, basename(path)) : null;

  async function read(path: string): Promise<Result<StoredTranscript>> {
    const file = absolute(path);
    const bytes = file === null ? null : await files.read(file).catch(() => null);
    if (bytes === null) return notesFailure('transcripts/unreadable');
    try {
      const parsed = storedTranscript.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
      return parsed.success ? success(parsed.data) : notesFailure('transcripts/unreadable');
    } catch {
      return notesFailure('transcripts/unreadable');
    }
  }

  async function rescan(): Promise<void> {
    const before = JSON.stringify([...indexed]);
    const found = new Map<string, IndexedTranscript>();
    for (const one of await files.list(join(folder(), FOLDER)).catch(() => [])) {
      const path = `${FOLDER}/${basename(one.path)}`;
      const stamp = `${one.modified} ${one.size}`;
      const known = indexed.get(path);
      if (known?.stamp === stamp) found.set(path, known);
      else {
        const stored = await read(path);
        if (!stored.ok) continue;
        const { occurrenceKey, title, transcript } = stored.value;
        found.set(path, {
          stamp,
          modified: one.modified,
          summary: { path, occurrenceKey, title, date: transcript.date },
        });
      }
    }
    indexed = found;
    if (JSON.stringify([...indexed]) !== before) changed.emit(list());
  }

  async function write(path: string, stored: StoredTranscript): Promise<Result<null>> {
    try {
      await files.write(join(folder(), FOLDER, basename(path)), `${JSON.stringify(stored, null, 1)}\n`);
    } catch {
      return notesFailure('transcripts/notSaved');
    }
    await rescan();
    return success(null);
  }

  async function importFile(file: string, key: OccurrenceKey | null): Promise<Result<ImportedTranscript>> {
    const bytes = await files.read(file, LARGEST_BYTES).catch(() => null);
    if (bytes === null) return notesFailure('transcripts/noFile');
    const { transcript, problems } = readTranscript(bytes);
    const [first] = problems;
    if (transcript.cues.length === 0)
      return first ? { ok: false, problem: first } : notesFailure('transcripts/noFile');
    const occurrence = key === null ? null : find(key);
    const title = transcript.title ?? occurrence?.title ?? basename(file).replace(/\.[^.]+$/, '');
    const isTaken = (name: string): boolean => indexed.has(`${FOLDER}/${name}.json`);
    const stem = fileStem(occurrence === null ? title : `${occurrence.originalStart.slice(0, 10)} ${title}`);
    let name = stem;
    for (let count = 2; isTaken(name); count += 1) name = `${stem} ${count}`;
    const path = `${FOLDER}/${name}.json`;
    const { videoUrl } = transcript;
    const saved = await write(path, {
      format: 1,
      occurrenceKey: key,
      title,
      videoUrl,
      offset: 0,
      transcript,
    });
    return saved.ok ? success({ path, problems }) : saved;
  }

  async function change(path: string, { videoUrl, offset }: TranscriptChange): Promise<Result<null>> {
    const stored = await read(path);
    if (!stored.ok) return stored;
    const checked = typeof videoUrl === 'string' ? recordingUrl(videoUrl) : videoUrl;
    if (typeof videoUrl === 'string' && checked === null) return notesFailure('transcripts/noWebPage');
    return write(path, {
      ...stored.value,
      ...(checked !== undefined && { videoUrl: checked }),
      ...(offset !== undefined && { offset }),
    });
  }

  async function text(path: string): Promise<string | null> {
    const stored = await read(path);
    if (!stored.ok) return null;
    const { description, cues } = stored.value.transcript;
    return [description ?? '', ...cues.map((cue) => cue.text)].join(' ');
  }

  await rescan();
  return {
    list,
    importFile,
    read,
    change,
    text,
    rescan,
    changed,
    findables: () =>
      [...indexed.values()].map(({ stamp, modified, summary: { path, title, date, occurrenceKey } }) => ({
        kind: 'transcript',
        path,
        title,
        start: date,
        modified,
        series: occurrenceKey === null ? null : seriesKeyOf(occurrenceKey),
        stamp,
        hasOpenItems: false,
      })),
  };
}
