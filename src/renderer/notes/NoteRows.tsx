import type { ReactNode } from 'react';
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components';

/** A row of the list: a note, a transcript or a search result. */
export interface NoteRow {
  readonly id: string;
  readonly title: string;
  /** Shown at the end of the title's line. */
  readonly day: string | null;
  /** Below it; null for nothing. */
  readonly words: ReactNode;
  readonly isOpen: boolean;
}

export interface NoteRowsProps {
  readonly label: string;
  readonly rows: readonly NoteRow[];
  /** Least height of a row (px), and the estimate for rows that are not rendered. */
  readonly rowHeight: number;
  readonly onOpen: (id: string) => void;
}

const PADDING = 8;

/** A virtual list: only visible rows are rendered. */
export const NoteRows = ({ label, rows, rowHeight, onOpen }: NoteRowsProps) => (
  <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: rowHeight, padding: PADDING }}>
    <GridList
      aria-label={label}
      className="note-list"
      disallowTypeAhead
      items={rows}
      onAction={(id) => onOpen(String(id))}
    >
      {({ id, title, day, words, isOpen }) => (
        <GridListItem
          id={id}
          textValue={day === null ? title : `${title}, ${day}`}
          className="note-item"
          data-open={isOpen || undefined}
        >
          <div className="note-item-head">
            <span className="note-item-title" dir="auto">
              {title}
            </span>
            <span className="note-item-day">{day}</span>
          </div>
          {words}
        </GridListItem>
      )}
    </GridList>
  </Virtualizer>
);
