import { protocol } from 'electron';
import { bundleScheme } from './pageAddress.ts';
import { pageFile } from './pageFiles.ts';
import { printedPage } from './printer.ts';

/** Must run before the app is ready, once. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: bundleScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built renderer, and pages that are being printed. @param root absolute path of its folder */
export function servePage(root: string): void {
  protocol.handle(bundleScheme, (request) => printedPage(request.url) ?? pageFile(request, root));
}
