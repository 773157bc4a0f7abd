import { DAY, type Problem, type ZoneName } from '#base';
import { SeriesByUid } from './ics/seriesByUid.ts';
import type { Component } from './ics/component.ts';
import { decodeText } from './ics/decodeText.ts';
import { ExactTimes } from './ics/exactTimes.ts';
import type { FeedContext } from './ics/feedContext.ts';
import { FeedProblems } from './ics/feedProblems.ts';
import { type ContentLine, LineCursor } from './ics/lineCursor.ts';
import { datedProperty, plainValue } from './ics/property.ts';
import { readComponents } from './ics/readComponents.ts';
import { readEvent } from './ics/readEvent.ts';
import { EventRun, RegularEvent, type RegularEvents } from './ics/regularEvents.ts';
import { readSingleEvent } from './ics/singleEvent.ts';
import { readDuration } from './ics/values.ts';
import { calendarProblem } from './problems.ts';
import type { Series } from './series.ts';
import { CalendarZones, FileZones } from './zones/calendarZones.ts';

/** The content of an iCalendar feed. */
export interface ParsedCalendar {
  /** X-WR-CALNAME or NAME (RFC 7986 §5.1). */
  readonly name: string | null;
  /** X-WR-TIMEZONE, as an IANA name. */
  readonly zone: ZoneName | null;
  readonly series: Series[];
  /** What could not be read, with line numbers. Everything else is kept. */
  readonly problems: Problem[];
  /** REFRESH-INTERVAL (RFC 7986 §5.7) or X-PUBLISHED-TTL in ms. */
  readonly refreshIntervalMs: number | null;
}

/** Metadata of the bytes. */
export interface ParseOptions {
  /** The charset of the Content-Type header, for example `iso-8859-1`. */
  readonly charset?: string;
  /** The server makes other UIDs at each request: they are no names, and are left out. */
  readonly hasPassingUids?: boolean;
}

/** Reads the bytes of an iCalendar feed (RFC 5545, RFC 7986). Never throws: broken parts become problems. */
export function parseIcs(bytes: Uint8Array, options: ParseOptions = {}): ParsedCalendar {
  const decoded = decodeText(bytes, options.charset);
  const text = decoded.includes('\n') ? decoded : withLineFeeds(decoded);
  const problems = new FeedProblems(text);
  const { root, strays, cuts } = readComponents(text);
  for (const at of strays) {
    const line = new LineCursor(text, at, text.length);
    if (line.next()) problems.addStray(line);
  }
  for (const { at, kind, most } of cuts) problems.add('calendar/tooMuch', at, kind, most);
  const calendars = limitEvents(calendarsIn(root), problems);
  if (calendars.every(({ component, events }) => component === root && events.length === 0)) {
    problems.addGeneral(calendarProblem('calendar/notACalendar'));
  }
  const allZones = calendars.flatMap(({ zones }) => zones);
  const fileZones = new FileZones(allZones, problems);
  const events = new SeriesByUid(options.hasPassingUids === true);
  const searches = { left: MAX_SEARCHES };
  for (const calendar of calendars) {
    const zones = new CalendarZones(calendar.zones, fileZones);
    const zoneName = valueOf(calendar.component.lines, 'X-WR-TIMEZONE');
    const calendarZone = zoneName === null ? null : zones.zone(zoneName);
    const method = valueOf(calendar.component.lines, 'METHOD')?.trim().toUpperCase() ?? '';
    const times = new ExactTimes(zones);
    const context: FeedContext = { text, zones, times, calendarZone, method, problems, searches };
    for (const one of calendar.events) {
      if (!(one instanceof EventRun)) readIrregular(one, context, events);
      else for (let row = one.first; row < one.end; row += 1) readRegular(one.events, row, context, events);
    }
  }
  const series = events.series();
  const lines = calendars.flatMap(({ component }) => component.lines);
  return {
    name: valueOf(lines, 'X-WR-CALNAME') ?? valueOf(lines, 'NAME'),
    zone: zoneNameOf(lines, problems),
    series,
    problems: problems.list(),
    refreshIntervalMs: intervalOf(lines, 'REFRESH-INTERVAL') ?? intervalOf(lines, 'X-PUBLISHED-TTL'),
  };
}

const PIECE_LENGTH = 1_000_000;

/**
 * Converts carriage returns (old Macintosh) to line feeds, in pieces: millions of replacements at once take
 * gigabytes.
 */
function withLineFeeds(text: string): string {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += PIECE_LENGTH)
    pieces.push(
      text
        .slice(at, at + PIECE_LENGTH)
        .split('\r')
        .join('\n'),
    );
  return pieces.join('');
}

/** Maximum overrides of a feed whose date matches no occurrence and is searched for; a real feed has a few. */
const MAX_SEARCHES = 2_000;

interface CalendarParts {
  readonly component: Component;
  readonly zones: Component[];
  readonly events: (Component | EventRun)[];
}

/**
 * The calendars of a stream (RFC 5545 §3.4), nested ones included. Components outside a calendar belong to the root.
 */
function calendarsIn(component: Component): CalendarParts[] {
  const own: CalendarParts = { component, zones: [], events: [] };
  const inner: CalendarParts[] = [];
  const collect = (children: Component['children']) => {
    for (const child of children) {
      if (child instanceof EventRun || child.name === 'VEVENT') own.events.push(child);
      else if (child.name === 'VTIMEZONE') own.zones.push(child);
      else if (child.name === 'VCALENDAR') inner.push(...calendarsIn(child));
      else collect(child.children);
    }
  };
  collect(component.children);
  return [own, ...inner];
}

/** Maximum events read from a feed: ten thousand a year for ten years. */
const MAX_EVENTS = 100_000;

function limitEvents(calendars: readonly CalendarParts[], problems: FeedProblems): CalendarParts[] {
  let room = MAX_EVENTS;
  const kept = calendars.map((calendar) => {
    const events: (Component | EventRun)[] = [];
    for (const one of calendar.events) {
      const count = one instanceof EventRun ? one.end - one.first : 1;
      if (count <= room) events.push(one);
      else if (one instanceof EventRun && room > 0)
        events.push(new EventRun(one.events, one.first, one.first + room));
      room -= count;
    }
    return { ...calendar, events };
  });
  if (room < 0) problems.addGeneral(calendarProblem('calendar/tooManyEvents', MAX_EVENTS - room, MAX_EVENTS));
  return kept;
}

function readRegular(events: RegularEvents, row: number, context: FeedContext, found: SeriesByUid): void {
  const event = readSingleEvent(events, row, context) ?? readEvent(new RegularEvent(events, row), context);
  if (event !== null) found.add(event);
}

function readIrregular(event: Component, context: FeedContext, found: SeriesByUid): void {
  if (!event.isClosed) {
    const isCutOff = event.to === context.text.length && !context.text.endsWith('\n');
    context.problems.add('calendar/lostEnd', event.at, isCutOff ? 'leftOut' : 'kept');
    if (isCutOff) return;
  }
  const read = readEvent(event, context);
  if (read !== null) found.add(read);
}

function valueOf(lines: readonly ContentLine[], name: string): string | null {
  const line = lines.find((candidate) => candidate.name === name);
  return line === undefined ? null : plainValue(line).replaceAll(/\\([,;\\])/g, '$1') || null;
}

function zoneNameOf(lines: readonly ContentLine[], problems: FeedProblems): ZoneName | null {
  const name = valueOf(lines, 'X-WR-TIMEZONE');
  const zone = name === null ? null : new CalendarZones([], new FileZones([], problems)).zone(name);
  return zone?.kind === 'iana' ? zone.name : null;
}

function intervalOf(lines: readonly ContentLine[], name: string): number | null {
  const line = lines.find((candidate) => candidate.name === name);
  const duration = line === undefined ? null : readDuration(datedProperty(line).value);
  const ms = duration === null ? 0 : duration.sign * (duration.days * DAY + duration.ms);
  return ms > 0 ? ms : null;
}
