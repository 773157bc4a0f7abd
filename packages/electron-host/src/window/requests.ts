/** Every request of every page passes here: navigations may be vetoed, handled schemes are answered by the app. */
import { chromium } from '../chromium/chromium.ts';
import type { PausedRequest } from '../chromium/commands.ts';
import { answerRequest } from '../session/protocol.ts';
import { handlers, schemeOf, toApp } from '../session/schemes.ts';
import { LoadError } from './loadError.ts';
import { linkOfFrame } from './pageLinks.ts';
import { contentsOf, mayNavigate, mayRedirect } from './webContents.ts';

async function decide(paused: PausedRequest): Promise<void> {
  const { requestId, request } = paused;
  const url = toApp(request.url);
  const from = linkOfFrame(paused.frameId);
  const document = paused.resourceType === 'Document' ? from : undefined;
  if (document && !isAllowed(document, paused, url)) {
    await chromium.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    return;
  }
  await from?.link.scriptsInstalled;
  // Chromium asks for an icon that Electron does not want
  if (paused.resourceType === 'Other' && new URL(request.url).pathname === '/favicon.ico') {
    await chromium.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    return;
  }
  if (!handlers.has(schemeOf(url))) {
    await chromium.send('Fetch.continueRequest', { requestId });
    return;
  }
  const response = await answerRequest(url, request);
  if (!response) {
    if (document?.frame === 'main') document.link.documentFailed(new LoadError('ERR_UNEXPECTED', url));
    await chromium.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
    return;
  }
  const body = Buffer.from(await response.arrayBuffer());
  await chromium.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
    body: body.toString('base64'),
    ...(response.statusText ? { responsePhrase: response.statusText } : {}),
  });
}

function isAllowed(
  { link, frame }: NonNullable<ReturnType<typeof linkOfFrame>>,
  { request, redirectedRequestId }: PausedRequest,
  url: string,
): boolean {
  const contents = contentsOf(link);
  if (redirectedRequestId !== undefined) return mayRedirect(contents, url, frame);
  if (frame === 'main' && link.isExpected(request.url)) return true;
  return mayNavigate(contents, url, frame);
}

chromium.on('request', (paused) => {
  decide(paused).catch((error: unknown) => {
    // its page was closed meanwhile
    if (process.env['ELECTRON_HOST_VERBOSE'] === '1')
      console.error('electron host:', paused.request.url, error);
  });
});
