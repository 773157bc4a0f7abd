import { cityOf } from '../format/formatTime.ts';
import { ABBREVIATIONS, PLACES } from '#community-pages';
import type { Instant, ZoneName } from '#base';
import { currentZone, formerZone } from './currentZone.ts';
import { readOffsetWords, zoneClock } from './zoneClock.ts';

/** Facts about a zone, in the form of `@vvo/tzdb`. */
export interface ZoneFacts {
  readonly name: string;
  /** The zone and others with the same time, including former names. */
  readonly group: readonly string[];
  readonly countryName: string;
  /** `Central European Time` */
  readonly alternativeName: string;
  readonly mainCities: readonly string[];
  readonly abbreviation: string;
  readonly dstAbbreviation?: string;
}

/** A zone in the list of choices. */
export interface FoundZone {
  readonly id: ZoneName;
  readonly city: string;
  /** `Ukraine · Eastern European Time`, or `Europe` without facts. */
  readonly place: string;
}

interface Entry extends FoundZone {
  /** Common names of exactly this zone, such as `CET` and `Munich`; lower case. */
  readonly spoken: readonly string[];
  /** All other search terms; lower case. */
  readonly words: readonly string[];
}

/** The index of all zones. */
export type ZoneIndex = readonly Entry[];

const fold = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('_', ' ').replaceAll('’', "'").toLowerCase();

/** Common names of each zone, from the reader of community pages. */
function spokenNames(): ReadonlyMap<ZoneName, readonly string[]> {
  const names = new Map<ZoneName, string[]>();
  const add = (zone: ZoneName, name: string): void => {
    names.set(zone, [...(names.get(zone) ?? []), fold(name)]);
  };
  for (const [name, { zone, others }] of Object.entries(ABBREVIATIONS))
    for (const meant of [zone, ...others]) add(meant, name);
  for (const [name, zone] of Object.entries(PLACES)) add(zone, name);
  return names;
}

/**
 * Builds the index.
 * @param facts of the zones; without any, zones are found by their names
 * @param known the zones of this runtime, under old or new names
 */
export function zoneIndex(facts: readonly ZoneFacts[], known: readonly ZoneName[]): ZoneIndex {
  const factsOf = new Map(facts.flatMap((fact) => [fact.name, ...fact.group].map((id) => [id, fact])));
  for (const fact of facts) factsOf.set(fact.name, fact);
  const spoken = spokenNames();
  return [...new Set(known.map(currentZone))].map((id): Entry => {
    const fact = factsOf.get(id);
    const [area = ''] = id.split('/');
    // A group may cross borders: Jan Mayen has Berlin's time.
    const isOfCountry = fact !== undefined && fact.name.startsWith(`${area}/`);
    const former = formerZone(id);
    const { abbreviation = '', dstAbbreviation = '', alternativeName = '' } = fact ?? {};
    return {
      id,
      city: cityOf(id),
      place: [isOfCountry ? fact.countryName : area, alternativeName].filter(Boolean).join(' · '),
      spoken: [
        ...(spoken.get(id) ?? []),
        ...(fact?.name === id ? fact.mainCities.map(fold) : []),
        ...[abbreviation, dstAbbreviation].filter(Boolean).map(fold),
      ],
      words: [
        id,
        cityOf(id),
        alternativeName,
        ...(isOfCountry ? [fact.countryName] : []),
        ...(former === null ? [] : [former, cityOf(former)]),
      ].map(fold),
    };
  });
}

/** A list that is read to its end. */
const MOST = 40;

/** How well an entry matches; lower is better, null is no match. */
function fit({ spoken, words }: Entry, wanted: string): number | null {
  if (words.includes(wanted)) return 0;
  const place = spoken.indexOf(wanted);
  // Of the zones of an abbreviation, the usual one comes first.
  if (place !== -1) return 1 + place / 100;
  const all = [...words, ...spoken];
  if (all.some((word) => word.startsWith(wanted))) return 3;
  return words.some((word) => word.includes(`/${wanted}`) || word.includes(` ${wanted}`)) ? 4 : null;
}

/** The zones that match a text, best first; for an empty text those with a common abbreviation, from west to east. */
export function findZones(index: ZoneIndex, text: string, now: Instant): readonly FoundZone[] {
  const wanted = fold(text.trim());
  const offset = readOffsetWords(wanted);
  if (wanted === '' || offset !== null)
    return index
      .filter(({ id, spoken }) =>
        offset === null ? spoken.length > 2 : zoneClock(id, now).minutes === offset,
      )
      .toSorted((a, b) =>
        offset === null ? offsetOf(a, now) - offsetOf(b, now) : b.spoken.length - a.spoken.length,
      )
      .slice(0, MOST);
  return index
    .flatMap((entry) => {
      const score = fit(entry, wanted);
      return score === null ? [] : [{ entry, score }];
    })
    .toSorted(
      (a, b) =>
        a.score - b.score ||
        b.entry.spoken.length - a.entry.spoken.length ||
        a.entry.city.localeCompare(b.entry.city, 'en'),
    )
    .slice(0, MOST)
    .map(({ entry }) => entry);
}

const offsetOf = ({ id }: Entry, now: Instant): number => zoneClock(id, now).minutes;
