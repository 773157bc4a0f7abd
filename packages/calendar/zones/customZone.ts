import type { ContentLine } from '../ics/lineCursor.ts';
import type { Component } from '../ics/component.ts';
import { datedProperty, plainValue } from '../ics/property.ts';
import { EventRun } from '../ics/regularEvents.ts';
import { readDateValue, readOffset } from '../ics/values.ts';
import { DAY } from '#base';
import { visitDates } from '../recurrence/patternDates.ts';
import type { Budget } from '../recurrence/walk.ts';
import { readRule } from '../recurrence/readRule.ts';
import type { Pattern, ZoneChange } from '../series.ts';
import { dayNumber } from '../wallTime.ts';
import { tableOffsets } from './tableOffsets.ts';
import { Zone } from './zone.ts';

/** Range in which endless rules are expanded; outside it the nearest offset applies. */
const FROM = dayNumber(1840, 1, 1) * DAY;
const TO = dayNumber(2200, 1, 1) * DAY;
/** Maximum changes; more than any real zone has. */
const MAX_CHANGES = 2000;

/** The changes of a zone; incomplete if they are too many or too expensive. */
export interface ZoneChanges {
  readonly changes: ZoneChange[];
  readonly isCut: boolean;
}

/**
 * Reads the offset changes of a VTIMEZONE (RFC 5545 §3.6.5), ascending; the first one applies to all earlier times.
 * Null if no part of it can be read.
 */
export function zoneChanges(component: Component, budget: Budget): ZoneChanges | null {
  let isCut = false;
  const onsets = component.children.flatMap((part) => {
    if (part instanceof EventRun) return [];
    const found = onsetsOf(part, budget);
    isCut ||= found.isCut;
    return found.onsets;
  });
  // If two begin together, standard time wins: Windows writes zones without summer time this way.
  onsets.sort((one, other) => one.at - other.at || Number(one.isStandard) - Number(other.isStandard));
  const [first] = onsets;
  if (first === undefined) return null;
  const changes: ZoneChange[] = [{ at: -8.64e15, offset: first.before }];
  for (const { at, offset } of onsets) {
    if (changes.at(-1)?.at === at) changes.pop();
    if (changes.at(-1)?.offset !== offset) changes.push({ at, offset });
  }
  return { changes, isCut };
}

interface Onset extends ZoneChange {
  readonly before: number;
  readonly isStandard: boolean;
}

function onsetsOf(component: Component, budget: Budget): { onsets: Onset[]; isCut: boolean } {
  const none = { onsets: [], isCut: budget.steps < 0 };
  if (none.isCut) return none;
  if (component.name !== 'STANDARD' && component.name !== 'DAYLIGHT') return none;
  const before = readOffset(valueOf(component.lines, 'TZOFFSETFROM'));
  const offset = readOffset(valueOf(component.lines, 'TZOFFSETTO'));
  const start = readDateValue(valueOf(component.lines, 'DTSTART'));
  if (offset === null) return none;
  // Onsets are written in the offset before the change.
  const clock = new Zone(null, tableOffsets([{ at: 0, offset: before ?? offset }]));
  const pattern: Pattern = {
    zone: { kind: 'floating' },
    isAllDay: false,
    start: start?.wall ?? FROM,
    length: { days: 0, ms: 0 },
    rules: component.lines.flatMap((line) => (line.name === 'RRULE' ? ruleOf(line, clock) : [])),
    added: component.lines.flatMap((line) => (line.name === 'RDATE' ? addedBy(line, clock) : [])),
    excluded: [],
    excludedDays: [],
    excludedInstants: [],
  };
  const from = Math.min(FROM, pattern.start);
  const isStandard = component.name === 'STANDARD';
  const onsets: Onset[] = [];
  const span = { from, to: TO, countFrom: from, most: MAX_CHANGES, budget };
  const isCut = visitDates(pattern, clock, span, (wall) => {
    onsets.push({ at: clock.instant(wall), offset, before: before ?? offset, isStandard });
  });
  return { onsets, isCut };
}

const valueOf = (lines: readonly ContentLine[], name: string) => {
  const line = lines.find((candidate) => candidate.name === name);
  return line === undefined ? '' : datedProperty(line).value;
};

function ruleOf(line: ContentLine, clock: Zone) {
  const { rule } = readRule(plainValue(line), (text) => {
    const until = readDateValue(text);
    if (until === null) return null;
    return until.isUtc ? clock.wallTime(until.wall) : until.isDate ? until.wall + DAY - 1 : until.wall;
  });
  return rule === null ? [] : [rule];
}

function addedBy(line: ContentLine, clock: Zone) {
  return datedProperty(line)
    .value.split(',')
    .flatMap((text) => {
      const date = readDateValue(text.split('/')[0]?.trim() ?? '');
      return date === null ? [] : [{ at: date.isUtc ? clock.wallTime(date.wall) : date.wall, length: null }];
    });
}
