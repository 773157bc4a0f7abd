import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMarkdownPage } from '../../src/shared/community/readMarkdownPage.ts';
import { meetingLines } from './meetingLines.ts';

const expected = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../test/fixtures/community/reportPages.json'), 'utf8'),
) as Record<string, string[]>;

/** Prints how many of the small pages, each of one cause of errors, are read as they should be, and which are not. */
export function scoreReportPages(folder: string): void {
  const files = Object.keys(expected);
  const wrong = files.filter((file) => {
    const lines = meetingLines(readMarkdownPage(readFileSync(join(folder, file)), file));
    return JSON.stringify(lines) !== JSON.stringify(expected[file]);
  });
  const rest = wrong.length === 0 ? '' : `; not: ${wrong.join(', ')}`;
  console.log(`pages by cause ${String(files.length - wrong.length)} of ${String(files.length)}${rest}`);
}
