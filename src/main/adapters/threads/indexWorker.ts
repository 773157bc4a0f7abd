import { parentPort, workerData } from 'node:worker_threads';
import type { FromIndex, IndexAnswer, IndexCall, IndexThreadData, ToIndex } from './indexMessages.ts';
import { openIndexFile } from './textIndex.ts';

/** The thread that holds the search index. What cannot be opened ends it with the exception. */

const port = parentPort;
if (port === null) throw new Error('This module runs as a thread of its own');
const say = (message: FromIndex): void => port.postMessage(message);
say({ kind: 'started' });
const { path }: IndexThreadData = workerData;
const index = openIndexFile(path);

function answerTo(call: IndexCall): IndexAnswer {
  if (call.name === 'stamps') return { kind: 'stamps', stamps: index.stamps() };
  if (call.name === 'find') return { kind: 'found', found: index.find(...call.wish) };
  index.change(call.change);
  return { kind: 'changed' };
}

port.on('message', (message: ToIndex) => {
  if (message.name === 'end') {
    index[Symbol.dispose]();
    port.close();
    return;
  }
  const { id } = message;
  try {
    say({ kind: 'done', id, answer: answerTo(message) });
  } catch (error) {
    say({ kind: 'failed', id, reason: error instanceof Error ? error.message : String(error) });
  }
});
say({ kind: 'opened' });
