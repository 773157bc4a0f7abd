import { Parser } from 'htmlparser2';

/** Parses HTML fragments in a page for their words and links. The HTML is never rendered. */

/** A handler for the parts of a fragment, in order. */
export interface HtmlHandler {
  readonly text: (words: string) => void;
  readonly lineBreak: () => void;
  readonly openLink: (address: string) => void;
  readonly closeLink: () => void;
  /** Bold words, complete. */
  readonly bold: (words: string) => void;
  /** A block begins or ends; a new unit follows. */
  readonly block: () => void;
  readonly heading: (level: number, words: string) => void;
  readonly cell: (isHead: boolean) => void;
  readonly row: (isEnd: boolean) => void;
  /** An embedded page, such as a calendar in an iframe. */
  readonly embed: (address: string) => void;
}

const BLOCKS = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'table',
  'section',
  'article',
  'details',
  'summary',
  'blockquote',
  'center',
  'dd',
  'dt',
  'dl',
]);
const SILENT = new Set(['script', 'style', 'del', 's', 'strike', 'template', 'noscript', 'title']);

/** Parses an HTML fragment for a handler. Skips struck-through words, scripts and comments. */
export function readHtml(html: string, handler: HtmlHandler): void {
  let silent = 0;
  let bold: string | null = null;
  let heading: { level: number; words: string } | null = null;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (SILENT.has(name)) silent += 1;
        if (silent > 0) return;
        const level = /^h([1-6])$/.exec(name)?.[1];
        if (level !== undefined) heading = { level: Number(level), words: '' };
        else if (name === 'a' && attributes['href'] !== undefined) handler.openLink(attributes['href']);
        else if (name === 'br' || name === 'hr') handler.lineBreak();
        else if (name === 'iframe' && attributes['src'] !== undefined) handler.embed(attributes['src']);
        else if (name === 'b' || name === 'strong') bold = '';
        else if (name === 'tr') handler.row(false);
        else if (name === 'td' || name === 'th') handler.cell(name === 'th');
        else if (BLOCKS.has(name)) handler.block();
      },
      ontext(words) {
        if (silent > 0) return;
        if (heading !== null) heading = { ...heading, words: heading.words + words };
        else {
          if (bold !== null) bold += words;
          handler.text(words);
        }
      },
      onclosetag(name) {
        if (SILENT.has(name)) silent -= 1;
        else if (silent > 0) return;
        else if (/^h[1-6]$/.test(name) && heading !== null) {
          handler.heading(heading.level, heading.words);
          heading = null;
        } else if (name === 'a') handler.closeLink();
        else if ((name === 'b' || name === 'strong') && bold !== null) {
          handler.bold(bold);
          bold = null;
        } else if (name === 'tr') handler.row(true);
        else if (BLOCKS.has(name)) handler.block();
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
}
