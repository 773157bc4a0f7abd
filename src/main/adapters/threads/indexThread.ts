import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { errorText } from '#base';
import type { TextIndex } from '../../ports/textIndex.ts';
import type { FromIndex, IndexAnswer, IndexCall, IndexThreadData, ToIndex } from './indexMessages.ts';
import { openTextIndex } from './textIndex.ts';

interface Waiting {
  readonly resolve: (answer: IndexAnswer) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * Opens the search index in a thread of its own; where threads cannot be started, in this one.
 * Rejects where the file is damaged. When the thread ends before its time, everything that waits for it rejects.
 * @param script of the thread
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
      const asked = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.kind === 'done') asked?.resolve(message.answer);
      else asked?.reject(new Error(message.reason));
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
    return openTextIndex(path);
  }

  const ask = (call: IndexCall): Promise<IndexAnswer> =>
    new Promise((resolve, reject) => {
      if (end !== null) {
        reject(end);
        return;
      }
      calls += 1;
      waiting.set(calls, { resolve, reject });
      worker.postMessage({ ...call, id: calls } satisfies ToIndex, []);
    });

  return {
    stamps: async () => {
      const answer = await ask({ name: 'stamps' });
      return answer.kind === 'stamps' ? answer.stamps : new Map();
    },
    change: async (change) => void (await ask({ name: 'change', change })),
    find: async (...wish) => {
      const answer = await ask({ name: 'find', wish });
      return answer.kind === 'found' ? answer.found : { paths: [], words: [] };
    },
    [Symbol.asyncDispose]: async () => {
      if (end !== null) return;
      const ended = once(worker, 'exit');
      worker.postMessage({ name: 'end' } satisfies ToIndex, []);
      await ended;
    },
  };
}
