import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The theme of the editor. It lives in a shadow tree, which page styles do not reach but CSS variables do. */
const frame = EditorView.theme({
  '&': { blockSize: '100%', backgroundColor: 'transparent', color: 'var(--text)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    font: 'var(--t-read)',
    overflow: 'auto',
  },
  '.cm-content': {
    padding: 'var(--s-6) max(var(--s-8), calc((100% - 72ch) / 2)) var(--s-10) var(--s-8)',
    caretColor: 'var(--accent)',
  },
  '.cm-line': { padding: '0' },
  '.cm-cursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
  '.cm-placeholder': { color: 'var(--quiet)' },
  '.cm-box': {
    borderRadius: 'var(--r-tight)',
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--accent)',
    cursor: 'pointer',
  },
  '.cm-box:hover': { outline: '1px solid var(--accent)' },
  '.cm-done': { color: 'var(--quiet)', textDecoration: 'line-through' },
});

const words = HighlightStyle.define([
  { tag: tags.heading1, fontWeight: 'var(--w-bold)', fontSize: '1.2em' },
  { tag: tags.heading, fontWeight: 'var(--w-bold)' },
  { tag: tags.strong, fontWeight: 'var(--w-bold)' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: [tags.link, tags.url], color: 'var(--accent)' },
  { tag: tags.quote, color: 'var(--quiet)' },
  { tag: tags.monospace, color: 'var(--warn)', fontFamily: 'var(--mono)' },
  { tag: [tags.processingInstruction, tags.contentSeparator], color: 'var(--quiet)' },
]);

export const theme: Extension = [frame, syntaxHighlighting(words)];
