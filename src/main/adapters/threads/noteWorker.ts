import { parentPort, workerData } from 'node:worker_threads';
import { createFiles } from '../disk/files.ts';
import type { FromNotes, NoteThreadData, ToNotes } from './noteMessages.ts';
import { openNoteCache } from './noteCache.ts';
import { createNoteReader } from './noteReader.ts';

/** The worker thread that reads notes. */

const port = parentPort;
if (port === null) throw new Error('This module runs as a worker thread');
const send = (message: FromNotes): void => port.postMessage(message);
const { cache }: NoteThreadData = workerData;
const reader = createNoteReader(createFiles(), cache === null ? null : openNoteCache(cache));

async function answer(message: ToNotes): Promise<void> {
  const { id, folder } = message;
  if (message.name === 'scan') await reader.scan(folder, (notes) => send({ kind: 'found', id, notes }));
  else send({ kind: 'found', id, notes: await reader.look(folder, message.paths) });
}

port.on('message', (message: ToNotes) => {
  answer(message).then(
    () => send({ kind: 'done', id: message.id }),
    (error: unknown) =>
      send({
        kind: 'failed',
        id: message.id,
        reason: error instanceof Error ? error.message : String(error),
      }),
  );
});
send({ kind: 'started' });
