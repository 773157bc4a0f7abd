import { createHash } from 'node:crypto';
import { join, relative, sep } from 'node:path';
import { decodeNote, indexNote, isNoteFile, LARGEST_BYTES, type IndexedNote } from '#core/notes/indexNote.ts';
import type { Files } from '../../ports/files.ts';
import type { KeptFile, NoteCache, ReadFile } from './noteCache.ts';
import type { FoundNotes, NoteReader } from '../../ports/noteReader.ts';

/** A file as it is listed. */
interface Listed {
  /** In the folder. */
  readonly path: string;
  readonly size: number;
  readonly modified: number;
}

/** Notes that are passed on at once: few enough that neither thread is busy with them for long. */
const AT_ONCE = 200;
/** Files that are read at the same time. */
const IN_PARALLEL = 16;

const stampOf = ({ size, modified }: Pick<Listed, 'size' | 'modified'>): string => `${modified} ${size}`;

const NOTHING_KEPT: ReadonlyMap<string, KeptFile> = new Map();

/**
 * Reads notes on the calling thread: in the reader's thread, and in tests.
 * @param cache of earlier runs; without one all notes are read at the first scan
 */
export function createNoteReader(files: Files, cache: NoteCache | null = null): NoteReader {
  let folder: string | null = null;
  /** Stamps of the files as they were read, by path; also of those that are no text. */
  let known = new Map<string, string>();
  /** What earlier runs read, until the first scan has used it. */
  let kept = NOTHING_KEPT;
  let last: Promise<unknown> = Promise.resolve();

  /** One step after the other, so that an older text never replaces a newer one; a look comes between the steps of a scan. */
  function step<T>(work: () => Promise<T>): Promise<T> {
    const run = last.then(work);
    last = run.catch(() => undefined);
    return run;
  }

  function follow(next: string): void {
    if (folder === next) return;
    folder = next;
    known = new Map();
    kept = cache?.of(next) ?? NOTHING_KEPT;
  }

  /** The note as an earlier run has read it; undefined if it has changed since. */
  function keptNote(listed: Listed): IndexedNote | null | undefined {
    const file = kept.get(listed.path);
    return file?.stamp === stampOf(listed) ? file.note() : undefined;
  }

  async function readNote(root: string, listed: Listed): Promise<ReadFile> {
    const stamp = stampOf(listed);
    known.set(listed.path, stamp);
    return { path: listed.path, stamp, note: await indexed(root, listed) };
  }

  async function indexed(root: string, listed: Listed): Promise<IndexedNote | null> {
    const bytes = await files.read(join(root, ...listed.path.split('/'))).catch(() => null);
    // Read again at the next look.
    if (bytes === null) known.delete(listed.path);
    const text = bytes === null ? null : decodeNote(bytes);
    if (bytes === null || text === null) return null;
    const version = createHash('sha256').update(bytes).digest('hex');
    return indexNote(listed.path, text, { ...listed, version });
  }

  async function readAll(root: string, listed: readonly Listed[]): Promise<IndexedNote[]> {
    const read: ReadFile[] = [];
    const notes: (IndexedNote | null)[] = [];
    const unread: Listed[] = [];
    for (const one of listed) {
      const note = keptNote(one);
      if (note === undefined) unread.push(one);
      else {
        known.set(one.path, stampOf(one));
        notes.push(note);
      }
    }
    for (let from = 0; from < unread.length; from += IN_PARALLEL)
      read.push(
        ...(await Promise.all(unread.slice(from, from + IN_PARALLEL).map((one) => readNote(root, one)))),
      );
    keep(read, []);
    return [...notes, ...read.map(({ note }) => note)].filter((note) => note !== null);
  }

  /** Keeps what was read; not what could not be read, which is tried again. */
  const keep = (read: readonly ReadFile[], gone: readonly string[]): void =>
    cache?.keep(
      read.filter(({ path }) => known.has(path)),
      gone,
    );

  async function list(root: string): Promise<Listed[]> {
    const listed = await files.list(root);
    return listed
      .map(({ path, size, modified }) => ({
        path: relative(root, path).split(sep).join('/'),
        size,
        modified,
      }))
      .filter(({ path, size }) => isNoteFile(path) && size <= LARGEST_BYTES);
  }

  async function scan(root: string, found: (notes: FoundNotes) => void): Promise<void> {
    const stale = await step(async () => {
      follow(root);
      const before = new Set(known.keys());
      const listed = await list(root);
      const present = new Set(listed.map(({ path }) => path));
      const gone = [...known.keys()].filter((path) => !present.has(path));
      for (const path of gone) known.delete(path);
      keep([], [...gone, ...[...kept.keys()].filter((path) => !present.has(path))]);
      return { before, gone, listed: listed.filter((one) => known.get(one.path) !== stampOf(one)) };
    });
    for (let from = 0; from < stale.listed.length; from += AT_ONCE)
      await step(async () => {
        if (folder !== root) return;
        const some = stale.listed.slice(from, from + AT_ONCE);
        const changed = await readAll(root, some);
        const read = new Set(changed.map(({ summary }) => summary.path));
        // A file that was a note and is no text any more.
        const gone = some.flatMap(({ path }) => (stale.before.has(path) && !read.has(path) ? [path] : []));
        if (changed.length > 0 || gone.length > 0) found({ changed, gone });
      });
    if (folder === root) kept = NOTHING_KEPT;
    if (stale.gone.length > 0) found({ changed: [], gone: stale.gone });
  }

  async function lookAt(root: string, path: string): Promise<FoundNotes> {
    const facts = isNoteFile(path)
      ? await files.stat(join(root, ...path.split('/'))).catch(() => null)
      : null;
    const listed = facts === null || facts.isFolder || facts.size > LARGEST_BYTES ? null : { ...facts, path };
    if (listed !== null && known.get(path) === stampOf(listed)) return { changed: [], gone: [] };
    const read = listed === null ? null : await readNote(root, listed);
    if (listed === null) known.delete(path);
    keep(read === null ? [] : [read], read === null ? [path] : []);
    const note = read?.note ?? null;
    return note === null ? { changed: [], gone: [path] } : { changed: [note], gone: [] };
  }

  return {
    scan,
    look: (root, paths) =>
      step(async () => {
        follow(root);
        const looks = [];
        for (const path of paths) looks.push(await lookAt(root, path));
        return { changed: looks.flatMap(({ changed }) => changed), gone: looks.flatMap(({ gone }) => gone) };
      }),
    [Symbol.asyncDispose]: async () => cache?.[Symbol.dispose](),
  };
}
