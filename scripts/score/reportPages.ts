import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMarkdownPage } from '#community-pages/readers';
import expected from '../../packages/community-pages/test/fixtures/reportPages.json' with { type: 'json' };
import { meetingLines } from './meetingLines.ts';

/** The day on which the pages are read. */
const NOW = Date.UTC(2026, 10, 29);

/** Prints how many of the small pages, each of one cause of errors, are read as they should be, and which are not. */
export function scoreReportPages(folder: string): void {
  const files = Object.entries(expected);
  const wrong = files.filter(([file, wanted]) => {
    const lines = meetingLines(readMarkdownPage(readFileSync(join(folder, file)), NOW, file));
    return JSON.stringify(lines) !== JSON.stringify(wanted);
  });
  const rest = wrong.length === 0 ? '' : `; not: ${wrong.map(([file]) => file).join(', ')}`;
  console.log(`pages by cause ${String(files.length - wrong.length)} of ${String(files.length)}${rest}`);
}
