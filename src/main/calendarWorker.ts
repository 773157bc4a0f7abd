import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { errorText } from '#base';
import { openCalendarCopies } from './feeds/caldav/calendarCopies.ts';
import { createCalendarSync } from './feeds/caldav/updateCalendar.ts';
import type { DavOutcome } from './ports/calendarSync.ts';
import { createFiles } from './adapters/disk/files.ts';
import type { FromCalendars, ToCalendars } from './adapters/threads/calendarMessages.ts';

/**
 * The worker thread that synchronises calendars of accounts: it connects the feature with the disk, as boot.ts does for the
 * app, which sends its requests.
 */

const port = parentPort;
if (port === null) throw new Error('This module runs as a worker thread');
const { userData } = z.object({ userData: z.string() }).parse(workerData);
const calendars = createCalendarSync(openCalendarCopies(createFiles(), { userData }));
/** The open question of each synchronisation. */
const open = new Map<number, (outcome: DavOutcome | null) => void>();

const send = (message: FromCalendars): void => {
  const bytes = message.kind === 'done' && message.outcome.kind === 'copy' ? message.outcome.bytes : null;
  port.postMessage(message, bytes?.buffer instanceof ArrayBuffer ? [bytes.buffer] : []);
};

async function sync({ id, wish }: Extract<ToCalendars, { kind: 'sync' }>): Promise<void> {
  const outcome = await calendars.sync(wish, async (question) => {
    const answer = await new Promise<DavOutcome | null>((resolve) => {
      open.set(id, resolve);
      send({ kind: 'ask', id, question });
    });
    if (answer === null) throw new Error('aborted');
    return answer;
  });
  send({ kind: 'done', id, outcome });
}

port.on('message', (message: ToCalendars) => {
  if (message.kind === 'answer') {
    open.get(message.id)?.(message.outcome);
    open.delete(message.id);
    return;
  }
  sync(message).catch((error: unknown) => send({ kind: 'failed', id: message.id, reason: errorText(error) }));
});
