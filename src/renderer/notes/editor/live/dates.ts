import { StateEffect } from '@codemirror/state';
import { EditorView, WidgetType } from '@codemirror/view';
import type { CalendarDate } from '#base';

/** What a due date says today. */
export interface DueWords {
  readonly words: string;
  readonly isLate: boolean;
}

/** How the due dates of a note are read and written. */
export interface Dates {
  /** The day of the note, from which `Friday` counts; null if unknown. */
  readonly meetingDate: CalendarDate | null;
  readonly wordsOf: (due: CalendarDate, isDone: boolean) => DueWords;
}

/** The day, the zone or the way to write dates has changed. */
export const datesChanged = StateEffect.define();

/** A due date, as a small label. */
export class DueWidget extends WidgetType {
  private readonly due: DueWords;

  constructor(due: DueWords) {
    super();
    this.due = due;
  }
  override eq({ due }: DueWidget): boolean {
    return due.words === this.due.words && due.isLate === this.due.isLate;
  }
  override toDOM(): HTMLElement {
    const shown = document.createElement('span');
    shown.className = this.due.isLate ? 'cm-due cm-due-late' : 'cm-due';
    shown.textContent = this.due.words;
    return shown;
  }
  override ignoreEvent(): boolean {
    return false;
  }
}

export const dateTheme = EditorView.theme({
  '.cm-due': {
    display: 'inline-block',
    boxSizing: 'border-box',
    padding: '0 var(--s-3)',
    // Drawn in forced colours.
    border: '1px solid transparent',
    borderRadius: 'var(--r-tight)',
    backgroundColor: 'var(--hover)',
    color: 'var(--quiet)',
    font: 'var(--t-micro)',
    fontWeight: 'var(--w-medium)',
    textIndent: '0',
    verticalAlign: '1px',
    whiteSpace: 'nowrap',
  },
  '.cm-due-late': { backgroundColor: 'var(--danger-soft)', color: 'var(--danger)' },
});
