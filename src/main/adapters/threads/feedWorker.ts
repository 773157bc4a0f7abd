import { parentPort, workerData } from 'node:worker_threads';
import { createShelf, threadCpuMs } from './feedReader.ts';
import { ianaZone } from '#calendar';
import type { BuiltAgenda } from '#core/feeds/feedStore.ts';
import { PROGRESS, type FromThread, type ThreadData, type ToThread } from './threadMessages.ts';

/** The thread that reads feeds. An exception ends it, and the main thread starts another. */

/**
 * Occurrences per message. Receiving is work for the main thread, and messages that are there together are taken
 * together; so each page is sent when it is asked for.
 */
const PAGE = 200;

const port = parentPort;
if (port === null) throw new Error('This module runs as a thread of its own');
const { lastHandle, progress }: ThreadData = workerData;
const working = (handle: number | null): void => {
  progress[PROGRESS.handle] = handle ?? 0;
  Atomics.add(progress, PROGRESS.step, 1);
};
const shelf = createShelf(lastHandle, { cpu: threadCpuMs, working });
const say = (message: FromThread): void => port.postMessage(message);
/** Agendas that are on their way, and how much of each was sent. */
const onTheWay = new Map<number, { readonly answer: BuiltAgenda; sent: number }>();

function sendPage(id: number): void {
  const part = onTheWay.get(id);
  if (part === undefined) return;
  const { answer, sent } = part;
  const occurrences = answer.occurrences.slice(sent, sent + PAGE);
  part.sent += occurrences.length;
  const isLast = part.sent >= answer.occurrences.length;
  if (isLast) onTheWay.delete(id);
  const { problems, heavy } = answer;
  say({ kind: 'page', id, occurrences, heavy, problems: isLast ? problems : null });
}

port.on('message', (message: ToThread) => {
  progress[PROGRESS.question] = 'id' in message ? message.id : 0;
  working(null);
  switch (message.kind) {
    case 'read':
      say({ kind: 'read', id: message.id, outcome: shelf.read(message.feed) });
      break;
    case 'agenda':
    case 'range': {
      const { id, sources, window, zone, now, choices } = message;
      const answer = shelf[message.kind](sources, window, zone, now, choices);
      if (answer.kind === 'same') say({ kind: 'same', id, heavy: answer.heavy });
      else {
        onTheWay.set(id, { answer, sent: 0 });
        sendPage(id);
      }
      break;
    }
    case 'preview': {
      const { id, source, window, zone, count } = message;
      say({ kind: 'preview', id, occurrences: shelf.preview(source, window, zone, count) });
      break;
    }
    case 'more':
      sendPage(message.id);
      break;
    case 'release':
      shelf.release(message.handle);
      break;
  }
});
// The platform's first look at any zone takes longer than a small feed; it is had before the first feed is there.
ianaZone('Europe/London').wallTime(0);
say({ kind: 'ready' });
