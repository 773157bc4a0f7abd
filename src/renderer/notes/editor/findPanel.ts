import {
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  openSearchPanel,
  replaceAll,
  replaceNext,
  search,
  SearchQuery,
  setSearchQuery,
} from '@codemirror/search';
import type { EditorState, Extension } from '@codemirror/state';
import {
  EditorView,
  keymap,
  runScopeHandlers,
  type KeyBinding,
  type Panel,
  type ViewUpdate,
} from '@codemirror/view';
import { icon } from './icon.ts';
import { texts } from './texts.ts';

/** Matches are counted up to here. */
const MOST_COUNTED = 999;

/** `2 of 5`, where the selected match has a number. */
export function matchWords(state: EditorState): string {
  const query = getSearchQuery(state);
  if (!query.valid) return '';
  const { from, to } = state.selection.main;
  let [count, selected] = [0, 0];
  const matches = query.getCursor(state.doc);
  for (let match = matches.next(); match.done !== true; match = matches.next()) {
    count += 1;
    if (count > MOST_COUNTED) return texts.manyMatches(MOST_COUNTED);
    if (match.value.from === from && match.value.to === to) selected = count;
  }
  if (count === 0) return texts.noMatch;
  return selected === 0 ? texts.matches(count) : texts.matchOf(selected, count);
}

function element<N extends keyof HTMLElementTagNameMap>(
  name: N,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[N] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function button(label: string, content: Node | string, run: () => void): HTMLButtonElement {
  const name = typeof content === 'string' ? {} : { 'aria-label': label, title: label };
  const made = element('button', { type: 'button', ...name }, content);
  made.addEventListener('click', run);
  return made;
}

function field(label: string): HTMLInputElement {
  return element('input', { type: 'text', 'aria-label': label, placeholder: label, spellcheck: 'false' });
}

/** Finds and replaces in the note. `Esc` closes it and returns to the text. */
function createPanel(view: EditorView): Panel {
  const [sought, substitute] = [field(texts.find), field(texts.replaceWith)];
  // CodeMirror focuses and selects this field.
  sought.setAttribute('main-field', 'true');
  const count = element('span', { role: 'status', class: 'cm-find-count' });
  const matchCase = button(texts.matchCase, 'Aa', () => {
    const isOn = matchCase.getAttribute('aria-pressed') !== 'true';
    matchCase.setAttribute('aria-pressed', String(isOn));
    commit();
  });
  matchCase.setAttribute('aria-label', texts.matchCase);
  matchCase.title = texts.matchCase;
  const commit = (): void => {
    const query = new SearchQuery({
      search: sought.value,
      replace: substitute.value,
      caseSensitive: matchCase.getAttribute('aria-pressed') === 'true',
      literal: true,
    });
    if (!query.eq(getSearchQuery(view.state))) view.dispatch({ effects: setSearchQuery.of(query) });
  };
  const show = (): void => {
    const query = getSearchQuery(view.state);
    if (sought.value !== query.search) sought.value = query.search;
    if (substitute.value !== query.replace) substitute.value = query.replace;
    matchCase.setAttribute('aria-pressed', String(query.caseSensitive));
    count.textContent = matchWords(view.state);
  };
  const onKey = (event: KeyboardEvent): void => {
    const isEnter = event.key === 'Enter' && !event.isComposing;
    if (runScopeHandlers(view, event, 'search-panel')) event.preventDefault();
    else if (isEnter && event.target === sought) {
      (event.shiftKey ? findPrevious : findNext)(view);
      event.preventDefault();
    } else if (isEnter && event.target === substitute) {
      replaceNext(view);
      event.preventDefault();
    }
  };
  // In the corner, but reached last.
  const close = button(texts.closeFind, icon('M18 6 6 18', 'm6 6 12 12'), () => closeSearchPanel(view));
  close.classList.add('cm-find-close');
  for (const input of [sought, substitute]) input.addEventListener('input', commit);
  const dom = element(
    'div',
    { role: 'search', 'aria-label': texts.findInNote, class: 'cm-find' },
    element(
      'div',
      { class: 'cm-find-row' },
      sought,
      count,
      button(texts.nextMatch, icon('m6 9 6 6 6-6'), () => findNext(view)),
      button(texts.previousMatch, icon('m18 15-6-6-6 6'), () => findPrevious(view)),
      matchCase,
    ),
    element(
      'div',
      { class: 'cm-find-row' },
      substitute,
      button(texts.replace, texts.replace, () => replaceNext(view)),
      button(texts.replaceAll, texts.replaceAll, () => replaceAll(view)),
    ),
    close,
  );
  dom.addEventListener('keydown', onKey);
  show();
  return {
    dom,
    top: true,
    mount: () => sought.select(),
    update: (update: ViewUpdate) => {
      const isNewQuery = getSearchQuery(update.startState) !== getSearchQuery(update.state);
      if (isNewQuery || update.docChanged || update.selectionSet) show();
    },
  };
}

const SCOPE = 'editor search-panel';

const keys: readonly KeyBinding[] = [
  { key: 'Mod-f', run: openSearchPanel, scope: SCOPE, preventDefault: true },
  { key: 'F3', run: findNext, shift: findPrevious, scope: SCOPE, preventDefault: true },
  { key: 'Mod-g', run: findNext, shift: findPrevious, scope: SCOPE, preventDefault: true },
  { key: 'Escape', run: closeSearchPanel, scope: SCOPE },
];

const look = EditorView.theme({
  '.cm-panels': { backgroundColor: 'transparent', color: 'var(--text)', zIndex: '2' },
  '.cm-panels-top': { borderBlockEnd: '1px solid var(--line)', backgroundColor: 'var(--canvas)' },
  '.cm-find': {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 520px) auto',
    justifyContent: 'start',
    gap: '6px 4px',
    padding: '8px 16px',
    font: 'var(--t-body)',
  },
  '.cm-find-close': { gridArea: '1 / 2', alignSelf: 'center' },
  '.cm-find-row': { display: 'flex', alignItems: 'center', gap: '4px' },
  '.cm-find input': {
    flex: '1',
    minInlineSize: '0',
    boxSizing: 'border-box',
    blockSize: '30px',
    padding: '0 8px',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--r-control)',
    backgroundColor: 'var(--surface)',
    color: 'var(--text)',
    font: 'var(--t-body)',
  },
  '.cm-find input::placeholder': { color: 'var(--faint)' },
  '.cm-find-count': {
    minInlineSize: '64px',
    color: 'var(--quiet)',
    font: 'var(--t-small)',
    fontVariantNumeric: 'tabular-nums',
    textAlign: 'end',
  },
  '.cm-find button': {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    boxSizing: 'border-box',
    minInlineSize: '28px',
    blockSize: '28px',
    padding: '0 8px',
    border: '1px solid transparent',
    borderRadius: 'var(--r-control)',
    backgroundColor: 'transparent',
    color: 'var(--quiet)',
    font: 'var(--t-small)',
    fontWeight: 'var(--w-medium)',
    whiteSpace: 'nowrap',
  },
  '.cm-find button:has(svg)': { padding: '0' },
  '.cm-find button:hover': { backgroundColor: 'var(--hover)', color: 'var(--text)' },
  '.cm-find button[aria-pressed=true]': {
    borderColor: 'var(--accent)',
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--accent)',
  },
  '.cm-find :is(input, button):focus-visible': { outline: '2px solid var(--focus)', outlineOffset: '2px' },
  '.cm-find svg': {
    inlineSize: '16px',
    blockSize: '16px',
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: '2',
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
  },
  '.cm-searchMatch': {
    borderRadius: '2px',
    backgroundColor: 'var(--warn-soft)',
    outline: '1px solid var(--warn-line)',
  },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--accent-soft)', outline: '2px solid var(--accent)' },
});

/** Find and replace in the note. */
export const findInNote: Extension = [search({ top: true, createPanel }), keymap.of(keys), look];
