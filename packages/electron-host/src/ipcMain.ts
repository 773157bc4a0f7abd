import { EventEmitter } from './emitter.ts';

type Handler = (event: Electron.IpcMainInvokeEvent, ...args: never[]) => unknown;

const handlers = new Map<string, Handler>();

class IpcMain extends EventEmitter {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    if (typeof handler !== 'function') {
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`);
    }
    handlers.set(channel, handler);
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return handler(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    handlers.delete(channel);
  }
}

export const ipcMain = new IpcMain();
// As in Electron: a page's message on a channel of that name must not throw for want of a listener.
ipcMain.on('error', () => {});

/** The handler's reply. Rejects if there is no handler, or with the error that it throws. */
export async function answerInvoke(
  channel: string,
  event: Electron.IpcMainInvokeEvent,
  args: never[],
): Promise<unknown> {
  const handler = handlers.get(channel);
  if (!handler) throw new Error(`No handler registered for '${channel}'`);
  return handler(event, ...args);
}
