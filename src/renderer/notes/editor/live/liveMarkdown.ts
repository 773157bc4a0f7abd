import { syntaxTree } from '@codemirror/language';
import type { Extension, Range as Ranged } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  ViewPlugin,
  WidgetType,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view';
import { DueWidget, datesChanged, dateTheme, type Dates } from './dates.ts';
import { decisionIcon, decisionTheme } from './decisionIcon.ts';
import { cursorsOf, haveCursorsMoved, knownFocus } from './focus.ts';
import type { Mark, Target } from './mark.ts';
import { marksIn } from './marks.ts';
import { linksChanged, type Links } from './links.ts';
import { pictureWidget, type Pictures } from './pictures.ts';
import { shortAddress } from './shortAddress.ts';

/** Longer addresses may be longer than a row of a narrow window (characters). */
const LONGEST_IN_ROW = 36;

/** An address, shortened. */
class AddressWidget extends WidgetType {
  private readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
  }
  override eq(other: AddressWidget): boolean {
    return other.url === this.url;
  }
  override toDOM(): HTMLElement {
    const shown = document.createElement('span');
    const words = shortAddress(this.url);
    shown.className = `cm-link cm-address${words.length > LONGEST_IN_ROW ? ' cm-long-address' : ''}`;
    shown.textContent = words;
    shown.title = this.url;
    shown.dataset['url'] = this.url;
    return shown;
  }
  override ignoreEvent(): boolean {
    return false;
  }
}

/** What the text does not say itself. */
interface Around {
  readonly pictures: Pictures;
  /** Read again at each `datesChanged`. */
  readonly dates: () => Dates;
  /** Read again at each `linksChanged`. */
  readonly links: () => Links;
}

const hidden = Decoration.replace({});
/** Inclusive, so that it begins before what is drawn in place of its begin, and is around it. */
const kept = Decoration.mark({ class: 'cm-kept', inclusiveStart: true });

function decorationOf(mark: Mark, { pictures, dates, links }: Around): Ranged<Decoration> {
  switch (mark.kind) {
    case 'line':
      return Decoration.line({ class: mark.name }).range(mark.at);
    case 'text':
      return Decoration.mark({
        class: isMissing(mark.target, links()) ? `${mark.name} cm-link-missing` : mark.name,
        attributes: attributesOf(mark.target),
      }).range(mark.from, mark.to);
    case 'kept':
      return kept.range(mark.from, mark.to);
    case 'hidden':
      return hidden.range(mark.from, mark.to);
    case 'address':
      return Decoration.replace({ widget: new AddressWidget(mark.url) }).range(mark.from, mark.to);
    case 'picture':
      return Decoration.replace({ widget: pictureWidget(mark, pictures) }).range(mark.from, mark.to);
    case 'decision':
      return Decoration.replace({ widget: decisionIcon }).range(mark.from, mark.to);
    case 'due':
      return Decoration.replace({ widget: new DueWidget(dates().wordsOf(mark.due, mark.isDone)) }).range(
        mark.from,
        mark.to,
      );
    default:
      return mark satisfies never;
  }
}

function attributesOf(target: Target | undefined): Record<string, string> {
  if (target === undefined) return {};
  return target.kind === 'url'
    ? { 'data-url': target.url, title: target.url }
    : { 'data-note': target.title };
}

const isMissing = (target: Target | undefined, links: Links): boolean =>
  target?.kind === 'note' && !links.isThere(target.title);

function decorate(view: EditorView, around: Around): DecorationSet {
  const cursors = cursorsOf(view.state);
  const marks = view.visibleRanges.flatMap((range) =>
    marksIn(view.state, range, cursors, around.dates().meetingDate),
  );
  return Decoration.set(
    marks.map((mark) => decorationOf(mark, around)),
    true,
  );
}

const mayLookDifferent = (update: ViewUpdate): boolean =>
  update.docChanged ||
  update.viewportChanged ||
  haveCursorsMoved(update.startState, update.state) ||
  syntaxTree(update.startState) !== syntaxTree(update.state) ||
  update.transactions.some(({ effects }) =>
    effects.some((effect) => effect.is(datesChanged) || effect.is(linksChanged)),
  );

/** What the target of an event opens; null if it is none, or its line shows its Markdown. */
export function targetOf(view: EditorView, { target }: Event): Target | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-url], [data-note]') : null;
  if (element === null) return null;
  const line = view.state.doc.lineAt(view.posAtDOM(element));
  if (cursorsOf(view.state).some(({ from, to }) => from <= line.to && to >= line.from)) return null;
  const { url, note } = element.dataset;
  if (url !== undefined) return { kind: 'url', url };
  return note === undefined ? null : { kind: 'note', title: note };
}

/** What is linked at the cursor. */
export function targetAtCursor(view: EditorView): Target | null {
  const { head } = view.state.selection.main;
  const line = view.state.doc.lineAt(head);
  const linked = marksIn(view.state, line, view.state.selection.ranges).find(
    (mark) => mark.kind === 'text' && mark.target !== undefined && mark.from <= head && mark.to >= head,
  );
  return linked?.kind === 'text' ? (linked.target ?? null) : null;
}

/**
 * Renders Markdown while one writes, for what is on the screen only. The marks of Markdown show on the cursor's line
 * only, and lines keep their place when they do: a list mark stands where its bullet is.
 * @param onOpen opens what is linked
 */
export function liveMarkdown(around: Around, onOpen: (target: Target) => void): Extension {
  return [
    knownFocus,
    decisionTheme,
    dateTheme,
    ViewPlugin.define(
      (view) => ({
        marks: decorate(view, around),
        update(update) {
          if (mayLookDifferent(update)) this.marks = decorate(update.view, around);
        },
      }),
      { decorations: (plugin) => plugin.marks },
    ),
    EditorView.domEventHandlers({
      mousedown: (event, view) => {
        const isPlain = event.button === 0 && !event.shiftKey && !event.altKey;
        const target = isPlain ? targetOf(view, event) : null;
        if (target === null) return false;
        event.preventDefault();
        onOpen(target);
        return true;
      },
    }),
  ];
}
