type Listener = (event: object, ...args: unknown[]) => void;

export type FromMain =
  | ['event', channel: string, args: unknown[]]
  | ['resolve', id: number, value: unknown]
  | ['reject', id: number, text: string];

/** The part of Electron's `ipcRenderer` that the host offers to a preload script. */
export interface IpcRenderer {
  invoke: (channel: string, ...args: unknown[]) => Promise<unknown>;
  send: (channel: string, ...args: unknown[]) => void;
  on: (channel: string, listener: Listener) => IpcRenderer;
  off: (channel: string, listener: Listener) => IpcRenderer;
  removeListener: (channel: string, listener: Listener) => IpcRenderer;
  once: (channel: string, listener: Listener) => IpcRenderer;
}

/** Runs in the isolated world, sent there as text: self-contained. Call `receive` with each message from main. */
export function makeIpcRenderer(send: (kind: string, ...rest: unknown[]) => void): {
  ipcRenderer: IpcRenderer;
  receive: (message: FromMain) => void;
} {
  const listeners = new Map<string, { listener: Listener; once: boolean }[]>();
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (reason: Error) => void }>();
  let nextId = 1;
  const add = (channel: string, listener: Listener, once: boolean): IpcRenderer => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }]);
    return ipcRenderer;
  };
  const remove = (channel: string, listener: Listener): IpcRenderer => {
    const kept = (listeners.get(channel) ?? []).filter((entry) => entry.listener !== listener);
    listeners.set(channel, kept);
    return ipcRenderer;
  };
  const ipcRenderer: IpcRenderer = {
    invoke: (channel, ...args) =>
      new Promise((resolve, reject) => {
        const id = nextId++;
        send('invoke', id, channel, args); // if it throws, the promise rejects and nothing waits
        waiting.set(id, { resolve, reject });
      }),
    send: (channel, ...args) => send('send', channel, args),
    on: (channel, listener) => add(channel, listener, false),
    once: (channel, listener) => add(channel, listener, true),
    off: remove,
    removeListener: remove,
  };
  const deliver = (channel: string, args: unknown[]): void => {
    for (const { listener, once } of listeners.get(channel) ?? []) {
      if (once) ipcRenderer.off(channel, listener);
      try {
        listener({ sender: ipcRenderer, ports: [] }, ...args);
      } catch (error) {
        reportError(error);
      }
    }
  };
  const receive = (message: FromMain): void => {
    if (message[0] === 'event') {
      deliver(message[1], message[2]);
      return;
    }
    const [kind, id, value] = message;
    const caller = waiting.get(id);
    waiting.delete(id);
    if (kind === 'resolve') caller?.resolve(value);
    else caller?.reject(new Error(value));
  };
  return { ipcRenderer, receive };
}
