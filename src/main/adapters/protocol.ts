import { protocol } from 'electron';
import { bundleScheme } from './pageAddress.ts';
import { pageFile } from './pageFiles.ts';

/** Must run before the app is ready, once. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: bundleScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built renderer. @param root absolute path of its folder */
export function servePage(root: string): void {
  protocol.handle(bundleScheme, (request) => pageFile(request, root));
}
