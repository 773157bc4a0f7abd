const { contextBridge, ipcRenderer, webUtils } = require('electron');

window.onlyInPreload = true;
const required = {};
for (const id of ['electron/renderer', 'node:events', 'timers', 'url', 'fs', './other.cjs']) {
  try {
    required[id] = typeof require(id);
  } catch (error) {
    required[id] = error.message;
  }
}
class Shape {
  own = 1;
  inherited() {}
}
contextBridge.exposeInMainWorld('toy', {
  required,
  versions: process.versions,
  list: [1, { two: 2 }],
  shape: new Shape(),
  [Symbol('hidden')]: 1,
  add: (a, b) => a + b,
  throws: () => {
    throw Object.assign(new TypeError('from the preload'), { custom: 1 });
  },
  later: (value) => Promise.resolve({ value }),
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  invokeWithFunction: () => ipcRenderer.invoke('echo', () => {}),
  exposeAgain: () => contextBridge.exposeInMainWorld('toy', {}),
  exposeSymbol: () => contextBridge.exposeInMainWorld('symbolic', { symbol: Symbol('x') }),
  on: (channel, callback) => {
    const listener = (_event, ...args) => callback(...args);
    ipcRenderer.on(channel, listener);
    return () => ipcRenderer.off(channel, listener);
  },
  pathOf: (file) => webUtils.getPathForFile(file),
});
