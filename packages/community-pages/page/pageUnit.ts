/** A link in a unit; `start` and `end` are its place in the unit's text. Addresses are cleaned, but otherwise as written. */
export interface PageLink {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly address: string;
}

/** A table cell with the head of its column. */
export interface PageCell {
  readonly head: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The smallest piece of a page that says something: a paragraph, a list item's own words, a table row. */
export interface PageUnit {
  readonly kind: 'paragraph' | 'item' | 'row';
  /** One line; a bare address in the page stands as {@link ADDRESS_MARK}. */
  readonly text: string;
  readonly links: readonly PageLink[];
  /** Words in bold at the very start, without a colon; null when there are none. */
  readonly label: string | null;
  /** Index of the list item that this one stands in; null at the top. */
  readonly parent: number | null;
  /** Headings above it, outermost first; all levels that are open. */
  readonly headings: readonly PageHeading[];
  readonly cells: readonly PageCell[];
}

export interface PageHeading {
  readonly level: number;
  readonly text: string;
  /** Position of the heading among all of the page: tells equal ones apart. */
  readonly order: number;
}

/** A row of a table that lists the fields of one thing, such as `Meeting time | Thursdays at 10am PT`. */
export const isFieldRow = ({ kind, cells }: PageUnit): boolean =>
  kind === 'row' && cells.length === 2 && FIELD.test(cells[0]?.text ?? '');

const FIELD =
  /^(?:(?:community|regular|weekly|team|public) )*(?:meetings?|calls?)?\s*(?:times?|dates?|day|schedule|calendar|when|cadence|frequency|meetings?|calls?)\s*:?$/i;

/** A page as a list of units in reading order. */
export interface Page {
  /** From the front matter, the first heading of level one, or the only one of the highest level; null when there is none. */
  readonly title: string | null;
  readonly units: readonly PageUnit[];
  /** It is HTML, of which much besides may have been left out. */
  readonly isWeb?: boolean;
  readonly headings: readonly PageHeading[];
}

/** Stands for an address in running text, so that its digits are not read as times. */
export const ADDRESS_MARK = '\uFFFC';

/** The section that a unit is in, by its innermost heading; -1 above the first one. */
export const sectionOrder = (unit: PageUnit): number => unit.headings.at(-1)?.order ?? -1;
