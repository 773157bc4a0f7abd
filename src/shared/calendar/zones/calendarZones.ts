import type { ZoneName } from '../../time.ts';
import type { Component } from '../ics/readComponents.ts';
import { plainValue } from '../ics/property.ts';
import type { SeriesZone } from '../series.ts';
import { zoneChanges } from './customZone.ts';
import { alikeIanaName } from './alikeIanaName.ts';
import { fixedZone, ianaName, impliedIanaName } from './zoneNames.ts';

/** What TZIDs mean within one feed. */
export class CalendarZones {
  readonly #definitions: ReadonlyMap<string, Component>;
  readonly #known = new Map<string, SeriesZone | null>();

  /** Of several definitions of one TZID the first holds. */
  constructor(definitions: readonly Component[]) {
    this.#definitions = new Map(
      definitions.toReversed().map((component) => [keyOf(tzidOf(component)), component]),
    );
  }

  /**
   * The zone of a TZID: IANA's of that name; else as the feed's own VTIMEZONE defines it (RFC 5545 §3.2.19); else what
   * the name implies. Null when it means nothing.
   */
  zone(tzid: string): SeriesZone | null {
    let zone = this.#known.get(tzid);
    if (zone === undefined) this.#known.set(tzid, (zone = this.#find(tzid)));
    return zone;
  }

  #find(tzid: string): SeriesZone | null {
    const exact = ianaName(tzid);
    if (exact !== null) return { kind: 'iana', name: exact };
    const definition = this.#definitions.get(keyOf(tzid));
    const implied = impliedIanaName(tzid) ?? locationOf(definition);
    const changes = definition === undefined ? null : zoneChanges(definition);
    if (changes !== null) return { kind: 'custom', name: alikeIanaName(changes, implied), changes };
    return implied === null ? fixedZone(tzid) : { kind: 'iana', name: implied };
  }
}

const valueOf = (component: Component, name: string) => {
  const line = component.lines.find((candidate) => candidate.name === name);
  return line === undefined ? '' : plainValue(line);
};

const tzidOf = (component: Component) => valueOf(component, 'TZID');

/** Quotes, blanks and a colon at the end are lost on one side or the other. */
const keyOf = (tzid: string) => tzid.replaceAll(/^["'\s]+|["':\s]+$/g, '').toLowerCase();

function locationOf(definition: Component | undefined): ZoneName | null {
  return definition === undefined ? null : ianaName(valueOf(definition, 'X-LIC-LOCATION'));
}
