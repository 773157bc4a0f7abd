import { extname } from 'node:path';
import { notesFailure } from '#core/notes/problems.ts';
import { success, type Result } from '#base';
import type { Desktop } from '../ports/desktop.ts';
import type { Files } from '../ports/files.ts';

/** Moves files to the trash of the system, and writes them again. */
export interface TrashCan {
  /**
   * Moves the files there one after another; stops at the first that the trash does not take. The number is for `restore`.
   * @param paths absolute
   */
  trash(paths: readonly string[]): Promise<Result<number>>;
  /**
   * Writes the files of one `trash` again. The trash keeps its copies, because Electron cannot take them out.
   * A file whose name is taken gets another one.
   * @returns absolute paths
   */
  restore(number: number): Promise<Result<string[]>>;
}

interface TrashedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Actions that can be undone; older ones are forgotten, but their files stay in the trash. */
const MOST_ACTIONS = 20;

/**
 * A file leaves the folder only into the trash, so a kill at any moment loses nothing. What undo needs is in memory, for
 * this run.
 */
export function createTrashCan(files: Files, desktop: Pick<Desktop, 'trash'>): TrashCan {
  const actions = new Map<number, readonly TrashedFile[]>();
  let last = 0;

  async function trash(paths: readonly string[]): Promise<Result<number>> {
    const trashed: TrashedFile[] = [];
    let isRefused = false;
    for (const path of paths) {
      try {
        const bytes = await files.read(path);
        if (bytes === null) continue;
        await desktop.trash(path);
        trashed.push({ path, bytes });
      } catch {
        isRefused = true;
        break;
      }
    }
    if (trashed.length === 0) return notesFailure(isRefused ? 'notes/notTrashed' : 'notes/gone');
    last += 1;
    actions.set(last, trashed);
    for (const number of actions.keys()) if (number <= last - MOST_ACTIONS) actions.delete(number);
    return success(last);
  }

  /** The path, or a numbered one that no file has. */
  async function freePlace(path: string): Promise<string> {
    const [stem, ending] = [path.slice(0, -extname(path).length), extname(path)];
    for (let count = 1; ; count += 1) {
      const free = count === 1 ? path : `${stem} ${count}${ending}`;
      if ((await files.read(free)) === null) return free;
    }
  }

  async function restore(number: number): Promise<Result<string[]>> {
    const trashed = actions.get(number);
    if (trashed === undefined) return notesFailure('notes/notRestored');
    const written: string[] = [];
    try {
      for (const { path, bytes } of trashed) {
        const place = await freePlace(path);
        await files.write(place, bytes);
        written.push(place);
      }
    } catch {
      return notesFailure('notes/notRestored');
    }
    actions.delete(number);
    return success(written);
  }

  return { trash, restore };
}
