import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { errorText } from '#base';
import type { TextIndex } from '../../ports/textIndex.ts';
import type { FromIndex, IndexResult, IndexCall, IndexThreadData, ToIndex } from './indexMessages.ts';

interface Waiting {
  readonly resolve: (result: IndexResult) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * Opens the search index on a worker thread, or on this thread if workers cannot start. Rejects if the file is corrupt.
 * When the worker ends unexpectedly, all pending calls reject.
 * @param script of the worker
 */
export async function openIndexThread(
  script: URL,
  path: string,
  log: (line: string) => void,
): Promise<TextIndex> {
  const data: IndexThreadData = { path };
  const worker = new Worker(script, { workerData: data, execArgv: [] });
  const waiting = new Map<number, Waiting>();
  let isStarted = false;
  let calls = 0;
  let end: Error | null = null;
  const opened = Promise.withResolvers<void>();

  worker.on('message', (message: FromIndex) => {
    if (message.kind === 'started') isStarted = true;
    else if (message.kind === 'opened') opened.resolve();
    else {
      const pending = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.kind === 'done') pending?.resolve(message.result);
      else pending?.reject(new Error(message.reason));
    }
  });
  const finish = (reason: Error): void => {
    end ??= reason;
    opened.reject(end);
    for (const { reject } of waiting.values()) reject(end);
    waiting.clear();
  };
  worker.on('error', (error) => {
    log(`the thread of the search index failed: ${errorText(error)}`);
    finish(error instanceof Error ? error : new Error(String(error)));
  });
  worker.on('exit', () => finish(new Error('the thread of the search index has ended')));

  try {
    await opened.promise;
  } catch (error) {
    if (isStarted) throw error;
    log('notes are indexed in the main thread');
    const { openTextIndex } = await import('./textIndex.ts');
    return openTextIndex(path);
  }

  const call = (request: IndexCall): Promise<IndexResult> =>
    new Promise((resolve, reject) => {
      if (end !== null) {
        reject(end);
        return;
      }
      calls += 1;
      waiting.set(calls, { resolve, reject });
      worker.postMessage({ ...request, id: calls } satisfies ToIndex, []);
    });

  return {
    stamps: async () => {
      const result = await call({ name: 'stamps' });
      return result.kind === 'stamps' ? result.stamps : new Map();
    },
    change: async (change) => void (await call({ name: 'change', change })),
    find: async (...query) => {
      const result = await call({ name: 'find', query });
      return result.kind === 'found' ? result.found : { paths: [], words: [] };
    },
    [Symbol.asyncDispose]: async () => {
      if (end !== null) return;
      const ended = once(worker, 'exit');
      worker.postMessage({ name: 'end' } satisfies ToIndex, []);
      await ended;
    },
  };
}
