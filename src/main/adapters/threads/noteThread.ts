import { Worker } from 'node:worker_threads';
import { errorText } from '#base';
import type { Files } from '../../ports/files.ts';
import type { FoundNotes, NoteReader } from '../../ports/noteReader.ts';
import type { NoteCacheFile } from './noteCache.ts';
import type { FromNotes, NoteThreadData, ToNotes } from './noteMessages.ts';

interface Waiting {
  readonly found: (notes: FoundNotes) => void;
  readonly resolve: () => void;
  readonly reject: (reason: Error) => void;
}

/**
 * Reads notes on a worker thread. If it cannot start, or ends unexpectedly, what it was asked rejects, and from then on
 * notes are read on this thread.
 * @param script of the worker
 * @param cache where the index is kept until the next run; null to keep nothing
 */
export function createNoteThread(
  script: URL,
  files: Files,
  log: (line: string) => void,
  cache: NoteCacheFile | null = null,
): NoteReader {
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  /** Set once the worker has ended. */
  let instead: Promise<NoteReader> | null = null;
  let isDisposed = false;
  let worker: Worker | null = null;

  const end = (reason: string): void => {
    if (instead !== null || isDisposed) return;
    log(`the thread that reads notes failed: ${reason}`);
    instead = import('./noteReader.ts').then(({ createNoteReader }) => createNoteReader(files));
    for (const { reject } of waiting.values()) reject(new Error(reason));
    waiting.clear();
  };
  /** Started with the first request: a start of the app has more urgent work. */
  const start = (): Worker => {
    const started = new Worker(script, { execArgv: [], workerData: { cache } satisfies NoteThreadData });
    // Only requests keep the process running.
    started.unref();
    started.on('error', (error) => end(errorText(error)));
    started.on('exit', () => end('it has ended'));
    started.on('message', (message: FromNotes) => {
      if (message.kind === 'started') return;
      const pending = waiting.get(message.id);
      if (message.kind === 'found') {
        pending?.found(message.notes);
        return;
      }
      waiting.delete(message.id);
      if (message.kind === 'done') pending?.resolve();
      else pending?.reject(new Error(message.reason));
    });
    return started;
  };

  const ask = (
    request: { readonly name: 'scan' } | { readonly name: 'look'; readonly paths: readonly string[] },
    folder: string,
    found: (notes: FoundNotes) => void,
  ): Promise<void> =>
    new Promise((resolve, reject) => {
      calls += 1;
      waiting.set(calls, { found, resolve, reject });
      worker ??= start();
      worker.postMessage({ ...request, folder, id: calls } satisfies ToNotes, []);
    });

  return {
    scan: async (folder, found) =>
      instead === null ? ask({ name: 'scan' }, folder, found) : (await instead).scan(folder, found),
    look: async (folder, paths) => {
      if (instead !== null) return (await instead).look(folder, paths);
      let result: FoundNotes = { changed: [], gone: [] };
      await ask({ name: 'look', paths }, folder, (notes) => {
        result = notes;
      });
      return result;
    },
    [Symbol.asyncDispose]: async () => {
      isDisposed = true;
      for (const { reject } of waiting.values()) reject(new Error('the app is quitting'));
      waiting.clear();
      await worker?.terminate();
    },
  };
}
