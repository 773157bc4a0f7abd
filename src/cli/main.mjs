/**
 * The command line: the app's core without a window. Only the requested command is loaded, because a status bar runs
 * this every few seconds; from the built app if there is one, which takes half the time. JavaScript, because Node
 * would load a compiler for a first file in TypeScript.
 */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isBuilt } from './isBuilt.mjs';

enableCompileCache();

const built = new URL('../../out/main/commandLine.js', import.meta.url);
const checkout = fileURLToPath(new URL('../..', import.meta.url));
if (isBuilt(checkout, fileURLToPath(built))) await import(built.href);
else await import('./commandLine.ts');
