import { Parser } from 'htmlparser2';
import { plainLine } from '../plainText.ts';
import { PageBuilder, zoneInHead, zoneOfHead } from './pageBuilder.ts';
import type { Page } from './pageUnit.ts';
import { UnitWriter } from './unitWriter.ts';

/**
 * Parses a whole web page into units in reading order: headings, lists, tables and links, without menus,
 * scripts and footers.
 */

type Attributes = Readonly<Record<string, string>>;

/** Elements without words of the page. */
const SILENT = new Set(
  'script style template noscript nav footer aside form button select option textarea svg math dialog del s strike head'.split(
    ' ',
  ),
);
/** Links to a heading, or to edit it, as Sphinx, MkDocs, GitHub and MediaWiki add them. */
const SILENT_CLASS =
  /(?:^|\s)(?:headerlink|mw-editsection|anchor|hash-link|toc|sidebar|breadcrumbs?|sr-only|visually-hidden|navbar|menu)(?:\s|$)/i;
const SILENT_ROLE = /^(?:navigation|banner|contentinfo|search|complementary)$/i;
const BLOCKS = new Set(
  'p div ul ol section article details summary blockquote center dl figure main header address fieldset tbody thead hr'.split(
    ' ',
  ),
);
const MAIN = /<main\b|\brole\s*=\s*["']?main\b/i;
const ARTICLE = /<article\b/i;
/** The name of the site after the name of the page. */
const SITE = /\s(?:[|·—–]|::|-)\s.*$/;
/** Deeper lists count as lists of this depth. */
const DEEPEST_LIST = 60;
/** Limit for open elements: deeper nesting slows the parser down, and people do not write it. */
const DEEPEST = 1_000;

const isSilent = (name: string, { class: words = '', role = '', style = '', ...rest }: Attributes): boolean =>
  SILENT.has(name) ||
  SILENT_CLASS.test(words) ||
  SILENT_ROLE.test(role) ||
  'hidden' in rest ||
  rest['aria-hidden'] === 'true' ||
  /display\s*:\s*none/i.test(style);

/** Elements without an end. */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

interface Cell {
  readonly start: number;
  readonly isHead: boolean;
  end: number;
}

class PageReader {
  readonly #builder = new PageBuilder();
  readonly #address: string;
  readonly #root: (name: string, attributes: Attributes) => boolean;
  /** Numbers of open elements: all, those inside skipped ones, and those inside the main part. */
  #silent = 0;
  #inside = 0;
  #depth = 0;
  #title: string | null = null;
  #isTitle = false;
  #writer = new UnitWriter();
  #heading: { level: number; words: string; links: UnitWriter } | null = null;
  #bold: string | null = null;
  /** The unit of each open list item; null until its words are written. */
  readonly #items: (number | null)[] = [];
  #tables = 0;
  #heads: string[] = [];
  #cells: Cell[] | null = null;
  #isPre = 0;
  /** Words before a definition: `When` of `<dt>When</dt><dd>Tuesdays</dd>`. */
  #isTerm = false;

  constructor(address: string, root: (name: string, attributes: Attributes) => boolean) {
    this.#address = address;
    this.#root = root;
  }

  get #isOn(): boolean {
    return this.#inside > 0 && this.#silent === 0;
  }

  /** Ends the current unit. */
  #flush(): void {
    if (this.#cells !== null) {
      this.#writer.breakLine();
      return;
    }
    const depth = this.#items.length - 1;
    const parent = this.#items.findLast((item) => item !== null) ?? null;
    const isItem = depth >= 0 && this.#items[depth] === null;
    const index = this.#builder.unit(isItem ? 'item' : 'paragraph', this.#writer, parent);
    if (isItem && index !== null) this.#items[depth] = index;
    this.#writer = new UnitWriter();
    this.#isTerm = false;
  }

  #link(href: string): void {
    if (/^(?:#|javascript:)/i.test(href)) return;
    const whole = /^[a-z][a-z\d+.-]*:/i.test(href) ? href : (URL.parse(href, this.#address)?.href ?? href);
    (this.#heading?.links ?? this.#writer).openLink(whole);
  }

  open(name: string, attributes: Attributes): void {
    if (!VOID.has(name)) this.#depth += 1;
    if (this.#depth > DEEPEST) throw new RangeError('Its elements are nested too deeply.');
    if (name === 'title' && this.#title === null) this.#isTitle = true;
    if (this.#silent > 0 || isSilent(name, attributes)) {
      if (!VOID.has(name)) this.#silent += 1;
      return;
    }
    if (VOID.has(name)) {
      if (name === 'br' || name === 'hr') this.#break(name);
      return;
    }
    if (this.#inside > 0 || this.#root(name, attributes)) this.#inside += 1;
    if (!this.#isOn) return;
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level !== undefined) {
      this.#flush();
      this.#heading = { level: Number(level), words: '', links: new UnitWriter() };
    } else if (name === 'a') this.#link(attributes['href'] ?? '#');
    else if (name === 'iframe') this.#embed(attributes['src'] ?? '');
    else if (name === 'b' || name === 'strong') this.#bold = '';
    else if (name === 'pre') this.#isPre += 1;
    else this.#openBlock(name);
  }

  #break(name: string): void {
    if (!this.#isOn) return;
    if (name === 'hr') this.#flush();
    else if (this.#heading === null) this.#writer.breakLine();
  }

  #embed(address: string): void {
    if (address === '') return;
    this.#link(address);
    this.#writer.closeLink();
  }

  #openBlock(name: string): void {
    if (name === 'li') {
      this.#flush();
      if (this.#cells !== null) this.#writer.write('* ');
      else if (this.#items.length < DEEPEST_LIST) this.#items.push(null);
    } else if (name === 'dt') {
      this.#flush();
      this.#isTerm = true;
    } else if (name === 'dd') {
      if (this.#isTerm) this.#writer.write(': ');
      else this.#flush();
      this.#isTerm = false;
    } else if (name === 'table') {
      this.#flush();
      this.#tables += 1;
      if (this.#tables === 1) this.#heads = [];
    } else if (name === 'tr' && this.#tables === 1) {
      this.#cells = null;
      this.#flush();
      this.#cells = [];
    } else if ((name === 'td' || name === 'th') && this.#tables === 1 && this.#cells !== null) {
      if (this.#cells.length > 0) this.#writer.write(' | ');
      const start = this.#writer.length;
      this.#cells.push({ start, end: start, isHead: name === 'th' });
    } else if (BLOCKS.has(name)) this.#flush();
  }

  text(words: string): void {
    if (this.#isTitle) this.#title = `${this.#title ?? ''}${words}`;
    if (!this.#isOn) return;
    if (this.#heading !== null) {
      this.#heading.words += words;
      this.#heading.links.write(words);
      return;
    }
    if (this.#bold !== null) this.#bold += words;
    if (this.#isPre === 0) this.#writer.write(words);
    else
      words.split('\n').forEach((line, index) => {
        if (index > 0) this.#writer.breakLine();
        this.#writer.write(line);
      });
  }

  close(name: string): void {
    if (name === 'title') this.#isTitle = false;
    if (VOID.has(name)) return;
    this.#depth -= 1;
    if (this.#silent > 0) {
      this.#silent -= 1;
      return;
    }
    if (this.#isOn) this.#closeOne(name);
    if (this.#inside > 0) this.#inside -= 1;
    if (this.#inside === 0) this.#flush();
  }

  #closeOne(name: string): void {
    if (/^h[1-6]$/.test(name) && this.#heading !== null) this.#closeHeading(this.#heading);
    else if (name === 'a') (this.#heading?.links ?? this.#writer).closeLink();
    else if ((name === 'b' || name === 'strong') && this.#bold !== null) {
      const words = this.#bold;
      this.#bold = null;
      if (this.#writer.length <= words.length + 1) this.#writer.writeLabel(words);
    } else if (name === 'pre') {
      this.#isPre -= 1;
      this.#flush();
    } else if (name === 'li') {
      this.#flush();
      if (this.#cells === null) this.#items.pop();
    } else if (name === 'dd') this.#flush();
    else if (name === 'td' || name === 'th') this.#closeCell();
    else if (name === 'tr' && this.#tables === 1) this.#closeRow();
    else if (name === 'table') {
      this.#tables -= 1;
      if (this.#tables === 0) this.#cells = null;
      this.#flush();
    } else if (BLOCKS.has(name)) this.#flush();
  }

  #closeHeading({ level, words, links }: { level: number; words: string; links: UnitWriter }): void {
    this.#heading = null;
    const text = words.replace(/[¶#🔗]\s*$/u, '').trim();
    if (text === '') return;
    this.#builder.heading(level, text);
    // A link in a heading belongs to the section below it.
    if (links.links.length > 0) this.#builder.unit('paragraph', links, null);
  }

  #closeCell(): void {
    const cell = this.#tables === 1 ? this.#cells?.at(-1) : undefined;
    if (cell === undefined) return;
    this.#writer.closeLink();
    const zone = zoneInHead(this.#heads[(this.#cells?.length ?? 1) - 1] ?? '');
    this.#writer.write(zoneOfHead(this.#writer.textFrom(cell.start), zone));
    cell.end = this.#writer.length;
  }

  #closeRow(): void {
    const cells = this.#cells ?? [];
    const { text } = this.#writer;
    const wordsOf = ({ start, end }: Cell): string =>
      text
        .slice(start, end)
        .replace(/[\s;]+$/, '')
        .trim();
    const isHead = cells.length > 1 && cells.every((cell) => cell.isHead);
    if (isHead) this.#heads = cells.map(wordsOf).map(plainLine);
    else
      this.#builder.unit(
        'row',
        this.#writer,
        null,
        cells.map((cell, column) => ({
          head: this.#heads[column] ?? '',
          text: wordsOf(cell),
          start: cell.start,
          end: cell.end,
        })),
      );
    this.#writer = new UnitWriter();
    this.#cells = null;
  }

  page(): Page {
    this.#cells = null;
    this.#flush();
    const title = plainLine(this.#title ?? '').replace(SITE, '');
    const page = this.#builder.page(null);
    return { ...page, title: page.title ?? (title === '' ? null : title), isWeb: true };
  }
}

/** Where the content begins: the main part if it is marked, else the articles, else everything. */
function rootOf(html: string): (name: string, attributes: Attributes) => boolean {
  if (MAIN.test(html)) return (name, { role }) => name === 'main' || role?.toLowerCase() === 'main';
  if (ARTICLE.test(html)) return (name) => name === 'article';
  // The tags of the body are optional.
  return () => true;
}

/**
 * The units of a web page. The HTML is never rendered.
 * @param address of the page, to complete relative links
 * @throws RangeError if it is nested too deeply
 */
export function parseHtml(html: string, address: string): Page {
  const reader = new PageReader(address, rootOf(html));
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      ontext: (words) => reader.text(words),
      onclosetag: (name) => reader.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return reader.page();
}
