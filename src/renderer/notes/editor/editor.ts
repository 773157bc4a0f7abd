import type { Dates } from './live/dates.ts';
import type { Links } from './live/links.ts';
import type { NotePlace } from '../../store/noteOpening.ts';

/**
 * The editor of a note, for the parts of the window around it: its toolbar, the bar of the running meeting, the reading
 * view. Every change is one step of its undo history.
 */
export interface Editor {
  /** Replaces the text with one from outside. Undo restores the old one; the same text changes nothing. */
  setText(text: string): void;
  /** Shows due dates anew: the day or the way to write dates has changed. */
  showDates(dates: Dates): void;
  /** Shows links anew: notes came, went, or have other names. */
  showLinks(links: Links): void;
  focus(): void;
  /** Moves the cursor to a place, selects the words that are found there, and scrolls to it. Leaves the focus. */
  show(place: NotePlace): void;
  /** Ticks, clears or adds the checkboxes of the selected lines. */
  toggleBox(): void;
  /** Replaces the selection with text, puts the cursor after it, and takes the focus. */
  insert(text: string): void;
  /**
   * Adds a line of its own below that of the cursor, puts the cursor at its end, and takes the focus. A line that has
   * nothing but a list mark or an empty checkbox is replaced.
   * @param line Markdown without a line end, such as `- [ ] `
   */
  insertLine(line: string): void;
  /** Rewrites the line of the cursor, which keeps its distance to the end of the line, and takes the focus. */
  changeLine(change: (line: string) => string): void;
  /** The text of the cursor's line. */
  line(): string;
  /** The line at the top edge, from 0, with a fraction. */
  topLine(): number;
  /** Scrolls so that a line is at the top edge. */
  scrollToLine(line: number): void;
  end(): void;
}
