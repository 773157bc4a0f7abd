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

/** The folder beside the notes. */
const SHELF = 'Transcripts';
const LARGEST_BYTES = 20 * 1024 * 1024;

/** A caption file that was taken in, and what had to be repaired or left out. */
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
  /** All words of one, for searching; null where it cannot be read. */
  text(path: string): Promise<string | null>;
  /** Looks at the folder again. */
  rescan(): Promise<void>;
  readonly changed: Signal<readonly TranscriptSummary[]>;
}

export interface ShelfParts {
  readonly files: Files;
  /** The folder of notes, as it is now. */
  readonly folder: () => string;
  readonly find: (key: OccurrenceKey) => Occurrence | null;
}

interface Shelved {
  readonly summary: TranscriptSummary;
  readonly modified: number;
  readonly stamp: string;
}

/** Opens the shelf; the folder is made when the first transcript comes. */
export async function openTranscriptStore({ files, folder, find }: ShelfParts): Promise<TranscriptStore> {
  const changed = createSignal<readonly TranscriptSummary[]>();
  let shelved: ReadonlyMap<string, Shelved> = new Map();
  const list = (): TranscriptSummary[] =>
    [...shelved.values()]
      .map(({ summary }) => summary)
      .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.title.localeCompare(b.title));
  // Only plain names below our folder: the window says which, and it shows foreign content.
  const absolute = (path: string): string | null =>
    /^Transcripts\/[^/\\:\p{Cc}]+\.json$/u.test(path) ? join(folder(), SHELF, basename(path)) : null;

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
    const before = JSON.stringify([...shelved]);
    const found = new Map<string, Shelved>();
    for (const one of await files.list(join(folder(), SHELF)).catch(() => [])) {
      const path = `${SHELF}/${basename(one.path)}`;
      const stamp = `${one.modified} ${one.size}`;
      const known = shelved.get(path);
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
    shelved = found;
    if (JSON.stringify([...shelved]) !== before) changed.emit(list());
  }

  async function write(path: string, stored: StoredTranscript): Promise<Result<null>> {
    try {
      await files.write(join(folder(), SHELF, basename(path)), `${JSON.stringify(stored, null, 1)}\n`);
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
    const isTaken = (name: string): boolean => shelved.has(`${SHELF}/${name}.json`);
    const stem = fileStem(occurrence === null ? title : `${occurrence.originalStart.slice(0, 10)} ${title}`);
    let name = stem;
    for (let count = 2; isTaken(name); count += 1) name = `${stem} ${count}`;
    const path = `${SHELF}/${name}.json`;
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
      [...shelved.values()].map(({ stamp, modified, summary: { path, title, date, occurrenceKey } }) => ({
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
