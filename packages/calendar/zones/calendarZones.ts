import type { ZoneName } from '#base';
import { type FeedProblems, quoted } from '../ics/feedProblems.ts';
import type { Component } from '../ics/component.ts';
import { plainValue } from '../ics/property.ts';
import type { SeriesZone, ZoneChange } from '../series.ts';
import { zoneChanges } from './customZone.ts';
import { alikeIanaName } from './alikeIanaName.ts';
import { fixedZone, ianaName, impliedIanaName } from './zoneNames.ts';

/** What all zones of a file may cost, and one of them; a step being about a tenth of a microsecond. */
const STEPS_IN_ALL = 10_000_000;
const STEPS_PER_ZONE = 1_000_000;
/** What it costs to compare a definition with the zones that there are, and to look for what a name implies. */
const STEPS_PER_DEFINITION = 10_000;
const STEPS_PER_NAME = 1_000;

/** The zones that the calendars of one file define, and what reading them may still cost. */
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

/** Of several definitions of one TZID the first holds. */
const definitionsBy = (definitions: readonly Component[]): Definitions =>
  new Map(definitions.toReversed().map((component) => [keyOf(tzidOf(component)), component]));

/** What TZIDs mean within one calendar of a file. */
export class CalendarZones {
  readonly #definitions: Definitions;
  readonly #file: FileZones;
  readonly #known = new Map<string, SeriesZone | null>();

  /** A zone that only another calendar of the file defines is better than none. */
  constructor(definitions: readonly Component[], file: FileZones) {
    this.#definitions = definitionsBy(definitions);
    this.#file = file;
  }

  /**
   * The zone of a TZID: IANA's of that name; else as the feed's own VTIMEZONE defines it (RFC 5545 §3.2.19); else what
   * the name implies. Null when it means nothing, or when the zones of the file have cost too much by now.
   */
  zone(tzid: string): SeriesZone | null {
    let zone = this.#known.get(tzid);
    if (zone === undefined) this.#known.set(tzid, (zone = this.#find(tzid)));
    return zone;
  }

  /** The zone of a calendar that defines one only, and so is written in it; null for none or several. */
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
    if (found?.isCut === true)
      file.problems.add(
        'calendar/restlessZone',
        definition.at,
        `the time zone ${quoted(tzid)} changes its clock too often to be read completely.`,
        'Its first changes are kept; later times in it may be wrong.',
      );
    return found?.changes ?? null;
  }
}

const valueOf = (component: Component, name: string) => {
  const line = component.lines.find((candidate) => candidate.name === name);
  return line === undefined ? '' : plainValue(line);
};

const tzidOf = (component: Component) => valueOf(component, 'TZID');

/** Quotes, blanks and a colon at the end are lost on one side or the other. */
const keyOf = (tzid: string) => tzid.replaceAll(/^["'\s]+|(?<!["':\s])["':\s]+$/g, '').toLowerCase();

function locationOf(definition: Component | undefined): ZoneName | null {
  return definition === undefined ? null : ianaName(valueOf(definition, 'X-LIC-LOCATION'));
}
