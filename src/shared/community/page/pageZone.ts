import { readZone, ZONE_PATTERN } from '../zones/readZone.ts';
import type { ZoneReading } from '../zones/readZone.ts';
import type { Page } from './pageUnit.ts';

/** What a page says about the zone of all its times. */
export interface PageZone {
  /** The one zone that holds for times without any; null where there is none or more than one. */
  readonly only: ZoneReading | null;
  readonly all: readonly ZoneReading[];
}

const STATEMENT =
  /\b(?:times?|meetings?|hours|schedules?)\b[^.|]{0,60}\b(?:are|is|in|given|listed|shown|use|specified|either)\b|\btime ?zone\b/i;

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
    [...sentence.matchAll(new RegExp(ZONE_PATTERN, 'g'))].flatMap((match) => readZone(match[0]) ?? []),
  );
  const all = readings.filter(
    (reading, index) => readings.findIndex((other) => other.zone === reading.zone) === index,
  );
  return { only: all.length === 1 ? (all[0] ?? null) : null, all };
}
