/**
 * A link in a unit; `start` and `end` are its place in the text. Addresses are cleaned, otherwise as written.
 */
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

/** A paragraph, the words of a list item, or a table row. */
export interface PageUnit {
  readonly kind: 'paragraph' | 'item' | 'row';
  /** One line; {@link ADDRESS_MARK} replaces bare addresses. */
  readonly text: string;
  readonly links: readonly PageLink[];
  /** Bold words at the very start, without a colon; null if there are none. */
  readonly label: string | null;
  /** Index of the list item around this one; null at the top level. */
  readonly parent: number | null;
  /** The headings above it, outermost first. */
  readonly headings: readonly PageHeading[];
  readonly cells: readonly PageCell[];
}

export interface PageHeading {
  readonly level: number;
  readonly text: string;
  /** Position of the heading among all of the page; distinguishes equal ones. */
  readonly order: number;
}

/** True for a row with one field of a single thing, such as `Meeting time | Thursdays at 10am PT`. */
export const isFieldRow = ({ kind, cells }: PageUnit): boolean =>
  kind === 'row' && cells.length === 2 && FIELD.test(cells[0]?.text ?? '');

const FIELD =
  /^(?:(?:community|regular|weekly|team|public) )*(?:meetings?|calls?)?\s*(?:times?|dates?|day|schedule|calendar|when|cadence|frequency|meetings?|calls?)\s*:?$/i;

/** A page as a list of units in reading order. */
export interface Page {
  /**
   * From the front matter, the first heading of level one, or the only heading of the highest level; null if
   * there is none.
   */
  readonly title: string | null;
  readonly units: readonly PageUnit[];
  /** True for HTML, of which other parts may be left out. */
  readonly isWeb?: boolean;
  readonly headings: readonly PageHeading[];
}

/** Replaces an address in running text, so that its digits are not read as times. */
export const ADDRESS_MARK = '\uFFFC';

/** Position of the innermost heading of a unit; −1 above the first one. */
export const sectionOrder = (unit: PageUnit): number => unit.headings.at(-1)?.order ?? -1;
