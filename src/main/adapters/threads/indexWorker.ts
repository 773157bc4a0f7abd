import { parentPort, workerData } from 'node:worker_threads';
import type { FromIndex, IndexResult, IndexCall, IndexThreadData, ToIndex } from './indexMessages.ts';
import { openIndexFile } from './textIndex.ts';

/** The worker thread that runs the search index. An index that cannot be opened ends it with an exception. */

const port = parentPort;
if (port === null) throw new Error('This module runs as a worker thread');
const send = (message: FromIndex): void => port.postMessage(message);
send({ kind: 'started' });
const { path }: IndexThreadData = workerData;
const index = openIndexFile(path);

function resultOf(call: IndexCall): IndexResult {
  if (call.name === 'stamps') return { kind: 'stamps', stamps: index.stamps() };
  if (call.name === 'find') return { kind: 'found', found: index.find(...call.query) };
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
    send({ kind: 'done', id, result: resultOf(message) });
  } catch (error) {
    send({ kind: 'failed', id, reason: error instanceof Error ? error.message : String(error) });
  }
});
send({ kind: 'opened' });
