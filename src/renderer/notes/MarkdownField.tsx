import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import { createEditor } from './editor/createEditor.ts';
import type { Suggestions } from './editor/completion.ts';
import type { Editor } from './editor/editor.ts';
import type { Dates } from './editor/live/dates.ts';
import type { Links } from './editor/live/links.ts';
import type { Target } from './editor/live/mark.ts';
import type { Pictures } from './editor/live/pictures.ts';
import type { Pasting } from './editor/pasting.ts';
import { placeOf, rememberPlace } from './editor/leftPlaces.ts';
import type { NoteOpening } from '../store/noteOpening.ts';
import { useAppStore } from '../kit/AppContext.tsx';
import { useNoteModel } from './NoteModelContext.ts';
import { texts } from './texts.ts';

/** Commands for the parts of the window around the text. */
export type FieldHandle = Omit<Editor, 'setText' | 'showDates' | 'showLinks' | 'end'>;

export interface MarkdownFieldProps {
  /** The note's path, under which its place is remembered. */
  readonly path: string;
  readonly opening: NoteOpening;
  /** A time stamp of now; null if the note has no clock. */
  readonly stamp: () => string | null;
  readonly pictures: Pictures;
  readonly onScroll: () => void;
  readonly pasting: Pasting;
  readonly dates: Dates;
  readonly links: Links;
  readonly suggestions: Pick<Suggestions, 'notes' | 'people' | 'invited'>;
  /** Opens what is linked. */
  readonly onOpen: (target: Target) => void;
  readonly ref?: Ref<FieldHandle>;
}

/** Whether the focus is on something that can be seen. A list that a narrow window hides has lost it. */
function hasVisibleFocus(): boolean {
  const { activeElement: focused, body } = document;
  return focused !== null && focused !== body && focused.checkVisibility();
}

/** The editor of the draft. A lazily loaded module, so that the window opens faster. */
export default function MarkdownField(props: MarkdownFieldProps) {
  const { opening, dates, links, ref } = props;
  const store = useAppStore();
  const noteModel = useNoteModel();
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor>(null);
  const latest = useRef(props);
  const shown = useRef<NoteOpening>(null);
  useEffect(() => {
    latest.current = props;
  }, [props]);
  useEffect(() => {
    if (!host.current) return undefined;
    const { path, opening: first } = latest.current;
    const made = createEditor({
      parent: host.current,
      text: store.getState().draft,
      label: texts.noteText,
      hint: texts.noteTextHint,
      place: first.place,
      left: placeOf(path),
      onType: noteModel.typed,
      // Saving may have given it another name.
      onLeave: (place) => rememberPlace(latest.current.path, place),
      stamp: () => latest.current.stamp(),
      pictures: {
        load: (src) => latest.current.pictures.load(src),
        fetch: (src) => latest.current.pictures.fetch(src),
        isLink: (src) => latest.current.pictures.isLink(src),
        nameOf: (alt, src) => latest.current.pictures.nameOf(alt, src),
        showWords: (alt, src) => latest.current.pictures.showWords(alt, src),
      },
      pasting: {
        fromHtml: (html) => latest.current.pasting.fromHtml(html),
        keepImage: (file) => latest.current.pasting.keepImage(file),
      },
      dates: latest.current.dates,
      links: latest.current.links,
      suggestions: {
        notes: () => latest.current.suggestions.notes(),
        invited: () => latest.current.suggestions.invited(),
        people: () => latest.current.suggestions.people(),
        stamp: () => latest.current.stamp(),
      },
      onScroll: () => latest.current.onScroll(),
      onOpen: (target) => latest.current.onOpen(target),
    });
    editor.current = made;
    shown.current = first;
    if (first.isForWriting || !hasVisibleFocus()) made.focus();
    // Not a property: the window would render at each key. The text of another note is for another editor: here it
    // would move the cursor, whose place is remembered.
    const endFollowing = store.subscribe(({ draft, openNote, editorNumber }, before) => {
      if (draft !== before.draft && openNote !== null && editorNumber === before.editorNumber)
        made.setText(draft);
    });
    return () => {
      endFollowing();
      store.getState().readDraft();
      editor.current = null;
      made.end();
    };
  }, [store, noteModel]);
  useEffect(() => editor.current?.showDates(dates), [dates]);
  useEffect(() => editor.current?.showLinks(links), [links]);
  // The note that is open was opened again, at another place.
  useEffect(() => {
    if (shown.current === opening) return;
    shown.current = opening;
    editor.current?.show(opening.place);
    if (opening.isForWriting) editor.current?.focus();
  }, [opening]);
  useImperativeHandle(ref, (): FieldHandle => ({
    focus: () => editor.current?.focus(),
    show: (place) => editor.current?.show(place),
    toggleBox: () => editor.current?.toggleBox(),
    insert: (text) => editor.current?.insert(text),
    insertLine: (line) => editor.current?.insertLine(line),
    changeLine: (change) => editor.current?.changeLine(change),
    line: () => editor.current?.line() ?? '',
    topLine: () => editor.current?.topLine() ?? 0,
    scrollToLine: (line) => editor.current?.scrollToLine(line),
  }));
  // Whatever is clicked next may show the draft.
  return <div ref={host} className="note-text" onBlur={() => store.getState().readDraft()} />;
}
