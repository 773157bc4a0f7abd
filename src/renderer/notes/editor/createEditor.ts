import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown, markdownKeymap, markdownLanguage } from '@codemirror/lang-markdown';
import { indentUnit } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, placeholder } from '@codemirror/view';
import { changeBetween } from '#core/notes/textChange.ts';
import { clickableBoxes, toggleBoxes } from './checkboxes.ts';
import { theme } from './theme.ts';

export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  /** The accessible name of the field. */
  readonly label: string;
  readonly hint: string;
  readonly onChange: (text: string) => void;
  /** A time stamp of now; null if the note has no clock. */
  readonly stamp: () => string | null;
}

/** Commands for the head of the note. */
export interface Editor {
  /** Replaces the text with one from outside. Undo restores the old one; the same text changes nothing. */
  setText(text: string): void;
  focusEnd(): void;
  toggleBox(): void;
  /** Replaces the selection with text, and puts the cursor after it. */
  insert(text: string): void;
  end(): void;
}

/**
 * The Markdown editor. It lives in a shadow tree: there CodeMirror uses constructed style sheets; in the page it
 * would add inline ones, which our CSP forbids.
 */
export function createEditor({ parent, text, label, hint, onChange, stamp }: EditorOptions): Editor {
  const root = parent.shadowRoot ?? parent.attachShadow({ mode: 'open' });
  const insert = (words: string): boolean => {
    view.dispatch(view.state.replaceSelection(words), { scrollIntoView: true, userEvent: 'input' });
    view.focus();
    return true;
  };
  const insertStamp = (): boolean => {
    const words = stamp();
    return words !== null && insert(`${words} `);
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
        EditorState.tabSize.of(4),
        indentUnit.of('  '),
        markdown({ base: markdownLanguage, addKeymap: false, completeHTMLTags: false }),
        placeholder(hint),
        clickableBoxes,
        theme,
        EditorView.contentAttributes.of({
          'aria-label': label,
          // It is focusable anyway; the attribute helps tools that look for tab stops.
          tabindex: '0',
          spellcheck: 'true',
          autocorrect: 'on',
          autocapitalize: 'sentences',
        }),
        keymap.of([
          { key: 'F2', run: insertStamp },
          { key: 'Mod-Enter', run: toggleBoxes },
          ...markdownKeymap,
          ...defaultKeymap,
          ...historyKeymap,
        ]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    setText: (next) => {
      const old = view.state.doc.toString();
      if (old === next) return;
      view.dispatch({ changes: changeBetween(old, next) });
    },
    focusEnd: () => {
      view.focus();
      view.dispatch({ selection: { anchor: view.state.doc.length }, scrollIntoView: true });
    },
    toggleBox: () => {
      toggleBoxes(view);
      view.focus();
    },
    insert: (words) => void insert(words),
    end: () => view.destroy(),
  };
}
