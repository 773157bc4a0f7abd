import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import type { Extension } from '@codemirror/state';
import { isHostileLine } from '#core/notes/hostileLine.ts';

/** Longest paragraph that is parsed as one (characters). */
const LONGEST_PARAGRAPH = 5_000;

/** GitHub's Markdown. Lines and paragraphs out of proportion stay plain text. */
export const noteMarkdown: Extension = markdown({
  base: markdownLanguage,
  addKeymap: false,
  // Ours puts the cursor behind the link, so that the next word does not replace it.
  pasteURLAsLink: false,
  completeHTMLTags: false,
  extensions: {
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
        endLeaf: (_context, line, leaf) =>
          isHostileLine(line.text) || leaf.content.length > LONGEST_PARAGRAPH,
      },
    ],
  },
});
