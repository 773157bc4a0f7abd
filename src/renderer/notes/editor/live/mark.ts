import type { CalendarDate } from '#base';

/** How a piece of Markdown looks. Data, which liveMarkdown.ts turns into decorations. */
export type Mark =
  /** A class of the whole line that begins at `at`. */
  | { readonly kind: 'line'; readonly at: number; readonly name: string }
  /** A class of some text. `target` is what a click on it opens. */
  | {
      readonly kind: 'text';
      readonly from: number;
      readonly to: number;
      readonly name: string;
      readonly target?: Target;
    }
  /** Text that stays in one row, with what is drawn in place of it. */
  | { readonly kind: 'kept'; readonly from: number; readonly to: number }
  | { readonly kind: 'hidden'; readonly from: number; readonly to: number }
  /** An address, of which only the host and a short path are shown. */
  | { readonly kind: 'address'; readonly from: number; readonly to: number; readonly url: string }
  | {
      readonly kind: 'picture';
      readonly from: number;
      readonly to: number;
      readonly src: string;
      readonly alt: string;
    }
  /** The list mark and label of a decision, of which an icon is shown. */
  | { readonly kind: 'decision'; readonly from: number; readonly to: number }
  /** The due date of an action item. */
  | {
      readonly kind: 'due';
      readonly from: number;
      readonly to: number;
      readonly due: CalendarDate;
      readonly isDone: boolean;
    };

/** What a click opens: an address, or a note by its title. */
export type Target =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'note'; readonly title: string };

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What the user is at: there the marks of Markdown are shown. Empty while another part has the focus. */
export type Cursors = readonly Range[];
