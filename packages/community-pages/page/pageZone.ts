import { readZone, ZONE_OF_PAGE_PATTERN, ZONE_PATTERN, type ZoneReading } from '../zones/readZone.ts';
import type { Page } from './pageUnit.ts';

/** What a page says about the zone of all its times. */
export interface PageZone {
  /** The zone for times without one; null if the page names none or several. */
  readonly only: ZoneReading | null;
  readonly all: readonly ZoneReading[];
}

const STATEMENT =
  /\b(?:times?|meetings?|hours|schedules?)\b[^.|]{0,60}\b(?:are|is|in|given|listed|shown|use|specified|either)\b|\btime ?zone\b/i;

/** A zone that the page calls authoritative, with the words before it: `EMEA sessions align with CET`. */
export interface RulingZone {
  readonly words: string;
  readonly zone: ZoneReading;
}

const RULING = new RegExp(
  `(?<words>[^.;,]{2,80}?)\\b(?:align(?:s|ed)? (?:with|to)|follows?|(?:are |is )?(?:based on|fixed to|fixed at|anchored to|pegged to|set in|tied to))\\s+(?:the\\s+)?(?<zone>${ZONE_PATTERN})`,
  'g',
);

/** The authoritative zones of a page. */
export const rulingZones = (page: Page): RulingZone[] =>
  page.units.flatMap((unit) =>
    [...unit.text.matchAll(RULING)].flatMap((match) => {
      const zone = readZone(match.groups?.['zone'] ?? '');
      return zone === null ? [] : [{ words: match.groups?.['words'] ?? '', zone }];
    }),
  );

const capitals = (text: string) => new Set(text.match(/\b[A-Z]{3,}\b/g) ?? []);

/**
 * The authoritative zone of a meeting: its words and those before the zone share a name in capitals, or it is
 * the only one.
 */
export function rulingZoneOf(text: string, rulings: readonly RulingZone[]): ZoneReading | null {
  const names = capitals(text);
  const own = rulings.filter((ruling) => [...capitals(ruling.words)].some((name) => names.has(name)));
  const [first, ...others] = own.length > 0 ? own : rulings;
  return first !== undefined && others.length === 0 ? first.zone : null;
}

/** The zone statement of a page: `All times are in UTC`, `Meetings are either in Pacific Time or UTC+8`. */
export function zoneOfPage(page: Page): PageZone {
  const sentences = page.units
    .filter((unit) => unit.kind !== 'row')
    .flatMap((unit) => unit.text.split(/(?<=[.!?])\s+/))
    .filter(
      (sentence) =>
        STATEMENT.test(sentence) &&
        !/\d{1,2}:\d\d|\d ?[ap]m\b/i.test(sentence) &&
        !/\bmonday|tuesday|wednesday|thursday|friday/i.test(sentence),
    );
  const readings = sentences.flatMap((sentence) =>
    [...sentence.matchAll(new RegExp(ZONE_OF_PAGE_PATTERN, 'g'))].flatMap(
      (match) => readZone(match[0]) ?? [],
    ),
  );
  const all = readings.filter(
    (reading, index) => readings.findIndex((other) => other.zone === reading.zone) === index,
  );
  return { only: all.length === 1 ? (all[0] ?? null) : null, all };
}
