/**
 * How much the app weighs: what a package holds beside Electron, the page's first chunk as a network would send it, and
 * what `npm ci` leaves on the disk. Needs a built app. Ends with status 1 when the first two are above their limits.
 * Run: node scripts/node.mjs bench/size.bench.ts
 */
import { globSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const root = join(import.meta.dirname, '..');
/** As in electron-builder.yml. */
const PACKED = [
  'out/**',
  'package.json',
  'assets/catalogue/**',
  'assets/settings.schema.json',
  'assets/tray/**',
  'assets/icons/256x256.png',
];
const BLOCK = 512;

/** What the files occupy, in MB: their content, or the disk's blocks. */
function megabytes(patterns: readonly string[], of: 'content' | 'blocks'): number {
  let bytes = 0;
  for (const path of globSync([...patterns], { cwd: root })) {
    const stat = lstatSync(join(root, path));
    if (stat.isFile()) bytes += of === 'content' ? stat.size : stat.blocks * BLOCK;
  }
  return bytes / 1e6;
}

/** What the main window's page loads before its first screen, gzipped, in KB. */
function firstChunk(): number {
  const folder = join(root, 'out/renderer');
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const scripts = new Set(Array.from(page.matchAll(/(assets\/[^"]+\.js)"/gu), ([, path]) => path ?? ''));
  return (
    [...scripts].reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path))).length, 0) / 1000
  );
}

let isAbove = false;
function tell(name: string, figure: number, unit: string, limit: number | null): void {
  isAbove ||= limit !== null && figure > limit;
  console.log(
    `${name.padEnd(46)}${figure.toFixed(1).padStart(8)} ${unit}${limit === null ? '' : `   at most ${limit} ${unit}`}`,
  );
}

tell('resources of a package, without Electron', megabytes(PACKED, 'content'), 'MB', 12);
tell("the page's first chunk, gzipped", firstChunk(), 'KB', 350);
tell('node_modules after npm ci, on the disk', megabytes(['node_modules/**'], 'blocks'), 'MB', null);
tell('  of it Node for the npm scripts', megabytes(['node_modules/node-*/**'], 'blocks'), 'MB', null);
process.exit(isAbove ? 1 : 0);
