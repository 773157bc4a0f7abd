import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';

type Tree = ReturnType<typeof syntaxTree>;
type SyntaxNodeRef = Parameters<Parameters<Tree['iterate']>[0]['enter']>[0];

/** How a piece of Markdown looks. Data, which liveMarkdown.ts turns into decorations. */
export type Mark =
  /** A class of the whole line that begins at `at`. */
  | { readonly kind: 'line'; readonly at: number; readonly name: string }
  /** A class of some text. `target` is what a click on it opens. */
  | {
      readonly kind: 'text';
      readonly from: number;
      readonly to: number;
      readonly name: string;
      readonly target?: Target;
    }
  | { readonly kind: 'hidden'; readonly from: number; readonly to: number }
  /** An address, of which only the host and a short path are shown. */
  | { readonly kind: 'address'; readonly from: number; readonly to: number; readonly url: string }
  | {
      readonly kind: 'picture';
      readonly from: number;
      readonly to: number;
      readonly src: string;
      readonly alt: string;
    };

/** What a click opens: an address, or a note by its title. */
export type Target =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'note'; readonly title: string };

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What the user is at: there the marks of Markdown are shown. Empty while another part has the focus. */
export type Cursors = readonly Range[];

/** Levels of lists and quotes that look different; deeper ones look like the last. */
const MOST_LEVELS = 8;

/** Longest line whose words are searched for names, stamps and links to notes (characters). */
const LONGEST_LINE = 5_000;

const DRAWN: Readonly<Record<string, string>> = {
  StrongEmphasis: 'cm-strong',
  Emphasis: 'cm-em',
  Strikethrough: 'cm-strike',
  InlineCode: 'cm-inline-code',
};

/** Marks that are hidden where the cursor is not. */
const HIDDEN: ReadonlySet<string> = new Set(['EmphasisMark', 'StrikethroughMark']);

interface LineShape {
  listLevel: number;
  quoteLevel: number;
  isItem: boolean;
  isCode: boolean;
}

/** Collects the marks of one range. */
class Collector {
  readonly marks: Mark[] = [];
  private readonly shapes = new Map<number, LineShape>();
  private listLevel = 0;
  private quoteLevel = 0;

  private readonly state: EditorState;
  private readonly range: Range;
  private readonly cursors: Cursors;

  constructor(state: EditorState, range: Range, cursors: Cursors) {
    this.state = state;
    this.range = range;
    this.cursors = cursors;
  }

  /** Whether a cursor is on the line of an offset. */
  private isAtCursor(at: number): boolean {
    const { from, to } = this.state.doc.lineAt(at);
    return this.cursors.some((cursor) => cursor.from <= to && cursor.to >= from);
  }

  private add(from: number, to: number, name: string, target?: Target): void {
    if (from < to) this.marks.push({ kind: 'text', from, to, name, ...(target && { target }) });
  }

  private hide(from: number, to: number): void {
    // A mark never crosses a line: decorations of a view must not.
    const end = Math.min(to, this.state.doc.lineAt(from).to);
    if (from < end) this.marks.push({ kind: 'hidden', from, to: end });
  }

  private shape(at: number): LineShape {
    const known = this.shapes.get(at);
    if (known) return known;
    const made = { listLevel: 0, quoteLevel: 0, isItem: false, isCode: false };
    this.shapes.set(at, made);
    return made;
  }

  private *linesOf({ from, to }: Range): Generator<number> {
    const { doc } = this.state;
    const end = Math.min(to, this.range.to);
    for (let at = doc.lineAt(Math.max(from, this.range.from)).from; at <= end; at = doc.lineAt(at).to + 1) {
      yield at;
      if (at >= doc.length) break;
    }
  }

  enter(node: SyntaxNodeRef): boolean | undefined {
    const { name, from, to } = node;
    const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(name)?.[1];
    if (heading !== undefined) {
      for (const at of this.linesOf({ from, to }))
        this.marks.push({ kind: 'line', at, name: `cm-h${heading}` });
      return undefined;
    }
    const drawn = DRAWN[name];
    if (drawn !== undefined) this.add(from, to, drawn);
    else if (HIDDEN.has(name)) this.hideMark(from, to);
    else
      switch (name) {
        case 'HeaderMark':
          this.headerMark(node);
          break;
        case 'CodeMark':
          if (node.node.parent?.name === 'InlineCode') this.hideMark(from, to);
          else this.fence(from, to);
          break;
        case 'FencedCode':
        case 'CodeBlock':
          for (const at of this.linesOf(node)) this.shape(at).isCode = true;
          break;
        case 'CodeInfo':
          this.add(from, to, 'cm-quiet');
          break;
        case 'ListItem':
          this.listLevel += 1;
          for (const at of this.linesOf(node)) this.shape(at).listLevel = this.listLevel;
          break;
        case 'ListMark':
          this.listMark(node);
          break;
        case 'Blockquote':
          this.quoteLevel += 1;
          for (const at of this.linesOf(node)) this.shape(at).quoteLevel = this.quoteLevel;
          break;
        case 'QuoteMark':
          this.quoteMark(from, to);
          break;
        case 'HorizontalRule':
          this.marks.push({ kind: 'line', at: this.state.doc.lineAt(from).from, name: 'cm-rule' });
          this.hideMark(from, to);
          break;
        case 'Link':
          return this.link(node);
        case 'Image':
          return this.picture(node);
        case 'Autolink':
          this.address(from + 1, to - 1, { from, to });
          return false;
        case 'URL':
          this.address(from, to, { from, to });
          break;
        case 'Table':
          for (const at of this.linesOf(node)) this.marks.push({ kind: 'line', at, name: 'cm-table-line' });
          break;
        case 'TableDelimiter':
        case 'HTMLTag':
        case 'HTMLBlock':
        case 'CommentBlock':
          this.add(from, to, 'cm-quiet');
          break;
        case 'Escape':
          this.hideMark(from, from + 1);
          break;
      }
    return undefined;
  }

  leave({ name }: SyntaxNodeRef): void {
    if (name === 'ListItem') this.listLevel -= 1;
    if (name === 'Blockquote') this.quoteLevel -= 1;
  }

  /** Hides marks, or shows them pale on the cursor's line. */
  private hideMark(from: number, to: number): void {
    if (this.isAtCursor(from)) this.add(from, to, 'cm-quiet');
    else this.hide(from, to);
  }

  private headerMark({ from, to }: Range): void {
    const line = this.state.doc.lineAt(from);
    // The line under a heading, or the marks that close one.
    if (line.text.slice(0, from - line.from).trim() !== '' || !line.text.startsWith('#', from - line.from))
      return this.hideMark(from, to);
    const end = to < line.to ? to + 1 : to;
    if (this.isAtCursor(from)) this.add(from, end, 'cm-heading-mark');
    else this.hide(from, end);
  }

  private fence(from: number, to: number): void {
    if (this.isAtCursor(from)) this.add(from, to, 'cm-quiet');
    else this.add(from, to, 'cm-fence');
  }

  private listMark({ node, from, to }: SyntaxNodeRef): void {
    const { doc } = this.state;
    const line = doc.lineAt(from);
    this.shape(line.from).isItem = true;
    const before = line.text.slice(0, from - line.from);
    const indent = /[\t ]*$/.exec(before)?.[0].length ?? 0;
    // The level is shown by the line's padding.
    this.hide(from - indent, from);
    const isOrdered = node.parent?.parent?.name === 'OrderedList';
    const task = node.nextSibling?.name === 'Task' ? node.nextSibling.firstChild : null;
    const marker = task?.name === 'TaskMarker' ? task : emptyBox(line.text, to - line.from, line.from);
    const isInside = this.cursors.some(
      (cursor) => cursor.from < (marker?.to ?? to) && cursor.to >= from - indent && cursor.from >= line.from,
    );
    const space = (at: number): number => (doc.sliceString(at, at + 1) === ' ' ? at + 1 : at);
    if (marker !== null && !isInside) {
      const isTicked = /[xX]/.test(doc.sliceString(marker.from, marker.to));
      this.add(from, space(marker.to), isTicked ? 'cm-slot cm-box cm-box-ticked' : 'cm-slot cm-box');
      if (isTicked) this.add(space(marker.to), line.to, 'cm-done');
      return;
    }
    const isMarkShown = isOrdered || this.isAtCursor(from);
    this.add(from, space(to), isMarkShown ? 'cm-slot cm-list-mark' : 'cm-slot cm-bullet');
  }

  private quoteMark(from: number, to: number): void {
    const end = this.state.doc.sliceString(to, to + 1) === ' ' ? to + 1 : to;
    if (this.isAtCursor(from)) this.add(from, end, 'cm-quote-mark');
    else this.hide(from, end);
  }

  private link({ node, from, to }: SyntaxNodeRef): boolean | undefined {
    const address = node.getChild('URL');
    const [, close] = node.getChildren('LinkMark');
    // Brackets without an address are words.
    if (address === null || close === undefined) return undefined;
    const url = this.state.doc.sliceString(address.from, address.to);
    this.add(from, to, 'cm-link', { kind: 'url', url });
    if (!this.isAtCursor(from)) {
      this.hide(from, from + 1);
      this.hide(close.from, to);
    }
    this.insideOf(node, { from: from + 1, to: close.from });
    return false;
  }

  /** Bold and the like within the words of a link. */
  private insideOf(parent: SyntaxNodeRef['node'], { to }: Range): void {
    for (let child = parent.firstChild; child !== null && child.from < to; child = child.nextSibling) {
      const drawn = DRAWN[child.name];
      if (drawn === undefined) continue;
      this.add(child.from, child.to, drawn);
      for (const mark of child.getChildren('EmphasisMark')) this.hideMark(mark.from, mark.to);
      for (const mark of child.getChildren('CodeMark')) this.hideMark(mark.from, mark.to);
    }
  }

  private picture({ node, from, to }: SyntaxNodeRef): false {
    const address = node.getChild('URL');
    const [open, close] = node.getChildren('LinkMark');
    if (address === null || open === undefined || close === undefined || this.isAtCursor(from)) return false;
    if (this.state.doc.lineAt(from).to < to) return false;
    const src = this.state.doc.sliceString(address.from, address.to);
    this.marks.push({ kind: 'picture', from, to, src, alt: this.state.doc.sliceString(open.to, close.from) });
    return false;
  }

  private address(from: number, to: number, whole: Range): void {
    const written = this.state.doc.sliceString(from, to);
    const url = /^[a-z][a-z0-9+.-]*:/i.test(written)
      ? written
      : written.includes('@')
        ? `mailto:${written}`
        : `https://${written}`;
    if (this.isAtCursor(from)) this.add(whole.from, whole.to, 'cm-link', { kind: 'url', url });
    else this.marks.push({ kind: 'address', ...whole, url });
  }

  /** Names, stamps and links to notes, which are no part of Markdown. */
  words(): void {
    const { doc } = this.state;
    for (const at of this.linesOf(this.range)) {
      const line = doc.lineAt(at);
      if (line.length > LONGEST_LINE || this.shapes.get(at)?.isCode) continue;
      for (const { 0: whole, 1: inside = '', index } of line.text.matchAll(/\[\[([^[\]\n]{1,200})\]\]/g))
        this.doubleBrackets(line.from + index, whole.length, inside);
      for (const { 0: whole, 1: lead = '', index } of line.text.matchAll(
        /(^|[\s(,])@[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?(?![\p{L}\p{N}(])/gu,
      ))
        this.add(line.from + index + lead.length, line.from + index + whole.length, 'cm-at');
    }
  }

  private doubleBrackets(from: number, length: number, inside: string): void {
    const isStamp = /^\d{1,3}:\d{2}(?::\d{2})?$/.test(inside);
    const to = from + length;
    this.add(
      from,
      to,
      isStamp ? 'cm-stamp' : 'cm-link',
      isStamp ? undefined : { kind: 'note', title: inside },
    );
    if (this.isAtCursor(from)) return;
    const bar = inside.indexOf('|');
    this.hide(from, from + 2 + (bar === -1 ? 0 : bar + 1));
    this.hide(to - 2, to);
  }

  lines(): void {
    const { doc } = this.state;
    for (const [at, { listLevel, quoteLevel, isItem, isCode }] of this.shapes) {
      const name = [
        listLevel > 0 && `cm-level-${Math.min(listLevel, MOST_LEVELS)}`,
        isItem && 'cm-item',
        quoteLevel > 0 && `cm-quote-${Math.min(quoteLevel, MOST_LEVELS)}`,
        isCode && 'cm-code-line',
      ].filter((part) => part !== false);
      if (name.length > 0) this.marks.push({ kind: 'line', at, name: name.join(' ') });
      // The further lines of an item are indented by the padding, too.
      const indent = /^[\t ]*/.exec(doc.lineAt(at).text)?.[0].length ?? 0;
      if (listLevel > 0 && !isItem && !isCode) this.hide(at, at + indent);
    }
  }
}

/** `- [ ]` without words, which the grammar takes for an item with the words `[ ]`. */
function emptyBox(text: string, after: number, lineFrom: number): Range | null {
  const [whole = '', space = ''] = /^(\s+)\[[ xX]\]\s*$/.exec(text.slice(after)) ?? [];
  if (whole === '') return null;
  const from = lineFrom + after + space.length;
  return { from, to: from + 3 };
}

/** The marks in a range of the text. */
export function marksIn(state: EditorState, range: Range, cursors: Cursors): Mark[] {
  const collector = new Collector(state, range, cursors);
  syntaxTree(state).iterate({
    from: range.from,
    to: range.to,
    enter: (node) => collector.enter(node),
    leave: (node) => collector.leave(node),
  });
  collector.words();
  collector.lines();
  return collector.marks;
}

/** Longest path that is shown of an address (characters). */
const LONGEST_PATH = 32;

/** `github.com/kubernetes/community`: what is shown of an address. */
export function shortAddress(url: string): string {
  if (url.startsWith('mailto:')) return url.slice('mailto:'.length);
  try {
    const { host, pathname, search, hash } = new URL(url);
    const path = `${pathname}${search}${hash}`;
    const name = host.replace(/^www\./, '');
    if (name === '') return url;
    return path === '/' ? name : `${name}${path.length > LONGEST_PATH ? '/…' : path}`;
  } catch {
    return url;
  }
}
