import { basename } from 'node:path';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { type OccurrenceKey, seriesKeyOf } from '#core/keys.ts';
import { fileStem } from '#core/notes/noteTemplate.ts';
import { notesFailure } from '#core/notes/problems.ts';
import type { StoredTranscript, TranscriptChange, TranscriptSummary } from '#core/notes/storedTranscript.ts';
import { type Problem, type Result, type Signal, success } from '#base';
import { readTranscript, recordingUrl } from '#captions';
import type { Files } from '../ports/files.ts';
import type { Findable } from '../search/noteSearch.ts';
import type { TrashCan } from '../notes/trashCan.ts';
import { createTranscriptFolder, type IndexedTranscript, type TranscriptFolder } from './transcriptFolder.ts';

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
  /** Gives it another title, and its file that name; returns its path. */
  rename(path: string, title: string): Promise<Result<string>>;
  /** Moves transcripts to the trash; the number is for the trash can. */
  trash(paths: readonly string[]): Promise<Result<number>>;
  findables(): readonly Findable[];
  /** The text of a transcript, for the search index; null if it cannot be read. */
  text(path: string): Promise<string | null>;
  /** Reads the folder again. */
  rescan(): Promise<boolean>;
  readonly changed: Signal<readonly TranscriptSummary[]>;
}

export interface TranscriptParts {
  readonly files: Files;
  readonly trashCan: TrashCan;
  /** The current notes folder. */
  readonly folder: () => string;
  readonly find: (key: OccurrenceKey) => Promise<Occurrence | null>;
}

/** Opens the store; the first import creates its folder. */
export async function openTranscriptStore(parts: TranscriptParts): Promise<TranscriptStore> {
  const folder = createTranscriptFolder(parts.files, parts.folder);
  await folder.rescan();
  return {
    list: () => folder.summaries(),
    importFile: (file, key) => importFile(parts, folder, file, key),
    read: (path) => folder.read(path),
    change: (path, change) => changeTranscript(folder, path, change),
    rename: (path, title) => renameTranscript(folder, path, title),
    trash: async (paths) => {
      const trashed = await parts.trashCan.trash(paths.flatMap((path) => folder.absolute(path) ?? []));
      await folder.rescan();
      return trashed;
    },
    text: (path) => textOf(folder, path),
    rescan: () => folder.rescan(),
    changed: folder.changed,
    findables: () => folder.indexed().map(findableOf),
  };
}

async function importFile(
  { files, find }: TranscriptParts,
  folder: TranscriptFolder,
  file: string,
  key: OccurrenceKey | null,
): Promise<Result<ImportedTranscript>> {
  const bytes = await files.read(file, LARGEST_BYTES).catch(() => null);
  if (bytes === null) return notesFailure('transcripts/noFile');
  const { transcript, problems } = readTranscript(bytes);
  const [first] = problems;
  if (transcript.cues.length === 0)
    return first ? { ok: false, problem: first } : notesFailure('transcripts/noFile');
  const occurrence = key === null ? null : await find(key);
  const title = transcript.title ?? occurrence?.title ?? basename(file).replace(/\.[^.]+$/, '');
  const stem = fileStem(occurrence === null ? title : `${occurrence.originalStart.slice(0, 10)} ${title}`);
  const { videoUrl } = transcript;
  const saved = await folder.create(stem || 'Transcript', {
    format: 1,
    occurrenceKey: key,
    title,
    videoUrl,
    offset: 0,
    transcript,
  });
  return saved.ok ? success({ path: saved.value, problems }) : saved;
}

async function changeTranscript(
  folder: TranscriptFolder,
  path: string,
  { videoUrl, offset, occurrenceKey }: TranscriptChange,
): Promise<Result<null>> {
  const stored = await folder.read(path);
  if (!stored.ok) return stored;
  const checked = typeof videoUrl === 'string' ? recordingUrl(videoUrl) : videoUrl;
  if (typeof videoUrl === 'string' && checked === null) return notesFailure('transcripts/noWebPage');
  return folder.write(path, {
    ...stored.value,
    ...(checked !== undefined && { videoUrl: checked }),
    ...(offset !== undefined && { offset }),
    ...(occurrenceKey !== undefined && { occurrenceKey }),
  });
}

async function renameTranscript(
  folder: TranscriptFolder,
  path: string,
  title: string,
): Promise<Result<string>> {
  const stored = await folder.read(path);
  if (!stored.ok) return stored;
  const date = /\/(\d{4}-\d{2}-\d{2} )/.exec(path)?.[1] ?? '';
  const stem = fileStem(title) === '' ? '' : fileStem(`${date}${title}`);
  return folder.rename(path, stem, { ...stored.value, title });
}

async function textOf(folder: TranscriptFolder, path: string): Promise<string | null> {
  const stored = await folder.read(path);
  if (!stored.ok) return null;
  const { description, cues } = stored.value.transcript;
  return [description ?? '', ...cues.map((cue) => cue.text)].join(' ');
}

/** A transcript as the search takes it. */
function findableOf({ stamp, modified, summary }: IndexedTranscript): Findable {
  const { path, title, date, occurrenceKey } = summary;
  return {
    kind: 'transcript',
    path,
    title,
    start: date,
    modified,
    series: occurrenceKey === null ? null : seriesKeyOf(occurrenceKey),
    stamp,
    hasOpenItems: false,
    tags: [],
  };
}
