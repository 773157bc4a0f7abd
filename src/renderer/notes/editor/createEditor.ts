import { acceptCompletion } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { deleteMarkupBackward, insertNewlineContinueMarkupCommand } from '@codemirror/lang-markdown';
import { indentUnit } from '@codemirror/language';
import { Annotation, ChangeSet, EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  placeholder,
  type BlockInfo,
  type Command,
  type KeyBinding,
} from '@codemirror/view';
import { changeBetween, type TextChange } from '#core/notes/textChange.ts';
import { clickableBoxes, toggleBoxes } from './checkboxes.ts';
import type { NotePlace } from '../../store/noteOpening.ts';
import type { Typing } from '../noteModel.ts';
import { suggesting, type Suggestions } from './completion.ts';
import type { Editor } from './editor.ts';
import { noteMarkdown } from './language.ts';
import { findInNote } from './findPanel.ts';
import { lineChanged, lineInserted, stayAtLineEnd } from './lineCommands.ts';
import { endList, indentItems, markedWith, outdentItems } from './listKeys.ts';
import { datesChanged, type Dates } from './live/dates.ts';
import { linksChanged, type Links } from './live/links.ts';
import { lowGaps } from './live/gaps.ts';
import { liveMarkdown, targetAtCursor } from './live/liveMarkdown.ts';
import type { Target } from './live/mark.ts';
import type { Pictures } from './live/pictures.ts';
import { leaving, stayInText } from './leaving.ts';
import { liveTables } from './live/tables.ts';
import { cellBelow, nextCell, partTable, previousCell } from './tableKeys.ts';
import { pasting, type Pasting } from './pasting.ts';
import { rangeOf } from './placeInText.ts';
import { texts } from './texts.ts';
import { theme } from './theme.ts';

/** The place at which a note was left. */
export interface LeftPlace {
  readonly anchor: number;
  readonly head: number;
  /** Offset of the first line on the screen. */
  readonly top: number;
}

export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  /** The accessible name of the field. */
  readonly label: string;
  readonly hint: string;
  readonly place: NotePlace;
  /** Where the note was left; null if it was not open yet. */
  readonly left: LeftPlace | null;
  /** Called at each change by the user. */
  readonly onType: (typing: Typing) => void;
  /** Called when the editor ends. */
  readonly onLeave: (place: LeftPlace) => void;
  /** A time stamp of now; null if the note has no clock. */
  readonly stamp: () => string | null;
  readonly pictures: Pictures;
  readonly dates: Dates;
  readonly links: Links;
  readonly suggestions: Suggestions;
  readonly pasting: Pasting;
  readonly onScroll: () => void;
  /** Opens what is linked. */
  readonly onOpen: (target: Target) => void;
}

/** A change that the owner of the text made. */
const isFromOwner = Annotation.define<boolean>();

/** As CodeMirror has them: offsets in the text and in the editor are the same. */
const withPlainLineEnds = (text: string): string =>
  text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;

function changesIn(changes: ChangeSet): TextChange[] {
  const found: TextChange[] = [];
  changes.iterChanges((from, to, _from, _to, inserted) =>
    found.push({ from, to, insert: inserted.toString() }),
  );
  return found;
}

/** Keys of Markdown; before CodeMirror's own, so that these decide. */
const markdownKeys: readonly KeyBinding[] = [
  { key: 'Mod-Enter', run: toggleBoxes },
  { key: 'Mod-b', run: markedWith('**'), preventDefault: true },
  { key: 'Mod-i', run: markedWith('*'), preventDefault: true },
  // As Enter does; else it would indent the item in which a name is being chosen.
  { key: 'Tab', run: acceptCompletion },
  { key: 'Tab', run: indentItems, shift: outdentItems },
  { key: 'Tab', run: nextCell, shift: previousCell },
  { key: 'Tab', run: stayInText, shift: stayInText },
  { key: 'End', run: stayAtLineEnd(false), shift: stayAtLineEnd(true) },
  { key: 'Enter', run: cellBelow },
  { key: 'Enter', run: partTable },
  { key: 'Enter', run: endList },
  { key: 'Enter', run: insertNewlineContinueMarkupCommand({ nonTightLists: false }) },
  { key: 'Backspace', run: deleteMarkupBackward },
];

/** The window's own keys: CodeMirror would indent, which Tab does. */
const WINDOW_KEYS: ReadonlySet<string> = new Set(['Mod-[', 'Mod-]']);
const editingKeys = defaultKeymap.filter(({ key }) => key === undefined || !WINDOW_KEYS.has(key));

const attributes = (label: string): Extension =>
  EditorView.contentAttributes.of({
    'aria-label': label,
    'aria-description': texts.leaveHint,
    // It is focusable anyway; the attribute helps tools that look for tab stops.
    tabindex: '0',
    spellcheck: 'true',
    autocorrect: 'on',
    autocapitalize: 'sentences',
  });

/**
 * The Markdown editor. It lives in a shadow tree: there CodeMirror uses constructed style sheets; in the page it
 * would add inline ones, which our CSP forbids.
 */
export function createEditor(options: EditorOptions): Editor {
  const { parent, text, label, hint, place, left, onType, onLeave, stamp, pictures, suggestions, onOpen } =
    options;
  const root = parent.shadowRoot ?? parent.attachShadow({ mode: 'open' });
  /** The last text that the owner knows. */
  let known = withPlainLineEnds(text);
  /** What the user has changed since; null for nothing. */
  let unread: ChangeSet | null = null;
  const read = (): string => {
    if (unread !== null) known = view.state.doc.toString();
    unread = null;
    return known;
  };
  let shownDates = options.dates;
  let shownLinks = options.links;
  const insert = (words: string): boolean => {
    view.dispatch(view.state.replaceSelection(words), { scrollIntoView: true, userEvent: 'input' });
    view.focus();
    return true;
  };
  const insertStamp = (): boolean => {
    const words = stamp();
    return words !== null && insert(`${words} `);
  };
  const openAtCursor: Command = (view) => {
    const target = targetAtCursor(view);
    if (target !== null) onOpen(target);
    return target !== null;
  };
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: text,
      extensions: [
        history(),
        drawSelection(),
        EditorView.lineWrapping,
        // Each line as live/direction.ts has it.
        EditorView.perLineTextDirection.of(true),
        EditorState.tabSize.of(4),
        indentUnit.of('  '),
        noteMarkdown,
        liveMarkdown({ pictures, dates: () => shownDates, links: () => shownLinks }, onOpen),
        lowGaps,
        liveTables,
        suggesting(suggestions),
        leaving,
        findInNote,
        pasting(options.pasting),
        highlightActiveLine(),
        placeholder(hint),
        clickableBoxes,
        theme,
        attributes(label),
        keymap.of([
          { key: 'F2', run: insertStamp },
          { key: 'Alt-Enter', run: openAtCursor },
          ...markdownKeys,
          ...editingKeys,
          ...historyKeymap,
        ]),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged || update.transactions.some((one) => one.annotation(isFromOwner))) return;
          unread = unread === null ? update.changes : unread.compose(update.changes);
          onType({ changes: changesIn(update.changes), length: update.state.doc.length, read });
        }),
      ],
    }),
  });
  // Remembered while it is on the screen: when the editor ends, it has no place any more.
  let top = 0;
  view.scrollDOM.addEventListener('scroll', () => {
    top = view.lineBlockAtHeight(edgeOf(view)).from;
    options.onScroll();
  });
  const show = (wanted: NotePlace): void => {
    const range = rangeOf(view.state, wanted);
    if (range === null) return;
    view.dispatch({ selection: range, effects: EditorView.scrollIntoView(range, { y: 'center' }) });
  };
  if (left !== null) returnTo(view, left);
  show(place);
  return {
    setText: (wanted) => {
      const next = withPlainLineEnds(wanted);
      if (known === next) return;
      const changes = ChangeSet.of(changeBetween(known, next), known.length);
      known = next;
      // What the owner does not know yet stays: its change is made around it.
      const own = unread;
      unread = own === null ? null : own.map(changes);
      view.dispatch({
        changes: own === null ? changes : changes.map(own, true),
        annotations: isFromOwner.of(true),
      });
    },
    showLinks: (links) => {
      if (links === shownLinks) return;
      shownLinks = links;
      view.dispatch({ effects: linksChanged.of(null) });
    },
    showDates: (dates) => {
      shownDates = dates;
      view.dispatch({ effects: datesChanged.of(null) });
    },
    focus: () => view.focus(),
    show,
    toggleBox: () => {
      toggleBoxes(view);
      view.focus();
    },
    insert: (words) => void insert(words),
    insertLine: (line) => {
      view.dispatch(lineInserted(view.state, line));
      view.focus();
    },
    changeLine: (change) => {
      view.dispatch(lineChanged(view.state, change));
      view.focus();
    },
    line: () => view.state.doc.lineAt(view.state.selection.main.head).text,
    topLine: () => topLine(view),
    scrollToLine: (line) => scrollToLine(view, line),
    end: () => {
      const { anchor, head } = view.state.selection.main;
      onLeave({ anchor, head, top });
      view.destroy();
    },
  };
}

/** Puts cursor and scroll position where they were. The file may have become shorter. */
function returnTo(view: EditorView, { anchor, head, top }: LeftPlace): void {
  const within = (offset: number): number => Math.min(offset, view.state.doc.length);
  view.dispatch({
    selection: { anchor: within(anchor), head: within(head) },
    effects: EditorView.scrollIntoView(within(top), { y: 'start' }),
  });
}

/** Height of the top edge in the document (px). */
const edgeOf = (view: EditorView): number => view.scrollDOM.getBoundingClientRect().top - view.documentTop;

/** Lines of a block: one, or those of a table. */
const linesOf = ({ doc }: EditorState, { from, to }: BlockInfo): number =>
  doc.lineAt(to).number - doc.lineAt(from).number + 1;

function topLine(view: EditorView): number {
  const edge = edgeOf(view);
  const block = view.lineBlockAtHeight(edge);
  const within = Math.min(1, Math.max(0, edge - block.top) / Math.max(1, block.height));
  return view.state.doc.lineAt(block.from).number - 1 + within * linesOf(view.state, block);
}

/** How far a line is from the top edge (px). */
function distanceOf(view: EditorView, line: number): number {
  const { doc } = view.state;
  const number = Math.min(doc.lines, Math.floor(line) + 1);
  const block = view.lineBlockAt(doc.line(number).from);
  const begun = line - (doc.lineAt(block.from).number - 1);
  const within = Math.min(1, begun / linesOf(view.state, block));
  return block.top + within * block.height - edgeOf(view);
}

function scrollToLine(view: EditorView, line: number): void {
  view.scrollDOM.scrollTop += line < 0.1 ? -view.scrollDOM.scrollTop : distanceOf(view, line);
  // Lines that were not on the screen have estimated heights; when they are drawn, the place is corrected.
  view.requestMeasure({
    key: scrollToLine,
    read: () => (line < 0.1 ? 0 : distanceOf(view, line)),
    write: (distance) => {
      if (Math.abs(distance) > 1) view.scrollDOM.scrollTop += distance;
    },
  });
}
