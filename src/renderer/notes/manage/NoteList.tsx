import { useCallback, useMemo, useState } from 'react';
import type { NoteSummary } from '#core/notes/note.ts';
import type { TimeFormat } from '#core/format/formatTime.ts';
import type { NoteGroup } from '#core/notes/noteGroups.ts';
import type { Settings } from '#core/settings/settings.ts';
import type { CalendarDate, Instant } from '#base';
import { useApp, useTicker, useTimeFormat } from '../../kit/AppContext.tsx';
import { firstOf, useGrowing } from '../../kit/useGrowing.ts';
import { noteAt } from '../namedNotes.ts';
import { useNoteModel } from '../NoteModelContext.ts';
import { NoteRows, type NoteRow, type NoteSection } from '../NoteRows.tsx';
import { texts as noteTexts } from '../texts.ts';
import { groupHeading, rowDay } from './listWords.ts';
import { useRowActions } from './useRowActions.tsx';
import { useNoteGroups, useNoteHue } from './useNoteSections.ts';

const ROW_HEIGHT = 52;
/** React Aria makes an object of each row, also of those that are not visible: 2,000 take a sixth of a second. */
const GROWTH = { first: 5, screen: 20, step: 400 };
const NO_NOTES: readonly NoteSummary[] = [];
const NO_WORDS: Pick<NoteSummary, 'excerpt' | 'tags'> = { excerpt: '', tags: [] };

/** The first words of a note, after its tags that are not in them. They follow by themselves, so that a save renders no row. */
function Words({ path }: { readonly path: string }) {
  const { excerpt, tags } = useApp(noteAt(path)) ?? NO_WORDS;
  const others = tags.filter((tag) => !excerpt.includes(`#${tag}`));
  return (
    <p className="note-item-excerpt">
      {others.length > 0 && <span className="note-item-tags">{others.map((tag) => `#${tag} `)}</span>}
      {excerpt === '' ? noteTexts.emptyNote : excerpt}
    </p>
  );
}

type RowParts = Required<Pick<NoteRow, 'day' | 'hue'>>;

/** Rows by the paths of their notes, for one way to write them. */
type KnownRows = Map<string, { readonly of: NoteSummary; readonly row: NoteRow }>;

/** A row, and the same object as long as what it shows is the same. */
function rowFor(known: KnownRows, note: NoteSummary, partsOf: () => RowParts): NoteRow {
  const before = known.get(note.path);
  if (before?.of === note) return before.row;
  const { path, title, isPinned } = note;
  const { day, hue } = partsOf();
  const isSameRow =
    before !== undefined &&
    before.row.title === title &&
    before.row.day === day &&
    before.row.isPinned === isPinned &&
    before.row.hue === hue;
  const row = isSameRow ? before.row : { id: path, title, day, hue, isPinned, words: <Words path={path} /> };
  known.set(path, { of: note, row });
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
  return ({ id, of, notes }: NoteGroup): NoteSection => {
    const rows: KnownRows = known.get(id) ?? new Map();
    known.set(id, rows);
    return {
      id,
      heading: groupHeading(of, today, format),
      rows: notes.map((note) =>
        rowFor(rows, note, () => ({
          day: rowDay(note, { order, group: of, now: now() }, format),
          hue: hueOf(note),
        })),
      ),
    };
  };
}

const isSameSection = ({ id, heading, rows }: NoteSection, other: NoteSection | undefined): boolean =>
  id === other?.id &&
  heading === other.heading &&
  rows.length === other.rows.length &&
  rows.every((row, index) => row === other.rows[index]);

/** The rows of the list, and the same object as long as they are the same. */
function useSections(notes: readonly NoteSummary[]): readonly NoteSection[] {
  const { groups: all, today } = useNoteGroups(notes);
  const most = useGrowing(notes.length, GROWTH);
  const groups = useMemo(
    () =>
      firstOf(
        all,
        most,
        (group) => group.notes,
        (group, some) => ({ ...group, notes: some }),
      ),
    [all, most],
  );
  const { locale, zone, clock } = useTimeFormat();
  const ticker = useTicker();
  const hueOf = useNoteHue();
  const order = useApp((state) => state.settings?.notesOrder ?? 'meeting');
  const sectionOf = useMemo(
    () => sectionMaker({ today, format: { locale, zone, clock }, order, now: () => ticker.now(), hueOf }),
    [today, locale, zone, clock, order, ticker, hueOf],
  );
  const made = useMemo(() => groups.map((group) => sectionOf(group)), [groups, sectionOf]);
  const [shown, show] = useState(made);
  const isSame =
    made.length === shown.length && made.every((section, index) => isSameSection(section, shown[index]));
  if (!isSame) show(made);
  return isSame ? shown : made;
}

/** The notes in their groups, with all that can be done with them. */
export function NoteList() {
  const notes = useApp((state) => state.notes) ?? NO_NOTES;
  const noteModel = useNoteModel();
  const sections = useSections(notes);
  const { actions, dialogs } = useRowActions();
  const open = useCallback((path: string) => void noteModel.open(path), [noteModel]);
  return (
    <>
      <NoteRows
        label={noteTexts.notes}
        sections={sections}
        rowHeight={ROW_HEIGHT}
        onOpen={open}
        actions={actions}
      />
      {dialogs}
    </>
  );
}
