import type { Commands } from '../chromium/commands.ts';

interface PausedPage {
  send: <M extends keyof Commands>(method: M, params: Commands[M][0]) => Promise<Commands[M][1]>;
}

/**
 * Answers `getPathForFile` of a preload script (page/sandbox.ts), which is paused in this call frame: Electron's call is
 * synchronous, and a page has no other way to wait for its browser.
 */
export async function answerForPath(page: PausedPage, callFrameId: string | undefined): Promise<void> {
  try {
    if (callFrameId === undefined) return;
    const { result } = await page.send('Debugger.evaluateOnCallFrame', { callFrameId, expression: 'file' });
    const { path } = await page.send('DOM.getFileInfo', { objectId: result.objectId ?? '' });
    const expression = `found.path = ${JSON.stringify(path)}`;
    await page.send('Debugger.evaluateOnCallFrame', { callFrameId, expression });
  } catch {
    // a file made by a script has no path: Electron answers with the empty text too
  } finally {
    await page.send('Debugger.resume', {}).catch(() => {});
  }
}
