import { parentPort, workerData } from 'node:worker_threads';
import { createNodeFeedStore, threadCpuMs } from './feedReader.ts';
import { ianaZone } from '#calendar';
import type { BuiltAgenda } from '#core/feeds/feedStore.ts';
import { PROGRESS, type FromThread, type ThreadData, type ToThread } from './threadMessages.ts';

/** The worker thread that reads feeds. An exception ends it, and the main thread starts another one. */

/**
 * Occurrences per message. Receiving blocks the main thread, which takes all queued messages at once; so each page is
 * sent on request.
 */
const PAGE = 200;

const port = parentPort;
if (port === null) throw new Error('This module runs as a worker thread');
const { lastHandle, progress }: ThreadData = workerData;
const working = (handle: number | null): void => {
  progress[PROGRESS.handle] = handle ?? 0;
  Atomics.add(progress, PROGRESS.step, 1);
};
const store = createNodeFeedStore(lastHandle, { cpu: threadCpuMs, working });
const send = (message: FromThread): void => port.postMessage(message);
/** Agendas that are being sent, and how many occurrences of each were sent. */
const beingSent = new Map<number, { readonly agenda: BuiltAgenda; sent: number }>();

function sendPage(id: number): void {
  const part = beingSent.get(id);
  if (part === undefined) return;
  const { agenda, sent } = part;
  const occurrences = agenda.occurrences.slice(sent, sent + PAGE);
  part.sent += occurrences.length;
  const isLast = part.sent >= agenda.occurrences.length;
  if (isLast) beingSent.delete(id);
  const { problems, heavy } = agenda;
  send({ kind: 'page', id, occurrences, heavy, problems: isLast ? problems : null });
}

port.on('message', (message: ToThread) => {
  progress[PROGRESS.request] = 'id' in message ? message.id : 0;
  working(null);
  switch (message.kind) {
    case 'read':
      send({ kind: 'read', id: message.id, outcome: store.read(message.feed) });
      break;
    case 'agenda':
    case 'range': {
      const { id, sources, window, zone, now, choices } = message;
      const answer = store[message.kind](sources, window, zone, now, choices);
      if (answer.kind === 'same') send({ kind: 'same', id, heavy: answer.heavy });
      else {
        beingSent.set(id, { agenda: answer, sent: 0 });
        sendPage(id);
      }
      break;
    }
    case 'preview': {
      const { id, source, window, zone, count } = message;
      send({ kind: 'preview', id, occurrences: store.preview(source, window, zone, count) });
      break;
    }
    case 'changes': {
      const { id, feed, copies, zone, now } = message;
      send({ kind: 'changes', id, changes: store.changes(feed, copies, zone, now) });
      break;
    }
    case 'more':
      sendPage(message.id);
      break;
    case 'release':
      store.release(message.handle);
      break;
  }
});
// The first use of any time zone is slow, so load the zone data before the first feed arrives.
ianaZone('Europe/London').wallTime(0);
send({ kind: 'ready' });
