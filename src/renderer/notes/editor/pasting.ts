import { syntaxTree } from '@codemirror/language';
import type { EditorState, Extension, TransactionSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** What pasting needs from outside. */
export interface Pasting {
  /** Copied HTML as Markdown; null if it is no more than its words. */
  readonly fromHtml: (html: string) => Promise<string | null>;
  /** Keeps an image beside the note; returns the Markdown that shows it, or null if it could not (and says so). */
  readonly keepImage: (file: File) => Promise<string | null>;
}

/** Larger HTML is pasted as its words (characters). */
const LARGEST_HTML = 2_000_000;

const ADDRESS = /^(?:https?:\/\/|mailto:)\S+$/i;

/** The change that makes a link of the selection, if an address is pasted over words; else null. */
export function linked(state: EditorState, pasted: string): TransactionSpec | null {
  const address = pasted.trim();
  const { from, to, empty } = state.selection.main;
  const words = state.sliceDoc(from, to);
  if (empty || !ADDRESS.test(address) || /[\n[\]]/.test(words) || ADDRESS.test(words.trim())) return null;
  const insert = `[${words}](${address.replaceAll('(', '%28').replaceAll(')', '%29')})`;
  return {
    changes: { from, to, insert },
    selection: { anchor: from + insert.length },
    userEvent: 'input.paste',
    scrollIntoView: true,
  };
}

/**
 * Copied blocks begin a line of their own, and in a list or a quote each of their lines gets the indentation of the
 * place.
 */
export function fitting(state: EditorState, markdown: string): string {
  const line = state.doc.lineAt(state.selection.main.from);
  const before = line.text.slice(0, state.selection.main.from - line.from);
  if (!markdown.includes('\n')) return markdown;
  const [, mark = '', rest = ''] = /^(\s*(?:>\s?)*(?:[-*+]|\d{1,9}[.)])?\s*)(.*)$/.exec(before) ?? [];
  if (rest !== '') return `\n\n${markdown}\n`;
  // A list that is pasted into an empty item continues that list.
  const isList = /^(?:[-*+]|\d{1,9}[.)])\s/.test(markdown);
  const hasMark = /[-*+\d]/.test(mark);
  const indent = mark.replace(/(?:[-*+]|\d{1,9}[.)])\s*$/, (found) =>
    isList ? '' : ' '.repeat(found.length),
  );
  const [first = '', ...others] = markdown.split('\n');
  const opening = isList && hasMark ? first.replace(/^(?:[-*+]|\d{1,9}[.)])\s+/, '') : first;
  return [opening, ...others.map((one) => (one === '' ? one : indent + one))].join('\n');
}

function isInCode(state: EditorState): boolean {
  const { head } = state.selection.main;
  for (let node = syntaxTree(state).resolveInner(head, -1); node.parent !== null; node = node.parent)
    if (/Code/.test(node.name)) return true;
  return false;
}

const imagesOf = (data: DataTransfer | null): File[] =>
  [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));

function insertAt(view: EditorView, text: string): void {
  view.dispatch(view.state.replaceSelection(text), { userEvent: 'input.paste', scrollIntoView: true });
}

/** Keeps images one after the other, so that they come in their order. */
async function addImages(view: EditorView, files: readonly File[], { keepImage }: Pasting): Promise<void> {
  for (const file of files) {
    const markdown = await keepImage(file);
    if (markdown !== null) insertAt(view, `${markdown}\n`);
  }
}

async function pasteHtml(
  view: EditorView,
  html: string,
  plain: string,
  { fromHtml }: Pasting,
): Promise<void> {
  const markdown = await fromHtml(html);
  insertAt(view, markdown === null ? plain : fitting(view.state, markdown));
}

/**
 * Pastes and drops: rich text as Markdown, images as files beside the note, an address over selected words as a link.
 * `Ctrl+Shift+V` pastes the words only.
 */
export function pasting(parts: Pasting): Extension {
  let wantsWords = false;
  return EditorView.domEventHandlers({
    keydown: (event) => {
      wantsWords = event.shiftKey && (event.ctrlKey || event.metaKey) && event.code === 'KeyV';
      return false;
    },
    paste: (event, view) => {
      const data = event.clipboardData;
      const isPlain = wantsWords || isInCode(view.state);
      wantsWords = false;
      if (data === null || view.state.readOnly) return false;
      const [plain, html] = [data.getData('text/plain'), data.getData('text/html')];
      const hasWords = plain !== '' || data.getData('text/uri-list') !== '';
      // CodeMirror would replace what is selected with nothing.
      if (!hasWords && (isPlain || (html === '' && imagesOf(data).length === 0))) return true;
      if (isPlain) return false;
      const link = linked(view.state, plain);
      if (link !== null) {
        view.dispatch(link);
        return true;
      }
      const images = imagesOf(data);
      // A copied picture comes with its address; a table of a spreadsheet comes with its picture.
      if (images.length > 0 && plain === '') {
        void addImages(view, images, parts);
        return true;
      }
      // Programs for code copy their colours.
      if (html === '' || html.length > LARGEST_HTML || data.types.includes('vscode-editor-data'))
        return false;
      void pasteHtml(view, html, plain, parts);
      return true;
    },
    drop: (event, view) => {
      const images = imagesOf(event.dataTransfer);
      if (images.length === 0) return false;
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
      if (at !== null) view.dispatch({ selection: { anchor: at } });
      view.focus();
      void addImages(view, images, parts);
      return true;
    },
  });
}
