import { Ellipsis, Pin } from 'lucide-react';
import {
  memo,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import {
  Button,
  Collection,
  GridList,
  GridListHeader,
  GridListItem,
  GridListSection,
  Virtualizer,
} from 'react-aria-components';
import type { Hue } from '#core/format/hue.ts';
import { afterRender } from '../kit/afterRender.ts';
import { useApp } from '../kit/AppContext.tsx';
import { MeasuredRows } from './measuredRows.ts';
import { texts } from './manage/texts.ts';
import { SelectionBar } from './manage/SelectionBar.tsx';
import type { RowActions } from './manage/rowActions.ts';
import { RowMenu, type MenuAt } from './manage/RowMenu.tsx';

/** A row of the list: a note, a transcript or a search result. The same object as before is not rendered again. */
export interface NoteRow {
  readonly id: string;
  readonly title: string;
  /** Shown at the end of the title's line. */
  readonly day: string | null;
  /** Below it; null for nothing. */
  readonly words: ReactNode;
  /** Of its calendar. */
  readonly hue?: Hue | null;
  readonly isPinned?: boolean;
}

/** Rows below one heading. */
export interface NoteSection {
  readonly id: string;
  readonly heading: string | null;
  readonly rows: readonly NoteRow[];
}

export interface NoteRowsProps {
  readonly label: string;
  readonly sections: readonly NoteSection[];
  /** Least height of a row (px), and the estimate for rows that are not rendered. */
  readonly rowHeight: number;
  readonly onOpen: (id: string) => void;
  readonly actions?: RowActions;
}

const PADDING = 8;
const HEADING_HEIGHT = 32;
const NONE: ReadonlySet<string> = new Set();

/** When the last row was deleted, its list is gone: the focus goes to the search, or to what fills the list. */
function focusBesideList(): void {
  if (document.activeElement !== document.body) return;
  document
    .querySelector<HTMLElement>('.notes-side .search-box input, .notes-side .action-filters button')
    ?.focus();
}

/** The id of the row that an event is about. */
const rowOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[role="row"][data-key]') : null;

/** Marks the row of the open note or transcript. It reads the store itself, so that opening one does not render the list. */
function OpenMark({ id }: { readonly id: string }) {
  const isOpen = useApp((state) => (state.openTranscript ?? state.openNote?.path) === id);
  return isOpen && <span aria-hidden className="note-item-open" />;
}

interface ItemProps {
  readonly row: NoteRow;
  readonly onOpen: (id: string) => void;
  readonly onMenu: ((id: string, button: Element) => void) | null;
  readonly observe: MeasuredRows['observe'];
}

const Item = ({ row: { id, title, day, words, hue, isPinned }, onOpen, onMenu, observe }: ItemProps) => (
  <GridListItem
    id={id}
    ref={observe}
    textValue={day === null || day === '' ? title : `${title}, ${day}`}
    className="note-item"
    // A press opens, unless it adds to the selection; Enter opens by `onAction`.
    onPress={({ pointerType, ctrlKey, metaKey, shiftKey }) => {
      if (pointerType !== 'keyboard' && !ctrlKey && !metaKey && !shiftKey) onOpen(id);
    }}
  >
    <OpenMark id={id} />
    {hue !== undefined && <span aria-hidden className={`note-item-hue ${hue === null ? '' : `c-${hue}`}`} />}
    <div className="note-item-head">
      <span className="note-item-title" dir="auto">
        {title}
      </span>
      {isPinned === true && (
        <span className="note-item-pin">
          <Pin aria-hidden size={13} />
          <span className="visually-hidden">{texts.isPinned}</span>
        </span>
      )}
      <span className="note-item-day">{day}</span>
    </div>
    {words}
    {onMenu !== null && (
      <Button
        className="button button-quiet button-icon note-item-more"
        aria-label={texts.actionsFor(title)}
        aria-haspopup="menu"
        data-letters
        onPress={({ target }) => onMenu(id, target)}
      >
        <Ellipsis aria-hidden size={16} />
      </Button>
    )}
  </GridListItem>
);

function Rows({ label, sections, rowHeight, onOpen, actions }: NoteRowsProps) {
  const [chosen, setChosen] = useState(NONE);
  const [menuAt, setMenuAt] = useState<MenuAt | null>(null);
  const [layout] = useState(() => new MeasuredRows());
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const list = place.current;
    return () => {
      if (list?.contains(document.activeElement) === true) afterRender(focusBesideList);
    };
  }, []);
  const ids = sections.flatMap(({ rows }) => rows.map(({ id }) => id));
  const isListed = new Set(ids);
  const selected = ids.filter((id) => chosen.has(id));
  /** The chosen rows if the row is one of them, else the row. */
  const meant = (id: string): readonly string[] => (chosen.has(id) ? selected : [id]);
  const hasMenu = (id: string): boolean => actions !== undefined && actions.isFor?.(id) !== false;
  const onMenu = (id: string, button: Element): void => {
    const box = button.getBoundingClientRect();
    // Rows are rendered before the selection changes: which ones are meant is decided when the menu is.
    setMenuAt({ id, x: box.left, y: box.bottom });
  };
  // A row is rendered again only if it is another object, so it must not keep functions of an earlier time.
  const latest = useRef({ onOpen, onMenu });
  useEffect(() => {
    latest.current = { onOpen, onMenu };
  });
  const [openRow, openMenu] = useMemo(
    () => [
      (id: string) => latest.current.onOpen(id),
      (id: string, button: Element) => latest.current.onMenu(id, button),
    ],
    [],
  );
  const onContextMenu = (event: MouseEvent): void => {
    const row = rowOf(event.target);
    const id = row?.dataset['key'];
    if (row === null || id === undefined || !hasMenu(id)) return;
    event.preventDefault();
    row.focus();
    if (!chosen.has(id)) setChosen(new Set([id]));
    const box = row.getBoundingClientRect();
    // The key of the menu has no place of its own.
    const isPointed = event.button === 2;
    setMenuAt({
      id,
      x: isPointed ? event.clientX : box.left + 2 * PADDING,
      y: isPointed ? event.clientY : box.bottom,
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const id = rowOf(event.target)?.dataset['key'];
    if (actions === undefined || id === undefined || !hasMenu(id) || event.target !== rowOf(event.target))
      return;
    const isDelete = event.key === 'Delete' || (event.key === 'Backspace' && event.metaKey);
    if (!isDelete && event.key !== 'F2') return;
    event.preventDefault();
    event.stopPropagation();
    if (isDelete) actions.onDelete(meant(id));
    else actions.onRename(id);
  };
  return (
    <div ref={place} className="note-rows" onContextMenu={onContextMenu} onKeyDownCapture={onKeyDown}>
      <Virtualizer
        layout={layout}
        layoutOptions={{
          estimatedRowHeight: rowHeight,
          estimatedHeadingHeight: HEADING_HEIGHT,
          padding: PADDING,
        }}
      >
        <GridList
          aria-label={label}
          className="note-list"
          disallowTypeAhead
          items={sections}
          {...(actions !== undefined && {
            selectionMode: 'multiple' as const,
            selectionBehavior: 'replace' as const,
            selectedKeys: selected,
            onSelectionChange: (keys) =>
              setChosen(keys === 'all' ? isListed : new Set([...keys].map((key) => String(key)))),
          })}
          onAction={(id) => onOpen(String(id))}
        >
          {({ id, heading, rows }) => (
            <GridListSection id={id} {...(heading === null && { 'aria-label': label })}>
              {heading !== null && <GridListHeader className="note-group">{heading}</GridListHeader>}
              <Collection items={rows}>
                {(row) => (
                  <Item
                    row={row}
                    onOpen={openRow}
                    onMenu={hasMenu(row.id) ? openMenu : null}
                    observe={layout.observe}
                  />
                )}
              </Collection>
            </GridListSection>
          )}
        </GridList>
      </Virtualizer>
      {actions !== undefined && selected.length > 1 && (
        <SelectionBar ids={selected} actions={actions} onClear={() => setChosen(NONE)} />
      )}
      {actions !== undefined && menuAt !== null && (
        <RowMenu at={menuAt} label={texts.rowMenu} onClose={() => setMenuAt(null)}>
          {actions.menu(meant(menuAt.id))}
        </RowMenu>
      )}
    </div>
  );
}

/**
 * A virtual list: only visible rows are rendered. Several rows are chosen with Ctrl, Shift, or Ctrl+A. With the same
 * sections and functions nothing is rendered: React Aria renders each visible row and its button otherwise.
 */
export const NoteRows = memo(Rows);
