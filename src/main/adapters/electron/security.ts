import { app, session, type WebContents } from 'electron';
import { isOwnPage } from './pageAddress.ts';

/**
 * Denies what our pages never need: permissions, downloads, other pages, windows and webviews. Without these handlers
 * Electron grants all of it.
 * @param openLink receives links that lead out of the app
 */
export function guardPages(page: string, openLink: (url: string) => void): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.on('will-download', (event) => event.preventDefault());
  app.on('web-contents-created', (_event, contents) => guardContents(contents, page, openLink));
}

function guardContents(contents: WebContents, page: string, openLink: (url: string) => void): void {
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url);
    return { action: 'deny' };
  });
  // Fires for every frame, before `will-navigate`, which does not fire once this is prevented.
  contents.on('will-frame-navigate', (details) => {
    // A reload navigates to the same page; the development server does it after a change.
    if (details.isMainFrame && isOwnPage(details.url, page)) return;
    // Our pages have no child frames, so nothing may load in one.
    details.preventDefault();
    if (details.isMainFrame) openLink(details.url);
  });
  contents.on('will-redirect', (details) => {
    if (!isOwnPage(details.url, page)) details.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
