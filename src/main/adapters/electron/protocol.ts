import { protocol } from 'electron';
import { bundleScheme } from './pageAddress.ts';
import { pageFile } from './pageFiles.ts';
import { printedPage } from './printer.ts';

/** Call it once, before Electron is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: bundleScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built renderer, and the pages that are being printed. @param root absolute path of the renderer */
export function servePage(root: string): void {
  protocol.handle(bundleScheme, (request) => printedPage(request.url) ?? pageFile(request, root));
}
