import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { z } from 'zod';
import { requestNames, type Envelope } from '#core/ipc/channels.ts';
import { type RequestArgs, type RequestName, requests } from '#core/ipc/contract.ts';
import { errorText } from '#base';
import { redact } from '#core/format/redact.ts';
import type { Ipc } from '../../ports/ipc.ts';
import { isOwnPage } from './pageAddress.ts';
import { openWindows } from '../windows/secureWindow.ts';

type Answer = (args: unknown) => Promise<Envelope>;

/**
 * Requests and events between the main process and our pages. Refuses other senders and malformed arguments. A request
 * that comes before its handler waits for it, because the window opens while the features are still being read.
 */
export function createIpc(page: string, log: (line: string) => void): Ipc {
  const listen = (name: RequestName, answer: Answer): void =>
    ipcMain.handle(name, async (event, args: unknown): Promise<Envelope> => {
      if (isOurs(event, page)) return answer(args);
      log(`ipc: refused ${name} from a stranger`);
      return { ok: false, error: `${name} was refused.` };
    });
  const early = new Map<RequestName, (answer: Answer) => void>();
  for (const name of requestNames) {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    early.set(name, resolve);
    listen(name, async (args) => (await promise)(args));
  }
  return {
    handle(name, handler) {
      const answer: Answer = async (args) => {
        const parsed = parseArgs(name, args);
        if (parsed === null) {
          log(`ipc: refused ${name}, its arguments are malformed`);
          return { ok: false, error: `${name} was asked with malformed arguments.` };
        }
        try {
          return { ok: true, value: await handler(...parsed) };
        } catch (error) {
          log(`ipc: ${name} failed: ${errorText(error)}`);
          return { ok: false, error: redact(error instanceof Error ? error.message : String(error)) };
        }
      };
      ipcMain.removeHandler(name);
      listen(name, answer);
      early.get(name)?.(answer);
      return {
        [Symbol.dispose]() {
          ipcMain.removeHandler(name);
        },
      };
    },
    send(name, payload) {
      for (const window of openWindows()) window.webContents.send(name, payload);
    },
  };
}

/** Whether the sender is the top frame of one of our windows and shows our page. Call it at once: frames are short-lived. */
function isOurs(event: IpcMainInvokeEvent, page: string): boolean {
  const frame = event.senderFrame;
  return (
    frame !== null &&
    frame.parent === null &&
    isOwnPage(frame.url, page) &&
    openWindows().some((window) => window.webContents.id === event.sender.id)
  );
}

/** `requests`, typed so that the compiler ties each name to the type of its arguments. */
const argumentsOf: { readonly [N in RequestName]: { readonly args: z.ZodType<RequestArgs<N>> } } = requests;

function parseArgs<N extends RequestName>(name: N, args: unknown): RequestArgs<N> | null {
  const parsed = argumentsOf[name].args.safeParse(args);
  return parsed.success ? parsed.data : null;
}
