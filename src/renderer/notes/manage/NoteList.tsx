import { useMemo } from 'react';
import type { NoteSummary } from '#core/notes/note.ts';
import type { TimeFormat } from '#core/format/formatTime.ts';
import type { NoteGroup } from '#core/notes/noteGroups.ts';
import type { Settings } from '#core/settings/settings.ts';
import type { CalendarDate, Instant } from '#base';
import { useApp, useTicker, useTimeFormat } from '../../kit/AppContext.tsx';
import { useNoteModel } from '../NoteModelContext.ts';
import { NoteRows, type NoteRow, type NoteSection } from '../NoteRows.tsx';
import { texts as noteTexts } from '../texts.ts';
import { groupHeading, rowDay } from './listWords.ts';
import { useRowActions } from './useRowActions.tsx';
import { useNoteGroups, useNoteHue } from './useNoteSections.ts';

const ROW_HEIGHT = 52;

/** The first words of a note, after its tags that are not in them. */
function Words({ note: { excerpt, tags } }: { readonly note: NoteSummary }) {
  const others = tags.filter((tag) => !excerpt.includes(`#${tag}`));
  return (
    <p className="note-item-excerpt">
      {others.length > 0 && <span className="note-item-tags">{others.map((tag) => `#${tag} `)}</span>}
      {excerpt === '' ? noteTexts.emptyNote : excerpt}
    </p>
  );
}

type RowParts = Pick<NoteRow, 'isOpen' | 'hue'>;

/** Rows by their notes, for one way to write them. Of a note that has not changed it is the same object. */
type KnownRows = WeakMap<NoteSummary, NoteRow>;

/** A row, and the same object as long as what it shows is the same. */
function rowFor(known: KnownRows, note: NoteSummary, day: () => string | null, parts: RowParts): NoteRow {
  const before = known.get(note);
  if (before !== undefined && before.isOpen === parts.isOpen) return before;
  const row: NoteRow = {
    id: note.path,
    title: note.title,
    day: day(),
    isPinned: note.isPinned,
    words: <Words note={note} />,
    ...parts,
  };
  known.set(note, row);
  return row;
}

interface RowContext {
  readonly today: CalendarDate;
  readonly format: TimeFormat;
  readonly order: Settings['notesOrder'];
  readonly now: () => Instant;
  readonly hueOf: ReturnType<typeof useNoteHue>;
}

/** Makes the sections of groups; a row that is as before is the same object. */
function sectionMaker({ today, format, order, now, hueOf }: RowContext) {
  // By group: the day of a note is written in another way in each.
  const known = new Map<string, KnownRows>();
  return ({ id, of, notes }: NoteGroup, openPath: string | null): NoteSection => {
    const rows = known.get(id) ?? new WeakMap<NoteSummary, NoteRow>();
    known.set(id, rows);
    return {
      id,
      heading: groupHeading(of, today, format),
      rows: notes.map((note) =>
        rowFor(rows, note, () => rowDay(note, { order, group: of, now: now() }, format), {
          isOpen: note.path === openPath,
          hue: hueOf(note),
        }),
      ),
    };
  };
}

/** The rows of the list. */
function useSections(notes: readonly NoteSummary[]): readonly NoteSection[] {
  const { groups, today } = useNoteGroups(notes);
  const { locale, zone, clock } = useTimeFormat();
  const ticker = useTicker();
  const hueOf = useNoteHue();
  const order = useApp((state) => state.settings?.notesOrder ?? 'meeting');
  const openPath = useApp((state) => state.openNote?.path ?? null);
  const sectionOf = useMemo(
    () => sectionMaker({ today, format: { locale, zone, clock }, order, now: () => ticker.now(), hueOf }),
    [today, locale, zone, clock, order, ticker, hueOf],
  );
  return useMemo(() => groups.map((group) => sectionOf(group, openPath)), [groups, sectionOf, openPath]);
}

/** The notes in their groups, with all that can be done with them. */
export function NoteList({ notes }: { readonly notes: readonly NoteSummary[] }) {
  const noteModel = useNoteModel();
  const sections = useSections(notes);
  const { actions, dialogs } = useRowActions(notes);
  return (
    <>
      <NoteRows
        label={noteTexts.notes}
        sections={sections}
        rowHeight={ROW_HEIGHT}
        onOpen={(path) => void noteModel.open(path)}
        actions={actions}
      />
      {dialogs}
    </>
  );
}
