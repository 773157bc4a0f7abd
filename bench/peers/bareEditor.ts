/** The editor that ours is measured beside: CodeMirror with Markdown and its own basic parts, nothing of ours. */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { defaultHighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap } from '@codemirror/view';

declare global {
  interface Window {
    /** Shows a bare editor over the page, at the place of another element. Returns what removes it. */
    showBareEditor: (text: string, place: DOMRect) => () => void;
  }
}

window.showBareEditor = (text, { x, y, width, height }) => {
  const host = document.createElement('div');
  // The page's policy allows no style attributes in markup, but this is no markup.
  Object.assign(host.style, {
    position: 'fixed',
    insetInlineStart: `${x}px`,
    insetBlockStart: `${y}px`,
    inlineSize: `${width}px`,
    blockSize: `${height}px`,
    zIndex: '1000',
    background: 'Canvas',
    font: 'var(--t-read)',
  });
  host.id = 'bare-editor';
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: text,
      extensions: [
        history(),
        drawSelection(),
        EditorView.lineWrapping,
        markdown({ base: markdownLanguage }),
        syntaxHighlighting(defaultHighlightStyle),
        highlightActiveLine(),
        EditorView.theme({ '&': { blockSize: '100%' }, '.cm-scroller': { font: 'var(--t-read)' } }),
        EditorView.contentAttributes.of({ spellcheck: 'true', 'aria-label': 'Bare editor' }),
        keymap.of([...defaultKeymap, ...historyKeymap]),
      ],
    }),
  });
  return () => {
    view.destroy();
    host.remove();
  };
};
