import { markdownLanguage } from '@codemirror/lang-markdown';
import { syntaxTree } from '@codemirror/language';
import { StateField, type EditorState, type Extension } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';
import { cursorsOf, haveCursorsMoved } from './focus.ts';
import type { Range } from './mark.ts';

type Tree = ReturnType<typeof syntaxTree>;
type Node = Tree['topNode'];

/** Larger tables stay text (characters, columns), and so do those after the first hundreds. */
const LARGEST = 20_000;
const MOST_COLUMNS = 40;
const MOST_TABLES = 300;

/** A table of a note. Offsets of cells are relative to its beginning. */
export interface Table {
  readonly head: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  readonly alignments: readonly Alignment[];
}
export type Alignment = 'start' | 'center' | 'end';

export interface Cell {
  readonly at: number;
  readonly words: readonly Words[];
}

/** Words of a cell with their classes. */
export interface Words {
  readonly text: string;
  readonly names: readonly string[];
}

const NAMES: Readonly<Record<string, string>> = {
  StrongEmphasis: 'cm-strong',
  Emphasis: 'cm-em',
  Strikethrough: 'cm-strike',
  InlineCode: 'cm-inline-code',
  Link: 'cm-link',
};
const MARKS = new Set([
  'EmphasisMark',
  'StrikethroughMark',
  'CodeMark',
  'LinkMark',
  'LinkTitle',
  'TableDelimiter',
]);

/** The words of a cell, without the marks of Markdown. */
function wordsOf(node: Node, source: string, names: readonly string[]): Words[] {
  const found: Words[] = [];
  let at = node.from;
  const add = (to: number): void => {
    if (to > at) found.push({ text: source.slice(at, to), names });
  };
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    add(child.from);
    at = child.to;
    // The address of a link is not shown; that of a bare one is all there is.
    if (MARKS.has(child.name) || (child.name === 'URL' && node.name === 'Link')) continue;
    const name = NAMES[child.name];
    if (child.name === 'Escape') found.push({ text: source.slice(child.from + 1, child.to), names });
    else found.push(...wordsOf(child, source, name === undefined ? names : [...names, name]));
  }
  add(node.to);
  return found;
}

const alignmentOf = (cell: string): Alignment => {
  const [isStart, isEnd] = [cell.startsWith(':'), cell.endsWith(':')];
  return isEnd ? (isStart ? 'center' : 'end') : 'start';
};

/** Parses the source of one table; null if it is none. */
export function tableIn(source: string): Table | null {
  const table = markdownLanguage.parser.parse(source).topNode.firstChild;
  if (table?.name !== 'Table') return null;
  const cells = (row: Node): Cell[] => {
    const found: Cell[] = [];
    // An empty cell has no node: two bars in a row are one.
    let isOpen = false;
    for (let child = row.firstChild; child !== null; child = child.nextSibling) {
      if (child.name === 'TableCell') {
        found.push({ at: child.from, words: wordsOf(child, source, []) });
        isOpen = false;
      } else if (child.name === 'TableDelimiter') {
        if (isOpen) found.push({ at: child.from, words: [] });
        isOpen = true;
      }
    }
    return found;
  };
  const [header] = table.getChildren('TableHeader');
  const delimiter = table.getChild('TableDelimiter');
  if (header === undefined) return null;
  const line = delimiter === null ? '' : source.slice(delimiter.from, delimiter.to);
  const alignments = line
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .map(alignmentOf);
  return { head: cells(header), rows: table.getChildren('TableRow').map(cells), alignments };
}

class TableWidget extends WidgetType {
  private readonly source: string;
  private readonly table: Table;

  constructor(source: string, table: Table) {
    super();
    this.source = source;
    this.table = table;
  }
  override eq(other: TableWidget): boolean {
    return other.source === this.source;
  }
  override toDOM(view: EditorView): HTMLElement {
    const frame = document.createElement('div');
    frame.className = 'cm-table';
    const table = frame.appendChild(document.createElement('table'));
    this.addRow(table.createTHead().insertRow(), this.table.head, 'th');
    const body = table.createTBody();
    for (const row of this.table.rows) this.addRow(body.insertRow(), row, 'td');
    frame.addEventListener('mousedown', (event) => {
      event.preventDefault();
      const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-at]') : null;
      const anchor = view.posAtDOM(frame) + Number(cell?.dataset['at'] ?? 0);
      view.dispatch({ selection: { anchor } });
      view.focus();
    });
    return frame;
  }
  private addRow(row: HTMLTableRowElement, cells: readonly Cell[], name: 'th' | 'td'): void {
    for (const [column, { at, words }] of cells.entries()) {
      const cell = row.appendChild(document.createElement(name));
      cell.dataset['at'] = String(at);
      cell.dataset['align'] = this.table.alignments[column] ?? 'start';
      for (const { text, names } of words) {
        const part = cell.appendChild(document.createElement('span'));
        part.className = names.join(' ');
        part.textContent = text;
      }
    }
  }
  override get estimatedHeight(): number {
    return 18 + 29 * (this.table.rows.length + 1);
  }
}

/** The tables of the text, outside of lists and quotes. */
function tablesIn(state: EditorState): readonly Range[] {
  const found: Range[] = [];
  const cursor = syntaxTree(state).cursor();
  if (!cursor.firstChild()) return found;
  do {
    const { name, from, to } = cursor;
    if (name === 'Table' && to - from <= LARGEST) found.push({ from, to });
  } while (found.length < MOST_TABLES && cursor.nextSibling());
  return found;
}

/** A widget is made again only if its source has changed. */
const parsed = new Map<string, TableWidget | null>();
const MOST_PARSED = 500;

function widgetOf(source: string): TableWidget | null {
  const known = parsed.get(source);
  if (known !== undefined) return known;
  const table = tableIn(source);
  const widget = table === null || table.head.length > MOST_COLUMNS ? null : new TableWidget(source, table);
  if (parsed.size >= MOST_PARSED) parsed.clear();
  parsed.set(source, widget);
  return widget;
}

interface Drawn {
  readonly tables: readonly Range[];
  readonly decorations: DecorationSet;
}

function draw(state: EditorState, tables: readonly Range[]): Drawn {
  const cursors = cursorsOf(state);
  const decorations = tables.flatMap(({ from, to }) => {
    if (cursors.some((cursor) => cursor.from <= to && cursor.to >= from)) return [];
    const widget = widgetOf(state.doc.sliceString(from, to));
    return widget === null ? [] : [Decoration.replace({ widget, block: true }).range(from, to)];
  });
  return { tables, decorations: Decoration.set(decorations) };
}

/**
 * Tables where the cursor is not. They change the height of the text, so CodeMirror has to know all of them and not
 * only those on the screen.
 */
const drawnTables = StateField.define<Drawn>({
  create: (state) => draw(state, tablesIn(state)),
  update: (value, { startState, state }) => {
    if (syntaxTree(startState) !== syntaxTree(state)) return draw(state, tablesIn(state));
    return value.tables.length > 0 && haveCursorsMoved(startState, state) ? draw(state, value.tables) : value;
  },
  provide: (field) => EditorView.decorations.from(field, ({ decorations }) => decorations),
});

const look = EditorView.theme({
  '.cm-table': { padding: '8px 0 10px', overflowX: 'auto', cursor: 'text' },
  '.cm-table table': { borderCollapse: 'collapse', font: 'var(--t-row)' },
  '.cm-table th, .cm-table td': {
    padding: '4px 14px',
    border: '1px solid var(--line)',
    textAlign: 'start',
    whiteSpace: 'pre-wrap',
    // Text of the editor breaks anywhere; a table would shrink its columns to single letters instead of scrolling.
    overflowWrap: 'break-word',
    wordBreak: 'normal',
  },
  '.cm-table th': { backgroundColor: 'var(--canvas)', fontWeight: 'var(--w-bold)' },
  '.cm-table [data-align=end]': { textAlign: 'end' },
  '.cm-table [data-align=center]': { textAlign: 'center' },
});

export const liveTables: Extension = [drawnTables, look];
