/** What `import … from 'electron'` gives under the host. */
import { app } from './app.ts';
import { ipcMain } from './ipcMain.ts';
import { NativeImage } from './nativeImage.ts';
import { net } from './session/net.ts';
import { protocol } from './session/protocol.ts';
import { session } from './session/session.ts';
import { BrowserWindow } from './window/browserWindow.ts';

const nativeImage: Pick<
  typeof NativeImage,
  'createEmpty' | 'createFromBuffer' | 'createFromDataURL' | 'createFromPath'
> = NativeImage;

export { app, BrowserWindow, ipcMain, nativeImage, net, protocol, session };
export default { app, BrowserWindow, ipcMain, nativeImage, net, protocol, session };
