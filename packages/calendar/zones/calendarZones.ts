import type { ZoneName } from '#base';
import type { FeedProblems } from '../ics/feedProblems.ts';
import type { Component } from '../ics/component.ts';
import { parametersIn, plainValue } from '../ics/property.ts';
import type { SeriesZone, ZoneChange } from '../series.ts';
import { zoneChanges } from './customZone.ts';
import { alikeIanaName } from './alikeIanaName.ts';
import { FLOATING, fixedZone, ianaName, impliedIanaName } from './zoneNames.ts';

/** Limits in steps of about 0.1 µs: all zones of a file, and one of them. */
const STEPS_IN_ALL = 10_000_000;
const STEPS_PER_ZONE = 1_000_000;
/** Cost of comparing a definition with the known zones, and of resolving an implied name. */
const STEPS_PER_DEFINITION = 10_000;
const STEPS_PER_NAME = 1_000;

/** The zones that the calendars of one file define, and the budget left for reading them. */
export class FileZones {
  readonly definitions: Definitions;
  readonly problems: FeedProblems;
  stepsLeft = STEPS_IN_ALL;

  constructor(definitions: readonly Component[], problems: FeedProblems) {
    this.definitions = definitionsBy(definitions);
    this.problems = problems;
  }
}

type Definitions = ReadonlyMap<string, Component>;

/** The first of several definitions of one TZID wins. */
const definitionsBy = (definitions: readonly Component[]): Definitions =>
  new Map(definitions.toReversed().map((component) => [keyOf(tzidOf(component)), component]));

/** Resolves TZIDs within one calendar of a file. */
export class CalendarZones {
  readonly #definitions: Definitions;
  readonly #file: FileZones;
  readonly #known = new Map<string, SeriesZone | null>();
  readonly #byParameters = new Map<string, SeriesZone | null>();

  /** Fall back to a zone that only another calendar of the file defines. */
  constructor(definitions: readonly Component[], file: FileZones) {
    this.#definitions = definitionsBy(definitions);
    this.#file = file;
  }

  /**
   * The zone of a TZID: the IANA zone with that name; else the feed's own VTIMEZONE (RFC 5545 §3.2.19); else the zone
   * that the name implies. Null if it is unknown or the budget for zones is spent.
   */
  zone(tzid: string): SeriesZone | null {
    let zone = this.#known.get(tzid);
    if (zone === undefined) this.#known.set(tzid, (zone = this.#find(tzid)));
    return zone;
  }

  /** The zone of a time with these parameters, as `;TZID=Europe/Berlin`; floating without a TZID. Null as for `zone`. */
  zoneIn(parameters: string): SeriesZone | null {
    let zone = this.#byParameters.get(parameters);
    if (zone === undefined) {
      const tzid = parametersIn(parameters).get('TZID');
      this.#byParameters.set(parameters, (zone = tzid ? this.zone(tzid) : FLOATING));
    }
    return zone;
  }

  /** The zone of a calendar that defines exactly one; null otherwise. */
  onlyDefined(): SeriesZone | null {
    const [definition] = this.#definitions.values();
    return definition === undefined || this.#definitions.size > 1 ? null : this.zone(tzidOf(definition));
  }

  #find(tzid: string): SeriesZone | null {
    const file = this.#file;
    if (file.stepsLeft < 0) return null;
    const exact = ianaName(tzid);
    if (exact !== null) return { kind: 'iana', name: exact };
    file.stepsLeft -= STEPS_PER_NAME;
    const key = keyOf(tzid);
    const definition = this.#definitions.get(key) ?? file.definitions.get(key);
    const implied = impliedIanaName(tzid) ?? locationOf(definition);
    const changes = definition === undefined ? null : this.#changesOf(definition, tzid);
    if (changes !== null) return { kind: 'custom', name: alikeIanaName(changes, implied), changes };
    return implied === null ? fixedZone(tzid) : { kind: 'iana', name: implied };
  }

  #changesOf(definition: Component, tzid: string): ZoneChange[] | null {
    const file = this.#file;
    const allowed = Math.min(STEPS_PER_ZONE, file.stepsLeft);
    const budget = { steps: allowed };
    const found = zoneChanges(definition, budget);
    file.stepsLeft -= STEPS_PER_DEFINITION + allowed - Math.max(0, budget.steps);
    if (found?.isCut === true) file.problems.add('calendar/restlessZone', definition.at, tzid);
    return found?.changes ?? null;
  }
}

const valueOf = (component: Component, name: string) => {
  const line = component.lines.find((candidate) => candidate.name === name);
  return line === undefined ? '' : plainValue(line);
};

const tzidOf = (component: Component) => valueOf(component, 'TZID');

/** Quotes, blanks and a final colon are lost on one side or the other. */
const keyOf = (tzid: string) => tzid.replaceAll(/^["'\s]+|(?<!["':\s])["':\s]+$/g, '').toLowerCase();

function locationOf(definition: Component | undefined): ZoneName | null {
  return definition === undefined ? null : ianaName(valueOf(definition, 'X-LIC-LOCATION'));
}
