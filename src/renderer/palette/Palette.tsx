// In an Autocomplete of react-aria nothing is active after a letter was deleted, so Enter would do nothing: the
// field and its results follow the combobox pattern of ARIA here.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { Search } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { ListedCommunity } from '#core/directory/directoryView.ts';
import { searchDirectory } from '#core/directory/searchDirectory.ts';
import { useDirectory } from '../communities/directory/useDirectory.ts';
import { Dialog, Input, Modal, ModalOverlay } from 'react-aria-components';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { NotedAction } from '#core/notes/note.ts';
import { isMonthFirst } from '#core/search/dayInWords.ts';
import { MINUTE } from '#base';
import { useFurtherMeetings } from '../agenda/useFurtherMeetings.ts';
import { useMeeting } from '../agenda/useMeeting.ts';
import { afterRender } from '../kit/afterRender.ts';
import { useApi, useApp, useAppStore, useNow, useTicker, useTimeFormat } from '../kit/AppContext.tsx';
import type { ShortcutName } from '../keys/shortcuts.ts';
import { Keys } from '../keys/Keys.tsx';
import { useNoteModel } from '../notes/NoteModelContext.ts';
import { occurrencesOf } from '../store/agendaSlice.ts';
import { openEntry } from './openEntry.ts';
import {
  dateIn,
  furtherQuery,
  paletteGroups,
  spokenCount,
  type PaletteGroup,
  type PaletteRow as Row,
} from './paletteModel.ts';
import { PaletteRow } from './PaletteRow.tsx';
import { recentThings, rememberThing } from './recentThings.ts';
import { useDayMeetings } from './useDayMeetings.ts';
import { useReadAhead } from './useReadAhead.ts';
import { texts } from './texts.ts';

const LIST_ID = 'palette-results';
const NO_TODOS: readonly NotedAction[] = [];
const NO_MEETINGS: readonly Occurrence[] = [];
const rowId = (index: number): string => `palette-row-${index}`;

/** The open action items; empty until main has answered. */
function useTodos(): readonly NotedAction[] {
  const api = useApi();
  const [todos, setTodos] = useState(NO_TODOS);
  useEffect(() => {
    let isCurrent = true;
    const fetch = async (): Promise<void> => {
      const outcome = await api.invoke('notes:actions');
      if (isCurrent && outcome.ok) setTodos(outcome.value);
    };
    void fetch();
    return () => {
      isCurrent = false;
    };
  }, [api]);
  return todos;
}

const NO_ROWS: readonly ListedCommunity[] = [];
/** What only words find. */
const NOTHING_FOUND = { onDate: NO_MEETINGS, further: NO_MEETINGS, listed: NO_ROWS };
/** More of the directory is in Communities. */
const MOST_LISTED = 3;

/** The groups for what is typed. */
function useGroups(text: string): readonly PaletteGroup[] {
  const { zone, locale } = useTimeFormat();
  const occurrences = useApp(occurrencesOf);
  const notes = useApp((state) => state.notes);
  const communities = useApp((state) => state.communities);
  const directory = useDirectory() ?? NO_ROWS;
  const todos = useTodos();
  const now = useNow((instant) => instant - (instant % MINUTE));
  const [recent] = useState(recentThings);
  const further = useFurtherMeetings(furtherQuery(text)) ?? NO_MEETINGS;
  const date = dateIn({ text, isMonthFirst: isMonthFirst(locale) }, now, zone);
  const onDate = useDayMeetings(date);
  const known = useMemo(
    () => ({
      occurrences,
      notes: notes ?? [],
      todos,
      communities: communities ?? [],
      now,
      zone,
      ...NOTHING_FOUND,
    }),
    [occurrences, notes, todos, communities, now, zone],
  );
  useReadAhead(known);
  return useMemo(() => {
    const listed = text.trim() === '' ? NO_ROWS : searchDirectory(directory, text).slice(0, MOST_LISTED);
    return paletteGroups({ text, date, recent }, { ...known, onDate, further, listed });
  }, [text, date, recent, known, onDate, further, directory]);
}

/** Opens an entry once the palette is closed and the focus is back where it was. */
function useOpen(run: (name: ShortcutName) => void): (row: Row, wish: 'open' | 'join') => void {
  const [store, api, ticker, noteModel] = [useAppStore(), useApi(), useTicker(), useNoteModel()];
  const meeting = useMeeting();
  return ({ entry }, wish) => {
    rememberThing(entry.id);
    store.getState().paletteToggled(false);
    // The dialog gives the focus back in the frame after it has closed.
    afterRender(() => {
      if (wish === 'join' && (entry.kind === 'meeting' || entry.kind === 'person'))
        meeting.join(entry.occurrence);
      else openEntry(entry, { store, api, ticker, noteModel, meeting, run });
    });
  };
}

interface FieldProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly activeId: string | null;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function Field({ text, onChange, activeId, onKeyDown }: FieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <div className="palette-field">
      <Search aria-hidden size={18} className="palette-icon" />
      <Input
        ref={field}
        role="combobox"
        aria-label={texts.label}
        aria-expanded
        aria-controls={LIST_ID}
        aria-autocomplete="list"
        {...(activeId !== null && { 'aria-activedescendant': activeId })}
        autoComplete="off"
        spellCheck={false}
        className="palette-input"
        placeholder={texts.placeholder}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Keys chord="Escape" />
    </div>
  );
}

const Foot = ({ canJoin }: { readonly canJoin: boolean }) => (
  <footer className="palette-foot" aria-hidden>
    <span>
      <kbd>↵</kbd> {texts.open}
    </span>
    {canJoin && (
      <span>
        <Keys chord="Mod+Enter" /> {texts.join}
      </span>
    )}
    <span>
      <kbd>Tab</kbd> {texts.onlyActions}
    </span>
    <span className="palette-hint">{texts.hint}</span>
  </footer>
);

interface ResultsProps {
  readonly groups: readonly PaletteGroup[];
  readonly active: number;
  readonly onPoint: (index: number) => void;
  readonly onOpen: (row: Row) => void;
}

function Results({ groups, active, onPoint, onOpen }: ResultsProps) {
  const starts = groups.map((_, index) =>
    groups.slice(0, index).reduce((sum, { rows }) => sum + rows.length, 0),
  );
  return (
    <div id={LIST_ID} role="listbox" aria-label={texts.results} className="palette-results">
      {groups.map(({ name, rows }, at) => (
        <div key={name} role="group" aria-labelledby={`palette-group-${name}`}>
          <p id={`palette-group-${name}`} className="palette-group">
            {texts.groups[name]}
          </p>
          {rows.map((row, index) => {
            const place = (starts[at] ?? 0) + index;
            return (
              <PaletteRow
                key={row.entry.id}
                id={rowId(place)}
                {...row}
                isActive={place === active}
                onPoint={() => onPoint(place)}
                onOpen={() => onOpen(row)}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

function Content({ run }: { readonly run: (name: ShortcutName) => void }) {
  const [text, setText] = useState('');
  /** Group and id of the entry that was moved to; null for the first. Results that come later do not change it. */
  const [activePlace, setActivePlace] = useState<string | null>(null);
  const groups = useGroups(text);
  const open = useOpen(run);
  const rows = groups.flatMap(({ name, rows: own }) =>
    // A meeting may be in two groups.
    own.map((row) => ({ ...row, place: `${name} ${row.entry.id}` })),
  );
  const active = Math.max(
    0,
    rows.findIndex(({ place }) => place === activePlace),
  );
  const row = rows[active];
  const type = (next: string): void => {
    setText(next);
    setActivePlace(null);
  };
  const setActive = (index: number): void => setActivePlace(rows[index]?.place ?? null);
  const move = (by: number): void => {
    if (rows.length > 0) setActive((active + by + rows.length) % rows.length);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // An input method uses these keys itself.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Tab' && !event.shiftKey) type(text.startsWith('>') ? text.slice(1) : `>${text}`);
    else if (event.key !== 'Enter') return;
    else if (row !== undefined) open(row, event.ctrlKey || event.metaKey ? 'join' : 'open');
    event.preventDefault();
  };
  return (
    <>
      <Field
        text={text}
        onChange={type}
        activeId={row === undefined ? null : rowId(active)}
        onKeyDown={onKeyDown}
      />
      <Results
        groups={groups}
        active={active}
        onPoint={setActive}
        onOpen={(chosen) => open(chosen, 'open')}
      />
      {rows.length === 0 && <p className="palette-nothing">{texts.nothing(text.trim())}</p>}
      <output className="visually-hidden">{text === '' ? '' : spokenCount(groups)}</output>
      <Foot canJoin={row?.entry.kind === 'meeting' || row?.entry.kind === 'person'} />
    </>
  );
}

/** Search or jump: opened with Ctrl+K, it finds everything and does every action. */
export function Palette({ run }: { readonly run: (name: ShortcutName) => void }) {
  const isOpen = useApp((state) => state.isPaletteOpen);
  const toggle = useApp((state) => state.paletteToggled);
  return (
    <ModalOverlay className="overlay palette-overlay" isOpen={isOpen} isDismissable onOpenChange={toggle}>
      <Modal className="palette">
        <Dialog aria-label={texts.label} className="palette-dialog">
          <Content run={run} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
