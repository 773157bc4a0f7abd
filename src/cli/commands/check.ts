import { parseArgs } from 'node:util';
import { checkCatalogue, type CatalogueCheck } from '#core/catalogue/checkCatalogue.ts';
import { doubtText } from '#core/agenda/doubtText.ts';
import type { FeedFormat } from '#core/feeds/feed.ts';
import { hasCode } from '#core/problemCodes.ts';
import { hasWellKnown, wellKnownAddress } from '#core/catalogue/wellKnown.ts';
import { visibleLine } from '#base';
import { BadInput, WrongUse, type Command, type Terminal } from '../command.ts';
import { jsonText } from '../occurrenceJson.ts';
import { contentOf, openGiven, type RawFeed } from '../sources.ts';
import { badInput, output, usage } from '../texts.ts';

/** The same for files that are not community files: what their reader could not read, and what it asks. */
async function checkOther(raw: RawFeed, terminal: Terminal): Promise<CatalogueCheck> {
  const { name, series, problems, questions } = await contentOf(raw, terminal);
  // What a page leaves open is asked, and no mistake of it.
  const [open, mistakes] = [
    problems.filter((one) => hasCode(one, 'community/undated')),
    problems.filter((one) => !hasCode(one, 'community/undated')),
  ];
  return {
    name,
    dated: series.length,
    mistakes: mistakes.map(({ title, detail }) => ({ place: '', words: `${title}: ${detail}` })),
    questions: [
      ...questions.map((one) => ({ title: one.title, words: one.questions.map(doubtText) })),
      ...open.map(({ title, detail }) => ({
        title: title.replaceAll(/^“|” has no known dates$/gu, ''),
        words: [detail],
      })),
    ],
  };
}

/** What was checked, in words. */
const KINDS = {
  catalogue: 'a community file',
  ics: 'a calendar',
  sigs: 'a sigs.yaml',
  markdown: 'a page of text',
} as const satisfies Record<FeedFormat, string>;

/** At most so many remarks are printed; a foreign file may have millions. `--json` has all. */
const MOST_LINES = 200;

/** `check`: what is wrong with a community file, a calendar or a page, in plain words. */
export const check: Command = async (args, terminal) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [given, ...others] = positionals;
  if (given === undefined || others.length > 0) throw new WrongUse(usage.check);
  const raw = await openGiven(hasWellKnown(given) ? wellKnownAddress(given) : given, terminal);
  const { format } = raw.feed;
  const checked = format === 'catalogue' ? checkCatalogue(raw.bytes) : await checkOther(raw, terminal);
  const { name, dated, mistakes, questions } = checked;
  if (values.json) terminal.out.write(jsonText({ format, name, dated, mistakes, questions }));
  else {
    const remarks = [
      ...mistakes.map(({ place, words }) => `${place} ${words}`.trim()),
      ...questions.flatMap(({ title, words }) => words.map((one) => output.asks(title, one))),
    ];
    const lines = remarks.slice(0, MOST_LINES).map((words) => `  ${visibleLine(words)}\n`);
    const left = remarks.length - lines.length;
    if (left > 0) lines.push(`  ${output.more(left)}\n`);
    terminal.out.write(
      `${visibleLine(output.checked(name ?? given, KINDS[format], dated))}\n${lines.join('')}`,
    );
  }
  if (mistakes.length > 0) throw new BadInput(badInput.mistakes(mistakes.length));
};
