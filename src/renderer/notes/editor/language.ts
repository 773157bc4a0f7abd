import { markdownLanguage } from '@codemirror/lang-markdown';
import { Language } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { MarkdownParser, type MarkdownConfig } from '@lezer/markdown';
import { isHostileLine } from '#core/notes/hostileLine.ts';

/** Longest paragraph that is parsed as one (characters). */
const LONGEST_PARAGRAPH = 5_000;

/** Lines and paragraphs out of proportion stay plain text. */
const withinReason: MarkdownConfig = {
  defineNodes: [{ name: 'PlainLine', block: true }],
  parseBlock: [
    {
      name: 'PlainLine',
      before: 'LinkReference',
      parse: (context, line) => {
        if (!isHostileLine(line.text)) return false;
        const from = context.lineStart;
        context.addElement(context.elt('PlainLine', from, from + line.text.length));
        context.nextLine();
        return true;
      },
      endLeaf: (_context, line, leaf) => isHostileLine(line.text) || leaf.content.length > LONGEST_PARAGRAPH,
    },
  ],
};

function noteLanguage(): Extension {
  const { data, parser } = markdownLanguage;
  if (!(parser instanceof MarkdownParser)) throw new TypeError('There are two versions of @lezer/markdown.');
  return new Language(data, parser.configure(withinReason), [], 'markdown');
}

/**
 * GitHub's Markdown, without what `markdown()` adds to it: it parses the HTML within Markdown, too, which costs a quarter
 * of the JavaScript of a key.
 */
export const noteMarkdown = noteLanguage();
