import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import type { Extension } from '@codemirror/state';

/** Longest line that is parsed (characters), and longest paragraph; beyond, parsing one would freeze the window. */
const LONGEST_LINE = 10_000;
const LONGEST_PARAGRAPH = 20_000;

/** So many marks of quotes and lists at the beginning of a line are no structure. */
const TOO_DEEP = /^[\t ]*(?:(?:[-*+>]|\d{1,9}[.)])[\t ]*){24}/;
const DEEPEST_INDENT = 200;

const isHostile = (line: string): boolean =>
  line.length > LONGEST_LINE || TOO_DEEP.test(line) || line.search(/[^\t ]/) > DEEPEST_INDENT;

/** GitHub's Markdown. Lines and paragraphs out of proportion stay plain text. */
export const noteMarkdown: Extension = markdown({
  base: markdownLanguage,
  addKeymap: false,
  completeHTMLTags: false,
  extensions: {
    defineNodes: [{ name: 'PlainLine', block: true }],
    parseBlock: [
      {
        name: 'PlainLine',
        before: 'LinkReference',
        parse: (context, line) => {
          if (!isHostile(line.text)) return false;
          const from = context.lineStart;
          context.addElement(context.elt('PlainLine', from, from + line.text.length));
          context.nextLine();
          return true;
        },
        endLeaf: (_context, line, leaf) => isHostile(line.text) || leaf.content.length > LONGEST_PARAGRAPH,
      },
    ],
  },
});
