import { parentPort, workerData } from 'node:worker_threads';
import { createNodeFeedStore, threadCpuMs } from './feedReader.ts';
import { ianaZone } from '#calendar';
import type { BuiltAgenda } from '#core/feeds/feedStore.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import {
  PROGRESS,
  type AgendaDifference,
  type FromThread,
  type SentOccurrence,
  type ThreadData,
  type ToThread,
} from './threadMessages.ts';

/** The worker thread that reads feeds. An exception ends it, and the main thread starts another one. */

/**
 * Occurrences per message. Receiving blocks the main thread, which takes all queued messages at once; so each page is
 * sent on request.
 */
const PAGE = 200;
/** So many that are only named cost as little as a page. */
const NAMED_PAGE = 5_000;

const port = parentPort;
if (port === null) throw new Error('This module runs as a worker thread');
const { lastHandle, progress }: ThreadData = workerData;
const working = (handle: number | null): void => {
  progress[PROGRESS.handle] = handle ?? 0;
  Atomics.add(progress, PROGRESS.step, 1);
};
const store = createNodeFeedStore(lastHandle, { cpu: threadCpuMs, working });
const send = (message: FromThread): void => port.postMessage(message);
/** A list that is being sent. */
interface Sending {
  readonly agenda: BuiltAgenda;
  /** The number of the agenda; null for a range. */
  readonly number: number | null;
  /** Its occurrences as they are sent. */
  readonly list: readonly SentOccurrence[];
  /** How many were sent. */
  sent: number;
}
const beingSent = new Map<number, Sending>();
/** The last agenda that was sent in full. */
let last: { readonly number: number; readonly occurrences: readonly Occurrence[] } = {
  number: 0,
  occurrences: [],
};

/** The occurrences, those that the receiver has by their place in its list. */
function listFor(
  { occurrences }: BuiltAgenda,
  difference: AgendaDifference | null,
): readonly SentOccurrence[] {
  if (difference === null || difference.since === 0 || difference.since !== last.number) return occurrences;
  // The store keeps the objects of equal occurrences.
  const places = new Map(last.occurrences.map((occurrence, place) => [occurrence, place]));
  return occurrences.map((occurrence) => places.get(occurrence) ?? occurrence);
}

/** The end of the page that begins at an index of the list. */
function pageEnd(list: readonly SentOccurrence[], from: number): number {
  let [full, end] = [0, from];
  while (end < list.length && full < PAGE && end - from < NAMED_PAGE) {
    if (typeof list[end] !== 'number') full += 1;
    end += 1;
  }
  return end;
}

function sendPage(id: number): void {
  const part = beingSent.get(id);
  if (part === undefined) return;
  const { agenda, list, number, sent } = part;
  part.sent = pageEnd(list, sent);
  const occurrences = list.slice(sent, part.sent);
  const isLast = part.sent >= list.length;
  if (isLast) beingSent.delete(id);
  if (isLast && number !== null) last = { number, occurrences: agenda.occurrences };
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
      const { id, difference, sources, window, zone, now, choices } = message;
      const answer = store[message.kind](sources, window, zone, now, choices);
      if (answer.kind === 'same') send({ kind: 'same', id, heavy: answer.heavy });
      else {
        const list = listFor(answer, difference);
        beingSent.set(id, { agenda: answer, number: difference?.number ?? null, list, sent: 0 });
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
