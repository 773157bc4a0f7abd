import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** Width of the place of a bullet, and of one level of a list. */
const STEP = 24;

/** Levels of lists and quotes, of which live/marks.ts gives each a class. */
const levels = Object.fromEntries(
  [1, 2, 3, 4, 5, 6, 7, 8].flatMap((level) => [
    [`.cm-line.cm-level-${level}`, { paddingInlineStart: `${level * STEP}px` }],
    [
      `.cm-line.cm-quote-${level}`,
      {
        paddingInlineStart: `${level * 17}px`,
        color: 'var(--quiet)',
        backgroundImage: 'linear-gradient(var(--line), var(--line))',
        backgroundSize: '3px 100%',
        backgroundRepeat: 'no-repeat',
      },
    ],
    [`.cm-line.cm-quote-1.cm-level-${level}`, { paddingInlineStart: `${17 + level * STEP}px` }],
  ]),
);

const heading = (font: string, space: number): Record<string, string> => ({
  font: `var(${font})`,
  fontWeight: 'var(--w-bold)',
  letterSpacing: '-0.012em',
  borderBlockStart: `${space}px solid transparent`,
});

/** Blocks. */
const blocks = EditorView.theme({
  ...levels,
  // Its base is the paragraph's first letter, as in the reading view.
  '.cm-from-right': { direction: 'rtl' },
  '.cm-from-right[class*=cm-quote-]': { backgroundPosition: '100% 0' },
  '.cm-item': { textIndent: `-${STEP}px` },
  '.cm-h1': { ...heading('--t-page', 0), letterSpacing: '-0.02em' },
  '.cm-h2': heading('--t-title', 4),
  '.cm-h3': heading('--t-head', 2),
  // There, transparent borders are drawn.
  '@media (forced-colors: active)': { '.cm-h2, .cm-h3': { borderBlockStartColor: 'Canvas' } },
  '.cm-h4, .cm-h5, .cm-h6': { fontWeight: 'var(--w-bold)' },
  // The marks of a heading hang in the margin, so that its words keep their place.
  '.cm-heading-mark': {
    display: 'inline-block',
    boxSizing: 'border-box',
    inlineSize: '36px',
    marginInlineStart: '-36px',
    paddingInlineEnd: '6px',
    overflow: 'hidden',
    verticalAlign: 'baseline',
    color: 'var(--faint)',
    font: 'var(--t-micro)',
    textAlign: 'end',
    whiteSpace: 'pre',
  },
  '.cm-quote-mark': {
    display: 'inline-block',
    boxSizing: 'border-box',
    inlineSize: '17px',
    marginInlineStart: '-17px',
    paddingInlineStart: '5px',
    color: 'var(--faint)',
  },
  '.cm-code-line, .cm-table-line': { font: 'var(--t-body)', lineHeight: '20px', fontFamily: 'var(--mono)' },
  '.cm-line.cm-code-line': { paddingInline: '12px', backgroundColor: 'var(--sunken)' },
  '.cm-fence': { color: 'transparent' },
  '.cm-rule': {
    backgroundImage: 'linear-gradient(var(--line-strong), var(--line-strong))',
    backgroundSize: '100% 1px',
    backgroundPosition: '0 50%',
    backgroundRepeat: 'no-repeat',
  },
});

/** The place of a list mark: a bullet, a number or a checkbox. */
const slots = EditorView.theme({
  '.cm-slot': {
    display: 'inline-block',
    position: 'relative',
    minInlineSize: `${STEP}px`,
    textIndent: '0',
    whiteSpace: 'pre',
  },
  '.cm-list-mark': { color: 'var(--faint)' },
  '.cm-bullet, .cm-box': { inlineSize: `${STEP}px`, color: 'transparent' },
  // `hidden` could scroll, and would be left scrolled to the cursor that typed the box.
  '.cm-box': { overflow: 'clip', verticalAlign: 'top', cursor: 'default' },
  '.cm-bullet::before': {
    content: '""',
    position: 'absolute',
    insetBlockStart: '10px',
    insetInlineStart: '7px',
    inlineSize: '5px',
    blockSize: '5px',
    borderRadius: '50%',
    backgroundColor: 'var(--faint)',
  },
  '.cm-box::before': {
    content: '""',
    position: 'absolute',
    insetBlockStart: '4px',
    insetInlineStart: '1px',
    boxSizing: 'border-box',
    inlineSize: '16px',
    blockSize: '16px',
    border: '1.5px solid var(--line-strong)',
    borderRadius: 'var(--r-tight)',
    backgroundColor: 'var(--control)',
  },
  '.cm-box:hover::before': { borderColor: 'var(--accent)' },
  '.cm-box-ticked::before': { borderColor: 'var(--accent)', backgroundColor: 'var(--accent)' },
  '.cm-box-ticked::after': {
    content: '""',
    position: 'absolute',
    insetBlockStart: '7px',
    insetInlineStart: '6px',
    inlineSize: '4px',
    blockSize: '7px',
    border: 'solid var(--on-accent)',
    borderWidth: '0 2px 2px 0',
    transform: 'rotate(40deg)',
  },
  // Grounds are dropped there: show what is written instead.
  '@media (forced-colors: active)': {
    '.cm-bullet, .cm-box': { inlineSize: 'auto', overflow: 'visible' },
    '.cm-bullet::before, .cm-box::before, .cm-box::after': { display: 'none' },
  },
});

/** Words. */
const words = EditorView.theme({
  '.cm-strong': { fontWeight: 'var(--w-bold)' },
  '.cm-em': { fontStyle: 'italic' },
  '.cm-strike': { textDecoration: 'line-through' },
  '.cm-inline-code': {
    padding: '1px 4px',
    borderRadius: 'var(--r-tight)',
    backgroundColor: 'var(--sunken)',
    fontFamily: 'var(--mono)',
    fontSize: '0.87em',
  },
  '.cm-quiet': { color: 'var(--faint)', fontWeight: 'var(--w-normal)' },
  '.cm-piece': { display: 'block' },
  '.cm-kept': { whiteSpace: 'nowrap' },
  '.cm-kept .cm-long-address': { whiteSpace: 'break-spaces' },
  '.cm-link': { color: 'var(--accent)' },
  '.cm-link:hover': { textDecoration: 'underline' },
  '.cm-link-missing': {
    color: 'var(--quiet)',
    textDecoration: 'underline dashed',
    textUnderlineOffset: '3px',
  },
  '.cm-link[data-url], .cm-link[data-note]': { cursor: 'pointer' },
  '.cm-at': {
    padding: '0 4px',
    borderRadius: 'var(--r-tight)',
    backgroundColor: 'var(--hover)',
    fontWeight: 'var(--w-medium)',
  },
  '.cm-stamp': { color: 'var(--faint)', font: 'var(--t-small)', fontVariantNumeric: 'tabular-nums' },
  '.cm-picture img': {
    display: 'block',
    maxInlineSize: '100%',
    maxBlockSize: '480px',
    borderRadius: 'var(--r-control)',
  },
  '.cm-picture-name': { color: 'var(--quiet)' },
  '.cm-picture-name.cm-link': { color: 'var(--accent)' },
  '.cm-picture-show': {
    marginInlineStart: '8px',
    blockSize: '24px',
    paddingInline: '8px',
    font: 'var(--t-small)',
    color: 'var(--text)',
    background: 'var(--control)',
    border: '1px solid var(--control-line)',
    borderRadius: 'var(--r-control)',
    cursor: 'pointer',
  },
  '.cm-picture-show:hover': { background: 'var(--hover)' },
  '.cm-picture-show:focus-visible': { outline: '2px solid var(--accent)', outlineOffset: '2px' },
  '.cm-picture-show[aria-busy=true]': { color: 'var(--faint)' },
  '.cm-picture-failure': { marginInlineStart: '8px', color: 'var(--quiet)', font: 'var(--t-small)' },
});

/** The theme of the editor. It lives in a shadow tree, which page styles do not reach but CSS variables do. */
const frame = EditorView.theme({
  '&': { blockSize: '100%', backgroundColor: 'transparent', color: 'var(--text)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { font: 'var(--t-read)', overflow: 'auto' },
  '.cm-content': {
    padding: 'var(--s-7) 40px var(--s-10)',
    paddingInlineEnd: 'max(40px, calc(100% - var(--w-text) - 40px))',
    caretColor: 'var(--accent)',
  },
  '@media (max-width: 1099px)': { '.cm-content': { paddingInline: '28px' } },
  '@media (max-width: 639px)': {
    '.cm-content': { paddingInline: '20px' },
    '.cm-heading-mark': { inlineSize: 'auto', marginInlineStart: '0' },
  },
  '.cm-line': { position: 'relative', padding: '0' },
  '&.cm-focused .cm-activeLine': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine::before': {
    content: '""',
    position: 'absolute',
    inset: '0 -12px',
    zIndex: '-1',
    borderRadius: 'var(--r-control)',
    backgroundColor: 'var(--hover)',
  },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '.cm-cursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
  '.cm-placeholder': { color: 'var(--quiet)' },
});

export const theme: Extension = [frame, blocks, slots, words];
