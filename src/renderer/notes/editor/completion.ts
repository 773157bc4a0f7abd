import {
  autocompletion,
  insertCompletionText,
  pickedCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { syntaxTree } from '@codemirror/language';
import { Annotation, EditorState, StateField, type Extension, type TransactionSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { personMarks } from '#core/notes/personMarks.ts';
import { texts } from './texts.ts';

/** A note that can be linked. */
export interface LinkableNote {
  readonly title: string;
  /** Path in the folder. */
  readonly path: string;
  /** The day that is shown beside it. */
  readonly day: string;
}

/** What the editor suggests while one writes. Called when a list opens, so that it is up to date. */
export interface Suggestions {
  /** The notes, latest first. */
  readonly notes: () => readonly LinkableNote[];
  /** Names of who is invited to the note's meeting, and of the leads of its community. */
  readonly invited: () => readonly string[];
  /** These, and who is named in the note and in others of its series. */
  readonly people: () => readonly string[];
  /** A time stamp of now; null if the note has no clock. */
  readonly stamp: () => string | null;
}

function isInCode({ state, pos }: CompletionContext): boolean {
  for (let node = syntaxTree(state).resolveInner(pos, -1); node.parent !== null; node = node.parent)
    if (/Code/.test(node.name)) return true;
  return false;
}

/** How many notes a list has at most; what is typed is compared with their titles. */
const MOST_NOTES = 2_000;

/**
 * What a link to a note says: its title. Of several notes with one title the latest has it; the others are linked by
 * their file, with the title as what is shown.
 */
export function noteLinks(
  notes: readonly LinkableNote[],
): { readonly title: string; readonly day: string; readonly link: string }[] {
  const seen = new Set<string>();
  return notes.slice(0, MOST_NOTES).map((note) => {
    const isFirst = !seen.has(note.title.toLowerCase());
    seen.add(note.title.toLowerCase());
    const title = note.title.replaceAll(/[[\]|#\n]/g, ' ');
    const isPlain = title === note.title;
    const link = isFirst && isPlain ? title : `${note.path.replace(/\.md$/i, '')}|${title}`;
    return { title: note.title, day: note.day, link };
  });
}

/** `[[` suggests notes. */
function linkedNotes(context: CompletionContext, { notes }: Suggestions): CompletionResult | null {
  const before = context.matchBefore(/\[\[[^[\]\n]*/);
  if (before === null || isInCode(context)) return null;
  const options = noteLinks(notes()).map(({ title, day, link }, index): Completion => ({
    label: title,
    detail: day,
    // The latest first, among those that match alike.
    boost: -Math.min(index, 90),
    apply: (view, completion, from, to) => {
      // Brackets that are closed already are written once.
      const end = view.state.sliceDoc(to, to + 2) === ']]' ? to + 2 : to;
      view.dispatch({
        ...insertCompletionText(view.state, `${link}]]`, from, end),
        annotations: pickedCompletion.of(completion),
      });
    },
  }));
  return { from: before.from + 2, options, validFor: /^[^[\]\n]*$/ };
}

/** A name was chosen and a space written behind it. */
const addsSpace = Annotation.define<boolean>();

/** Whether the space before the cursor is the one behind a chosen name, and nothing has happened since. */
const hasOwnSpace = StateField.define<boolean>({
  create: () => false,
  update: (has, transaction) =>
    transaction.annotation(addsSpace) === true ||
    (has && !transaction.docChanged && transaction.selection === undefined),
});

/** A space typed behind a chosen name is there already, and a comma or full stop takes its place. */
const spaceBehindNames = EditorView.inputHandler.of((view, from, to, text) => {
  if (from !== to || !/^[\s,.;:!?)]$/u.test(text) || !view.state.field(hasOwnSpace)) return false;
  view.dispatch({
    changes: { from: from - 1, to: from, insert: text },
    selection: { anchor: from },
    userEvent: 'input.type',
  });
  return true;
});

/** `@` suggests people. */
function people(context: CompletionContext, suggestions: Suggestions): CompletionResult | null {
  const before = context.matchBefore(/(?:^|[\s(,])@[\p{L}\p{N}._-]*/u);
  if (before === null || isInCode(context)) return null;
  const from = before.from + before.text.indexOf('@');
  const typed = before.text.slice(before.text.indexOf('@'));
  // The note already contains the part of a name that is being typed, which is not a person.
  const others = personMarks(suggestions.people()).filter(({ mark }) => mark !== typed);
  const options = others.map(({ name, mark }, index): Completion => ({
    label: mark,
    // The invited first, among those that match alike.
    boost: -Math.min(index, 90),
    detail: mark.slice(1) === name ? '' : name,
    apply: (view, completion, start, end) => {
      view.dispatch({
        ...insertCompletionText(view.state, `${mark} `, start, end),
        annotations: [pickedCompletion.of(completion), addsSpace.of(true)],
      });
    },
  }));
  return options.length === 0 ? null : { from, options, validFor: /^@[\p{L}\p{N}._-]*$/u };
}

/** A piece of Markdown to insert. */
interface Piece {
  readonly label: string;
  readonly text: string;
  /** What is selected afterwards, from the start of the text; the cursor is behind the text if omitted. */
  readonly selects?: readonly [from: number, to: number];
  /** It begins a line: a list mark before it is replaced. */
  readonly isLine: boolean;
  /** With empty lines around it: right below a list it would be words of the last item. */
  readonly isApart?: boolean;
}

/** What `/` offers. */
export function pieces({ invited, stamp }: Pick<Suggestions, 'invited' | 'stamp'>): Piece[] {
  const [time, present] = [stamp(), invited()];
  const [first, second] = texts.tableColumns;
  const table = `| ${first} | ${second} |\n| --- | --- |\n|  |  |`;
  return [
    { label: texts.insertCheckbox, text: '- [ ] ', isLine: true },
    ...(time === null ? [] : [{ label: texts.insertTime, text: `${time} `, isLine: false }]),
    { label: texts.insertDecision, text: '- Decision: ', isLine: true },
    { label: texts.insertAgendaItem, text: '- ****', selects: [4, 4], isLine: true },
    { label: texts.insertTable, text: table, selects: [2, 2 + first.length], isLine: true, isApart: true },
    ...(present.length === 0
      ? []
      : [{ label: texts.insertAttendees, text: present.join(', '), isLine: false }]),
  ];
}

const LIST_MARK = /^(\s*)(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?$/;

/** The change that puts a piece in place of `/word`. */
export function inserted(
  state: EditorState,
  { text, selects = [text.length, text.length], isLine, isApart = false }: Piece,
  from: number,
  to: number,
): TransactionSpec {
  const line = state.doc.lineAt(from);
  const before = line.text.slice(0, from - line.from);
  const indent = LIST_MARK.exec(before)?.[1];
  const hasWords = (number: number): boolean =>
    number >= 1 && number <= state.doc.lines && state.doc.line(number).text.trim() !== '';
  // A piece that is a line begins one: in place of an empty item, or else below.
  const isInPlace = isLine && indent !== undefined;
  const start = isInPlace ? line.from + (isApart ? 0 : indent.length) : from;
  const isBelow = isLine && !isInPlace && before.trim() !== '';
  const hasGap = isApart && (isBelow || hasWords(line.number - 1));
  const above = (isBelow ? '\n' : '') + (hasGap ? '\n' : '');
  const below = isApart && hasWords(line.number + 1) ? '\n' : '';
  const begin = start + above.length;
  return {
    changes: { from: start, to, insert: above + text + below },
    selection: { anchor: begin + selects[0], head: begin + selects[1] },
    userEvent: 'input.complete',
    scrollIntoView: true,
  };
}

/** `/` at the start of a line or after a space inserts. */
function insertions(context: CompletionContext, suggestions: Suggestions): CompletionResult | null {
  const before = context.matchBefore(/(?:^|\s)\/[\p{L} ]{0,20}/u);
  if (before === null || isInCode(context)) return null;
  const from = before.from + before.text.indexOf('/');
  const options = pieces(suggestions).map((piece, index): Completion => ({
    label: `/${piece.label}`,
    displayLabel: piece.label,
    boost: -index,
    apply: (view, completion, start, end) => {
      view.dispatch({
        ...inserted(view.state, piece, start, end),
        annotations: pickedCompletion.of(completion),
      });
    },
  }));
  return { from, options, validFor: /^\/[\p{L} ]*$/u };
}

const look = EditorView.theme({
  '.cm-tooltip.cm-tooltip-autocomplete': {
    border: '0',
    borderRadius: 'var(--r-card)',
    backgroundColor: 'var(--raised)',
    boxShadow: 'var(--sh-pop)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    boxSizing: 'border-box',
    minInlineSize: '220px',
    maxInlineSize: 'min(360px, 90vw)',
    maxBlockSize: '232px',
    padding: '5px',
    font: 'var(--t-body)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    padding: '5px 10px',
    borderRadius: 'var(--r-control)',
    color: 'var(--text)',
    lineHeight: '20px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--accent)',
  },
  '.cm-completionLabel': { flex: '1', overflow: 'hidden', textOverflow: 'ellipsis' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: 'var(--w-bold)' },
  '.cm-completionDetail': {
    marginInlineStart: '0',
    color: 'var(--quiet)',
    font: 'var(--t-small)',
    fontStyle: 'normal',
  },
  '@media (forced-colors: active)': {
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      outline: '2px solid Highlight',
      outlineOffset: '-2px',
    },
  },
});

/** Suggests notes after `[[`, people after `@`, and pieces to insert after `/`. */
export function suggesting(suggestions: Suggestions): Extension {
  return [
    autocompletion({
      // One source: with several, each letter makes those that have nothing pending, and until they have answered
      // Enter takes no suggestion but breaks the line.
      override: [
        (context) =>
          linkedNotes(context, suggestions) ??
          people(context, suggestions) ??
          insertions(context, suggestions),
      ],
      icons: false,
      activateOnTypingDelay: 50,
    }),
    hasOwnSpace,
    spaceBehindNames,
    EditorState.phrases.of({ Completions: texts.completions }),
    look,
  ];
}
