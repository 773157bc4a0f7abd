import ICAL from 'ical.js';
import { DAY } from '../../time.ts';
import { plainDetails } from '../plainDetails.ts';
import type { Attendee, Description, SeriesAlarm, SeriesDetails } from '../series.ts';
import { LineCursor } from './lineCursor.ts';
import type { ContentLine } from './lineCursor.ts';
import { datedProperty, plainProperty } from './property.ts';
import type { Component } from './readComponents.ts';
import type { EventPart } from './readEvent.ts';
import { readDateValue, readDuration } from './values.ts';

/** Properties that hold the address of a conference, the best first. */
const CONFERENCE_NAMES = [
  'CONFERENCE',
  'X-GOOGLE-CONFERENCE',
  'X-MICROSOFT-SKYPETEAMSMEETINGURL',
  'X-MICROSOFT-ONLINEMEETINGEXTERNALLINK',
  'X-MICROSOFT-ONLINEMEETINGCONFLINK',
  'X-ZOOM-MEETING-URL',
  'X-WEBEX-MEETING-URL',
] as const;

const WANTED: ReadonlySet<string> = new Set([
  'SUMMARY',
  'DESCRIPTION',
  'X-ALT-DESC',
  'STYLED-DESCRIPTION',
  'LOCATION',
  'URL',
  'ORGANIZER',
  'ATTENDEE',
  'CATEGORIES',
  'COLOR',
  'TRANSP',
  ...CONFERENCE_NAMES,
]);

/** A property as ical.js reads it; several values where the property may have them. */
interface ReadProperty {
  readonly name: string;
  /** By their names in capitals. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly values: readonly string[];
}

/** Reads all of an event that does not place it in time. */
export function readDetails({ component, context, assumptions }: EventPart): SeriesDetails {
  const properties = linesOf(context.text, component).flatMap((line) =>
    WANTED.has(line.name) ? readProperty(line) : [],
  );
  const first = (name: string) => properties.find((property) => property.name === name);
  const text = (name: string) => first(name)?.values[0]?.trim() ?? '';
  const organizer = first('ORGANIZER');
  return {
    ...plainDetails(text('SUMMARY')),
    description: descriptionOf(properties),
    location: text('LOCATION'),
    url: text('URL'),
    conferences: conferencesOf(properties),
    organizer: organizer === undefined ? null : personOf(organizer),
    attendees: properties.flatMap((property) =>
      property.name === 'ATTENDEE' ? (personOf(property) ?? []) : [],
    ),
    categories: properties.flatMap(({ name, values }) =>
      name === 'CATEGORIES' ? values.filter((value) => value !== '') : [],
    ),
    color: text('COLOR') || null,
    isTransparent: text('TRANSP').toUpperCase() === 'TRANSPARENT',
    alarms: component.children.flatMap((child) => alarmOf(context.text, child)),
    assumptions,
  };
}

/** The content lines of a component itself, without those of components in it. */
function linesOf(text: string, component: Component): ContentLine[] {
  const lines: ContentLine[] = [];
  let depth = 0;
  for (const line = new LineCursor(text, component.from, component.to); line.next();) {
    const { name } = line;
    if (name === 'BEGIN') depth += 1;
    else if (name === 'END') depth -= 1;
    else if (name !== '' && depth === 0) lines.push(line.line(name));
  }
  return lines;
}

/** Texts, as opposed to addresses, which have no escapes. */
const TEXTS: ReadonlySet<string> = new Set(['SUMMARY', 'DESCRIPTION', 'LOCATION', 'COLOR', 'TRANSP']);

/** Calendar addresses; nearly all are written without quotes and escapes. */
const PEOPLE: ReadonlySet<string> = new Set(['ORGANIZER', 'ATTENDEE']);
const NO_PARAMETERS: ReadonlyMap<string, string> = new Map();

/** ical.js refuses some lines, for example with unbalanced quotes; such a line costs only itself. */
function readProperty(line: ContentLine): ReadProperty[] {
  const { name, text } = line;
  // Of a text without parameters nothing but its escapes is left to read.
  if (TEXTS.has(name) && text[name.length] === ':') {
    return [{ name, parameters: NO_PARAMETERS, values: [unescaped(text.slice(name.length + 1))] }];
  }
  if (PEOPLE.has(name) && !text.includes('"') && !text.includes('^')) {
    const { parameters, value } = plainProperty(line);
    return [{ name, parameters, values: [value] }];
  }
  try {
    const [, parameters, type, ...values]: [string, Record<string, string | string[]>, string, ...unknown[]] =
      ICAL.parse.property(text, ICAL.design.icalendar);
    const texts = values.filter((value) => typeof value === 'string');
    return [
      {
        name,
        parameters: firstValues(parameters),
        values: type === 'unknown' ? texts.map(unescaped) : texts,
      },
    ];
  } catch {
    return [];
  }
}

/** Of parameters with several values the first, as none of ours has more. */
function firstValues(parameters: Readonly<Record<string, string | string[]>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(parameters).map(([name, values]) => [name.toUpperCase(), [values].flat()[0] ?? '']),
  );
}

/** X- properties have no type by which ical.js would know that they are texts. */
const unescaped = (text: string) =>
  text.replaceAll(/\\([nN,;\\])/g, (_, escaped: string) =>
    escaped === 'n' || escaped === 'N' ? '\n' : escaped,
  );

function descriptionOf(properties: readonly ReadProperty[]): Description {
  const isHtml = ({ parameters }: ReadProperty) => parameters.get('FMTTYPE')?.toLowerCase() === 'text/html';
  const html = properties.find(
    (property) =>
      (property.name === 'X-ALT-DESC' || property.name === 'STYLED-DESCRIPTION') && isHtml(property),
  );
  if (html?.values[0]?.trim()) return { format: 'html', content: html.values[0] };
  const plain = properties.find(({ name, values }) => name === 'DESCRIPTION' && values[0] !== '');
  const content = plain?.values[0] ?? '';
  return { format: HTML_TAG.test(content) ? 'html' : 'text', content };
}

/** Google writes HTML into DESCRIPTION without saying so. */
const HTML_TAG =
  /<(?:\/?(?:a|b|i|u|p|br|div|span|ul|ol|li|strong|em|h[1-6]|table|html-blob|html|body)(?:\s[^<>]*)?\/?)>/i;

function conferencesOf(properties: readonly ReadProperty[]): string[] {
  const found = CONFERENCE_NAMES.flatMap((wanted) =>
    properties.flatMap(({ name, values }) => (name === wanted ? values.filter((value) => value !== '') : [])),
  );
  // Telephone numbers stand behind what opens in a browser.
  const isWeb = (value: string) => /^https?:/i.test(value);
  return [...new Set([...found.filter(isWeb), ...found.filter((value) => !isWeb(value))])];
}

function personOf({ parameters, values }: ReadProperty): Attendee | null {
  const [written = ''] = values;
  const address = written.replace(/^mailto:/i, '').trim();
  const parameter = (name: string) => parameters.get(name)?.trim() || null;
  if (address === '' && parameter('CN') === null) return null;
  return {
    name: parameter('CN'),
    address: address.includes('@') ? address.toLowerCase() : address,
    status: parameter('PARTSTAT')?.toUpperCase() ?? null,
    role: parameter('ROLE')?.toUpperCase() ?? null,
  };
}

function alarmOf(text: string, component: Component): SeriesAlarm[] {
  if (component.name !== 'VALARM') return [];
  const lines = linesOf(text, component);
  const line = lines.find(({ name }) => name === 'TRIGGER');
  if (line === undefined) return [];
  const { parameters, value } = datedProperty(line);
  const actionLine = lines.find(({ name }) => name === 'ACTION');
  const action = actionLine === undefined ? 'DISPLAY' : datedProperty(actionLine).value.toUpperCase();
  const duration = readDuration(value);
  if (duration !== null) {
    const anchor = parameters.get('RELATED')?.toUpperCase() === 'END' ? 'end' : 'start';
    return [{ action, trigger: duration.sign * (duration.days * DAY + duration.ms), anchor }];
  }
  const at = readDateValue(value);
  return at?.isUtc === true ? [{ action, trigger: at.wall, anchor: 'absolute' }] : [];
}
