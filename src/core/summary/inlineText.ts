import type { PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** How another program writes parts of a line. */
export interface InlineWriter {
  readonly text: (words: string) => string;
  readonly strong: (words: string) => string;
  readonly emphasis: (words: string) => string;
  readonly code: (words: string) => string;
  readonly link: (words: string, url: string) => string;
}

const asIs = (words: string): string => words;

/** Words without marks, for plain text: a link is followed by its address. */
export const PLAIN: InlineWriter = {
  text: asIs,
  strong: asIs,
  emphasis: asIs,
  code: asIs,
  link: (words, url) => (words === url ? url : `${words} (${url})`),
};

/** Slack escapes three characters, and puts an address before its words: https://docs.slack.dev/messaging/formatting-message-text */
const slackText = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
export const SLACK: InlineWriter = {
  text: slackText,
  strong: (words) => `*${words}*`,
  emphasis: (words) => `_${words}_`,
  code: (words) => `\`${slackText(words)}\``,
  link: (words, url) => `<${url}|${words}>`,
};

/** Stamps of the meeting's clock lead into a recording that readers of a summary may not have. */
const STAMP = /\s?\[\[\d{1,3}:\d{2}(?::\d{2})?\]\]/g;

export const withoutStamps = (line: string): string => line.replaceAll(STAMP, '').trim();

/** One line of Markdown in another form. HTML is omitted, and a picture is its name. */
export function inlineText(line: string, writer: InlineWriter): string {
  const tree = fromMarkdown(withoutStamps(line), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const [block] = tree.children;
  // A line that looks like a heading or a list is text here.
  if (block?.type !== 'paragraph') return writer.text(withoutStamps(line));
  return written(block.children, writer);
}

function written(nodes: readonly PhrasingContent[], writer: InlineWriter): string {
  return nodes.map((node) => partOf(node, writer)).join('');
}

function partOf(node: PhrasingContent, writer: InlineWriter): string {
  switch (node.type) {
    case 'text':
      return writer.text(node.value);
    case 'inlineCode':
      return writer.code(node.value);
    case 'strong':
      return writer.strong(written(node.children, writer));
    case 'emphasis':
      return writer.emphasis(written(node.children, writer));
    case 'link':
      return writer.link(written(node.children, writer), node.url);
    case 'image':
      return writer.text(node.alt ?? '');
    case 'break':
      return ' ';
    case 'delete':
    case 'linkReference':
      return written(node.children, writer);
    case 'html':
    case 'footnoteReference':
    case 'imageReference':
      return '';
    default:
      // A grammar that this one does not have.
      return '';
  }
}
