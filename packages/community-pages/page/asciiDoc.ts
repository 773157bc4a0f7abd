/**
 * Converts AsciiDoc to Markdown: headings, lists, links and tables, as pages about meetings use them. Source:
 * AsciiDoc Language.
 */

/** True for AsciiDoc, by the name or the content. */
export const isAsciiDoc = (text: string, address: string): boolean =>
  /\.(?:adoc|asciidoc|asc)(?:[?#]|$)/i.test(address) ||
  (!/\.(?:md|mdx|markdown|rst)(?:[?#]|$)/i.test(address) &&
    /^={1,3} \S/m.test(text) &&
    /^(?::[\w-]+:|\|===)/m.test(text));

const ATTRIBUTE = /^:!?([\w-]+)!?:\s*(.*)$/;

/** Links in both forms, and text marks that Markdown writes otherwise. */
const inline = (text: string, attributes: ReadonlyMap<string, string>): string =>
  text
    .replace(/\{([\w-]+)\}/g, (whole, name: string) => attributes.get(name) ?? whole)
    .replace(
      /\b(?:link|xref):([^\s[\]]{1,2000})\[([^\]]{0,300})\]/g,
      (_, address: string, words: string) => `[${wordsOf(words, address)}](${address})`,
    )
    .replace(
      /<<([^,<>]{1,200})(?:,([^<>]{0,200}))?>>/g,
      (_, anchor: string, words: string | undefined) => words ?? anchor,
    )
    .replace(
      /(?<![\w/])(https?:\/\/[^\s[\]]{1,2000})\[([^\]]{0,300})\]/g,
      (_, address: string, words: string) => `[${wordsOf(words, address)}](${address})`,
    )
    .replace(/(?<![\w*])\*([^*\s][^*\n]*?)\*(?![\w*])/g, '**$1**');

/** `Zoom^, window=_blank` */
const wordsOf = (words: string, address: string) => {
  const text = words
    .replace(/,\s*\w+=.*$/, '')
    .replace(/\^$/, '')
    .replace(/^"|"$/g, '')
    .trim();
  return text === '' ? address : text;
};

const rowOf = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** The cells of a table. A row ends with its line, or after as many cells as the first line has. */
function tableOf(
  lines: readonly string[],
  options: string,
  attributes: ReadonlyMap<string, string>,
): string[] {
  const groups: string[][] = [];
  for (const line of lines) {
    const cells = line.split(/(?:^|\s)(?:\d{0,3}[.+*<>^]{0,3}\d{0,3}[aehlmsd]?)\|/).slice(1);
    if (cells.length > 0) groups.push(cells.map((cell) => cell.trim()));
    else if (line.trim() !== '') {
      const last = groups.at(-1);
      const index = (last?.length ?? 0) - 1;
      if (last !== undefined && index >= 0) last[index] = `${last[index] ?? ''} ${line.trim()}`.trim();
    }
  }
  const columns = /cols\s*=\s*"?([^"\]]+)"?/.exec(options)?.[1];
  const repeated = /^\s*(\d+)\*/.exec(columns ?? '')?.[1];
  const width =
    repeated === undefined
      ? columns === undefined
        ? (groups[0]?.length ?? 0)
        : columns.split(/[,;]/).length
      : Number(repeated);
  if (width === 0) return [];
  const cells = groups.flat().map((cell) => inline(cell, attributes).replaceAll('|', '\\|'));
  const rows: string[][] = [];
  for (let index = 0; index < cells.length; index += width) rows.push(cells.slice(index, index + width));
  const firstLine = lines.findIndex((line) => line.trim() !== '');
  const hasHead = /header/.test(options) || (firstLine >= 0 && (lines[firstLine + 1] ?? 'x').trim() === '');
  const head = hasHead ? (rows[0] ?? []) : Array.from({ length: width }, () => '');
  return ['', rowOf(head), rowOf(head.map(() => '---')), ...(hasHead ? rows.slice(1) : rows).map(rowOf), ''];
}

/** The Markdown of an AsciiDoc page. */
export function markdownOfAsciiDoc(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const attributes = new Map(
    lines.flatMap((line) => {
      const match = ATTRIBUTE.exec(line);
      return match === null ? [] : [[match[1] ?? '', match[2] ?? ''] as const];
    }),
  );
  const out: string[] = [];
  let options = '';
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line.startsWith('|===')) {
      const found = lines.indexOf('|===', index + 1);
      const end = found === -1 ? lines.length : found;
      out.push(...tableOf(lines.slice(index + 1, end), options, attributes));
      index = end;
      options = '';
      continue;
    }
    const heading = /^(={1,6})\s+(.*)$/.exec(line);
    const item = /^\s*([*.-]+)\s+(.*)$/.exec(line);
    const term = /^(\S[^:]*)::(?:\s+(.*))?$/.exec(line);
    if (/^\[.*\]$/.test(line)) options = line;
    else if (
      /^\/\/(?!\/)/.test(line) ||
      ATTRIBUTE.test(line) ||
      /^(?:-{4,}|={4,}|\*{4,}|_{4,}|\.{4,}|\+)$/.test(line)
    )
      out.push('');
    else if (heading !== null)
      out.push('', `${'#'.repeat((heading[1] ?? '').length)} ${inline(heading[2] ?? '', attributes)}`, '');
    else if (item !== null && /^(?:\*+|\.+|-)$/.test(item[1] ?? ''))
      out.push(`${'  '.repeat((item[1] ?? '').length - 1)}* ${inline(item[2] ?? '', attributes)}`);
    else if (term !== null)
      out.push('', `**${inline(term[1] ?? '', attributes)}**: ${inline(term[2] ?? '', attributes)}`);
    else out.push(inline(line, attributes).replace(/^\.(?=[A-Z])/, ''));
  }
  return out.join('\n');
}
