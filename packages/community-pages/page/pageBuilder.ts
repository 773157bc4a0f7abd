import { plainLine } from '../plainText.ts';
import { ZONE_OF_PAGE_PATTERN } from '../zones/readZone.ts';
import type { Page, PageCell, PageHeading, PageUnit } from './pageUnit.ts';
import { UnitWriter } from './unitWriter.ts';

/** Collects headings and units of a page in reading order, for every markup. */

/** A zone with its gloss: `UTC-05:00 (EST)`. */
const ZONE_IN_HEAD = new RegExp(`${ZONE_OF_PAGE_PATTERN}(?:\\s*\\([^()]{2,30}\\))?`);

/** The zone in the head of a column. */
export const zoneInHead = (head: string): string | undefined => ZONE_IN_HEAD.exec(head)?.[0];

/** Appends the zone of the column to a cell that names none. */
export const zoneOfHead = (text: string, zone: string | undefined): string =>
  zone === undefined || !/\d/.test(text) || ZONE_IN_HEAD.test(text) ? '' : ` ${zone}`;

/** A heading with a day and numbers may contain a whole meeting: `Community call (Tuesdays, 9:00 PT)`. */
const DATED_HEADING = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun)(?:days?)?\b.*\d/i;

/** In letters. Longer text is not a heading, and would take quadratic time. */
const LONGEST_HEADING = 500;

/** Builds a page while it is parsed. */
export class PageBuilder {
  readonly units: PageUnit[] = [];
  readonly headings: PageHeading[] = [];
  readonly definitions = new Map<string, string>();
  #open: PageHeading[] = [];

  heading(level: number, written: string): void {
    const text = written.slice(0, LONGEST_HEADING);
    const heading = {
      level,
      text: plainLine(text)
        .replace(/[:#]+$/, '')
        .trim(),
      order: this.headings.length,
    };
    this.headings.push(heading);
    this.#open = [...this.#open.filter((other) => other.level < level), heading];
    if (!DATED_HEADING.test(text)) return;
    const words = new UnitWriter();
    words.write(text);
    this.unit('paragraph', words, null);
  }

  unit(
    kind: PageUnit['kind'],
    writer: UnitWriter,
    parent: number | null,
    cells: readonly PageCell[] = [],
  ): number | null {
    if (writer.isEmpty) return null;
    this.units.push({
      kind,
      text: writer.text,
      links: writer.links,
      label: writer.label,
      parent,
      headings: this.#open,
      cells,
    });
    return this.units.length - 1;
  }

  /** @param named the page's own title; null if its headings give it */
  page(named: string | null): Page {
    const [first] = this.headings;
    const top = Math.min(...this.headings.map((heading) => heading.level));
    const isTop =
      first?.level === top && this.headings.filter((heading) => heading.level === top).length === 1;
    const highest = this.headings.find((heading) => heading.level === 1) ?? (isTop ? first : undefined);
    const title = named ?? highest?.text ?? null;
    return {
      title: title === null ? null : plainLine(title),
      units: this.units,
      headings: this.headings,
    };
  }
}
