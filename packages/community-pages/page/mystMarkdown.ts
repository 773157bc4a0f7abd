import { markdownOfRst } from './restructuredText.ts';

/**
 * Converts directives of MyST (`:::{note}`, fences with `{list-table}`) to plain Markdown. Source: MyST's
 * syntax guide.
 */

const FENCE = /^(\s*)(`{3,}|:{3,}|~{3,})\s*\{([\w-]+)\}\s*(.*)$/;
const TABLES = new Set(['list-table', 'csv-table', 'table', 'eval-rst']);
/** Directives without words of the page. */
const CODE = new Set([
  'code-block',
  'code',
  'code-cell',
  'math',
  'mermaid',
  'toctree',
  'contents',
  'image',
  'figure',
  'raw',
  'include',
]);

/** The page with the words of its directives. */
export function withoutDirectives(text: string): string {
  if (!/^[^\S\n]*(?:`{3,}|:{3,}|~{3,})[^\S\n]*\{/m.test(text)) return text;
  const out: string[] = [];
  const open: { readonly mark: string; readonly table: string[] | null; readonly indent: string }[] = [];
  const close = ({ table }: { readonly table: string[] | null }) => {
    if (table !== null) out.push('', markdownOfRst(table.join('\n')), '');
    else out.push('');
  };
  for (const line of text.split('\n')) {
    const inner = open.at(-1);
    const start = FENCE.exec(line);
    const isEnd = inner !== undefined && line.trim() === inner.mark;
    if (isEnd) {
      open.pop();
      close(inner);
    } else if (inner?.table !== null && inner !== undefined) inner.table.push(`${inner.indent}${line}`);
    else if (start === null) {
      if (inner === undefined || !/^\s*:[\w-]+:/.test(line)) out.push(line);
    } else if (CODE.has(start[3] ?? '')) out.push(line);
    else {
      const [, , mark = '', name = '', title = ''] = start;
      const isTable = TABLES.has(name);
      const isRst = name === 'eval-rst';
      const table = isTable ? [isRst ? '' : `.. ${name}:: ${title}`] : null;
      open.push({ mark, table, indent: isRst ? '' : '   ' });
      if (!isTable) out.push('', title, '');
    }
  }
  for (const inner of open.toReversed()) close(inner);
  return out.join('\n');
}
