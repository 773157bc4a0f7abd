/**
 * Converts reStructuredText to Markdown: headings, tables, links and directives, as pages about meetings use
 * them. Paragraphs, lists and emphasis are nearly equal in both. Source: docutils' reStructuredText
 * specification.
 */

const ADORNMENT = /^([!-/:-@[-`{-~])\1{2,}\s*$/;
const DIRECTIVE = /^(\s*)\.\.\s+([\w-]+)::\s*(.*)$/;
const COMMENT = /^\s*\.\.(?:\s|$)/;
const TARGET = /^\s*\.\.\s+_(?:`([^`]+)`|((?:\\:|[^:`])+)):\s*(\S*)\s*$/;
const ANONYMOUS = /^\s*(?:\.\.\s+)?__:?\s+(\S+)\s*$/;
/** Directives without words of the page. */
const SILENT = new Set([
  'toctree',
  'contents',
  'image',
  'figure',
  'raw',
  'code',
  'code-block',
  'highlight',
  'include',
  'math',
  'meta',
  'sectnum',
  'literalinclude',
  'index',
]);
/** Text that only reStructuredText contains, for pages without its file name. */
const SIGNS = /^\.\. (?:[\w-]+::|_[^\n:]+:)|`[^`\n<]+<[^`\n>]+>`_|^([=\-~^"*+#])\1{3,}\n\S[^\n]*\n\1{4,}$/m;

const indentOf = (line: string) => line.length - line.trimStart().length;
const isBlank = (line: string | undefined) => line === undefined || line.trim() === '';

/** True for reStructuredText, by the name or the content. */
export const isRestructuredText = (text: string, address: string): boolean =>
  /\.rst(?:[?#]|$)/i.test(address) ||
  (!/\.(?:md|mdx|markdown|adoc)(?:[?#]|$)/i.test(address) && SIGNS.test(text));

/** The addresses of named and anonymous targets. */
interface Targets {
  readonly named: ReadonlyMap<string, string>;
  readonly anonymous: string[];
}

/** In letters: longer than any name and address. */
const LONGEST_TARGET = 2000;
const nameOf = (text: string) => text.replace(/\\/g, '').replace(/\s+/g, ' ').trim().toLowerCase();

function targetsOf(lines: readonly string[]): Targets {
  const named = new Map<string, string>();
  const anonymous: string[] = [];
  for (const line of lines) {
    if (line.length > LONGEST_TARGET) continue;
    const nameless = ANONYMOUS.exec(line)?.[1];
    const match = nameless === undefined ? TARGET.exec(line) : null;
    if (nameless !== undefined) anonymous.push(nameless);
    else if (match !== null && match[3] !== '') named.set(nameOf(match[1] ?? match[2] ?? ''), match[3] ?? '');
  }
  return { named, anonymous };
}

const link = (text: string, address: string) =>
  `[${text.replace(/[[\]]/g, '')}](${address.replace(/\s+/g, '')})`;

/** Converts links, roles and literals of a line or paragraph. */
function inline(text: string, { named, anonymous }: Targets): string {
  return text
    .replace(/``([^`]+)``/g, '`$1`')
    .replace(/:[\w:+-]{1,40}:`([^`<]+)(?:<[^`>]*>)?`/g, (_, words: string) => words.trim())
    .replace(/`([^`<]*)<([^`>]+)>`__?/g, (_, words: string, address: string) => {
      const target = address.endsWith('_') ? named.get(nameOf(address.slice(0, -1))) : address;
      return target === undefined ? words : link(words.trim() === '' ? target : words.trim(), target);
    })
    .replace(/`([^`]+)`(__?)(?![\w`])/g, (whole, words: string, mark: string) => {
      const target = mark === '__' ? anonymous.shift() : named.get(nameOf(words));
      return target === undefined ? whole.replace(/_+$/, '') : link(words, target);
    })
    .replace(/(?<![\w`(/[])([A-Za-z][\w.-]{0,60})_(?![\w`])/g, (whole, words: string) => {
      const target = named.get(nameOf(words));
      return target === undefined ? whole : link(words, target);
    });
}

const cellText = (lines: readonly string[]) =>
  lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ')
    .replaceAll('|', '\\|');

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
function table(rows: readonly (readonly string[])[], hasHead: boolean): string[] {
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  if (width === 0) return [];
  const full = rows.map((cells) => Array.from({ length: width }, (_, index) => cells[index] ?? ''));
  const head = hasHead ? (full[0] ?? []) : Array.from({ length: width }, () => '');
  return ['', row(head), row(head.map(() => '---')), ...(hasHead ? full.slice(1) : full).map(row), ''];
}

/** `* - cell` and `  - cell`, each with continuation lines. */
function listTable(body: readonly string[], targets: Targets): string[][] {
  const rows: string[][][] = [];
  for (const line of body) {
    const start = /^\s*(?:([*-])\s+)?([*-])(?:\s+(.*))?$/.exec(line);
    const isRow = start?.[1] !== undefined;
    const current = rows.at(-1);
    if (isRow) rows.push([[start?.[3] ?? '']]);
    else if (start !== null && current !== undefined) current.push([start[3] ?? '']);
    else current?.at(-1)?.push(line);
  }
  return rows.map((cells) => cells.map((lines) => inline(cellText(lines), targets)));
}

function csvTable(body: readonly string[], targets: Targets): string[][] {
  return body
    .filter((line) => !isBlank(line))
    .map((line) =>
      [...line.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g)]
        .slice(0, -1)
        .map(([, quoted, plain]) => inline((quoted?.replaceAll('""', '"') ?? plain ?? '').trim(), targets)),
    );
}

/** A table drawn with `+---+` and `|`, or with columns under `=====`. */
function drawnTable(lines: readonly string[], targets: Targets): { rows: string[][]; hasHead: boolean } {
  const isGrid = (lines[0] ?? '').trimStart().startsWith('+');
  const ruler = lines.find((line) => /^\s*(?:\+[-=+]+|=[= ]+)\s*$/.test(line)) ?? '';
  const edges = isGrid
    ? [...ruler.matchAll(/\+/g)].map(({ index }) => index)
    : [...ruler.matchAll(/=+/g)].map(({ index }) => index);
  const cut = (line: string) =>
    edges
      .slice(0, isGrid ? -1 : undefined)
      .map((edge, index) => line.slice(isGrid ? edge + 1 : edge, edges[index + 1]));
  const rows: string[][][] = [];
  let isOpen = false;
  let headRows = 0;
  for (const line of lines) {
    if (/^\s*\+[-=+]+\s*$/.test(line) || /^\s*[=-][=\- ]+$/.test(line)) {
      if (line.includes('=') && rows.length > 0 && headRows === 0) headRows = rows.length;
      isOpen = false;
    } else if (isBlank(line)) isOpen = false;
    else {
      const cells = cut(line);
      // In a simple table a row without its first cell continues the one before.
      const goesOn = isGrid ? isOpen : rows.length > 0 && isOpen && (cells[0] ?? '').trim() === '';
      if (goesOn) rows.at(-1)?.forEach((cell, index) => cell.push(cells[index] ?? ''));
      else rows.push(cells.map((cell) => [cell]));
      isOpen = true;
    }
  }
  return {
    rows: rows.map((cells) => cells.map((cell) => inline(cellText(cell), targets))),
    hasHead: headRows === 1,
  };
}

/** The lines indented below `index`, and where they end. */
function bodyBelow(lines: readonly string[], index: number, indent: number): { body: string[]; end: number } {
  let end = index + 1;
  while (end < lines.length && (isBlank(lines[end]) || indentOf(lines[end] ?? '') > indent)) end += 1;
  return { body: lines.slice(index + 1, end), end };
}

/** Limit for directives inside directives. */
const DEEPEST = 8;

class Converter {
  readonly #lines: readonly string[];
  readonly #targets: Targets;
  /** The styles of headings, from the highest level on. */
  readonly #levels: string[];
  readonly #depth: number;
  readonly #out: string[] = [];
  /** The last line of the output that is not blank. */
  #last = '';

  constructor(lines: readonly string[], targets: Targets, levels: string[], depth: number) {
    this.#lines = lines;
    this.#targets = targets;
    this.#levels = levels;
    this.#depth = depth;
  }

  #heading(text: string, style: string): void {
    if (!this.#levels.includes(style)) this.#levels.push(style);
    const level = Math.min(6, this.#levels.indexOf(style) + 1);
    this.#out.push('', `${'#'.repeat(level)} ${inline(text.trim(), this.#targets)}`, '');
  }

  /** A heading with a line below it, or one above and one below; the index after it, or null. */
  #headingAt(index: number): number | null {
    const [line, next, third] = [this.#lines[index] ?? '', this.#lines[index + 1], this.#lines[index + 2]];
    if (ADORNMENT.test(line) && !isBlank(next) && third !== undefined && third.trim() === line.trim()) {
      this.#heading(next ?? '', `over${line[0] ?? ''}`);
      return index + 3;
    }
    const isUnder =
      !isBlank(line) &&
      indentOf(line) === 0 &&
      next !== undefined &&
      ADORNMENT.test(next) &&
      !ADORNMENT.test(line);
    if (!isUnder || next.trim().length < Math.min(4, line.trim().length) || /^[*+-]\s/.test(line))
      return null;
    this.#heading(line, next[0] ?? '');
    return index + 2;
  }

  #directiveAt(index: number, match: RegExpExecArray): number {
    const [, space = '', name = '', argument = ''] = match;
    const { body, end } = bodyBelow(this.#lines, index, space.length);
    if (SILENT.has(name)) return end;
    const isOption = (line: string) => /^\s*:[\w-]+:/.test(line);
    const first = body.findIndex((line) => !isBlank(line) && !isOption(line));
    const words = first === -1 ? [] : body.slice(first);
    const hasHead = body.some((line) => /:header-rows:\s*[1-9]/.test(line));
    if (name === 'list-table' || name === 'csv-table') {
      const heads = /:header:\s*(.*)$/m.exec(body.slice(0, Math.max(first, 0)).join('\n'))?.[1];
      const rows =
        name === 'list-table'
          ? listTable(words, this.#targets)
          : csvTable([...(heads === undefined ? [] : [heads]), ...words], this.#targets);
      this.#out.push('', inline(argument, this.#targets), '', ...table(rows, hasHead || heads !== undefined));
    } else {
      this.#out.push('', inline(argument, this.#targets), '');
      if (this.#depth >= DEEPEST) return end;
      const shift = Math.min(...words.filter((line) => !isBlank(line)).map(indentOf), 80);
      const inner = new Converter(
        words.map((line) => line.slice(shift)),
        this.#targets,
        this.#levels,
        this.#depth + 1,
      );
      for (const line of inner.run()) this.#out.push(line);
    }
    return end;
  }

  run(): readonly string[] {
    const lines = this.#lines;
    let index = 0;
    while (index < lines.length) {
      const line = lines[index] ?? '';
      const directive = DIRECTIVE.exec(line);
      const behind = directive === null ? this.#headingAt(index) : this.#directiveAt(index, directive);
      if (behind !== null) index = behind;
      else if (COMMENT.test(line)) {
        index =
          TARGET.test(line) || ANONYMOUS.test(line) ? index + 1 : bodyBelow(lines, index, indentOf(line)).end;
      } else if (/^\s*\+[-=+]{3,}\+\s*$/.test(line) || /^\s*={2,}(?: +={2,})+\s*$/.test(line)) {
        index = this.#drawnAt(index);
      } else index = this.#paragraphAt(index);
    }
    return this.#out;
  }

  #drawnAt(index: number): number {
    const lines = this.#lines;
    const isGrid = (lines[index] ?? '').trimStart().startsWith('+');
    let end = index + 1;
    if (isGrid) while (end < lines.length && /^\s*[+|]/.test(lines[end] ?? '')) end += 1;
    else {
      // A simple table ends with its third ruler, or with the second if it has no head.
      let rulers = 1;
      while (end < lines.length && !(rulers > 1 && isBlank(lines[end]))) {
        if (/^\s*={2,}[= ]*$/.test(lines[end] ?? '')) rulers += 1;
        end += 1;
        if (rulers > 2) break;
      }
    }
    const { rows, hasHead } = drawnTable(lines.slice(index, end), this.#targets);
    this.#out.push(...table(rows, hasHead));
    return end;
  }

  /** Lines up to the next blank one: links may span several. */
  #paragraphAt(index: number): number {
    const lines = this.#lines;
    if (isBlank(lines[index])) {
      this.#out.push('');
      return index + 1;
    }
    let end = index;
    while (
      end < lines.length &&
      !isBlank(lines[end]) &&
      !(end > index && (COMMENT.test(lines[end] ?? '') || ADORNMENT.test(lines[end + 1] ?? '')))
    )
      end += 1;
    const words = lines
      .slice(index, Math.max(end, index + 1))
      .map((line) => line.replace(/^(\s*)\|\s+/, '$1'));
    // Indented text is a quotation or a definition; in Markdown it would be code.
    const first = words[0] ?? '';
    const isItem = /^\s*(?:[*+•-]|\d+[.)]|#\.)\s/.test(first);
    const isPart = isItem || /^\s*(?:[*+•-]|\d+[.)])\s/.test(this.#last);
    const text = words.map((line) => line.replace(/::\s*$/, ':')).join('\n');
    this.#last = isItem || indentOf(first) === 0 ? first : this.#last;
    this.#out.push(
      inline(isPart ? text : text.replace(/^ {4,}/gm, ''), this.#targets).replace(/^(\s*)#\. /gm, '$11. '),
    );
    return Math.max(end, index + 1);
  }
}

/** The Markdown of a reStructuredText page. */
export function markdownOfRst(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\t', '    ').split('\n');
  return new Converter(lines, targetsOf(lines), [], 0).run().join('\n');
}
