import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { z } from 'zod';

/** Vite's option `build.license` of each of the three builds: what is bundled there, with the text of its licence. */
export const bundledLicenses = { fileName: 'licenses.json' };

const licences = z.array(
  z.object({
    name: z.string(),
    version: z.string(),
    /** As in its package.json, SPDX. */
    identifier: z.string().optional(),
    text: z.string().optional(),
  }),
);
type Licence = z.infer<typeof licences>[number];

/** What was bundled, and takes the file that says so out of the build. */
function takeBundled(out: string): Licence[] {
  const file = join(out, bundledLicenses.fileName);
  const found = licences.parse(JSON.parse(readFileSync(file, 'utf8')));
  rmSync(file);
  return found;
}

/** Placeholder for a package without a licence text; a test checks that it does not occur. */
export const NO_TEXT = 'This package came without the text of its licence.';

const rule = `\n\n${'-'.repeat(60)}\n\n`;

const section = ({ name, version, identifier, text }: Licence): string =>
  `${name} ${version}${identifier === undefined ? '' : ` (${identifier})`}\n\n${text ?? NO_TEXT}`;

/** Our own licence first, then every library once, in alphabetical order. */
export function noticesText(ownLicence: string, found: readonly Licence[]): string {
  const byName = new Map(found.map((one) => [`${one.name} ${one.version}`, one]));
  const all = [...byName.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  const intro =
    'Office Hours is made available under the Apache License 2.0, whose text is below. It contains the libraries that follow, each with its own licence. Electron and Chromium come with files of their own: LICENSE.electron.txt and LICENSES.chromium.html, beside the program.';
  return `${[intro, ownLicence.replace(/^\n+|\s+$/g, ''), ...all.map(section)].join(rule)}\n`;
}

/** Writes out/THIRD-PARTY-NOTICES.txt. For the build of the page, which is the last of the three. */
export function thirdPartyNotices(root: string): Plugin {
  return {
    name: 'third-party-notices',
    apply: 'build',
    writeBundle() {
      const out = join(root, 'out');
      const bundled = ['main', 'preload', 'renderer'].flatMap((part) => takeBundled(join(out, part)));
      const text = noticesText(readFileSync(join(root, 'LICENSE'), 'utf8'), bundled);
      writeFileSync(join(out, 'THIRD-PARTY-NOTICES.txt'), text);
    },
  };
}
