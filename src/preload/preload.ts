import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { type Envelope, isEventName, isRequestName } from '#core/ipc/channels.ts';
import type { Bridge } from '#core/ipc/contract.ts';

/**
 * The only door between the window and the main process. It lets the names of the contract through and nothing else:
 * neither `ipcRenderer` nor an event object ever reaches the page.
 */
const api: Bridge = {
  async invoke(name, args) {
    if (!isRequestName(name)) throw new Error(`The window may not ask for ${name}.`);
    const reply: Envelope = await ipcRenderer.invoke(name, args);
    if (!reply.ok) throw new Error(reply.error);
    return reply.value;
  },
  on(name, callback) {
    if (!isEventName(name)) throw new Error(`The window may not listen to ${name}.`);
    const listener = (_event: IpcRendererEvent, payload: unknown) => callback(payload);
    ipcRenderer.on(name, listener);
    return () => {
      ipcRenderer.removeListener(name, listener);
    };
  },
};

contextBridge.exposeInMainWorld('api', api);
