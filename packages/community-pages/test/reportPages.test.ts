import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { meetingLines } from '../../../scripts/score/meetingLines.ts';
import { readMarkdownPage } from '../readMarkdownPage.ts';
import expected from './fixtures/reportPages.json' with { type: 'json' };

/** The day on which the pages are read. */
const NOW = Date.UTC(2026, 10, 29);

const PAGES = join(import.meta.dirname, '../../../../shared/corpus/reports/pages');
const isThere = existsSync(PAGES);
if (!isThere)
  console.log('The small pages are not at ../shared/corpus/reports/pages, so they were not read.');

describe.skipIf(!isThere)('small pages, each of one cause of errors, come out as they should', () => {
  test.each(Object.entries(expected))('%s', (file, lines) => {
    expect(meetingLines(readMarkdownPage(readFileSync(join(PAGES, file)), NOW, file))).toEqual(lines);
  });
});
