import ICAL from 'ical.js';
import { DAY } from '#base';
import type { Doubt } from '../doubt.ts';
import type { Attendee, Description, SeriesAlarm, SeriesDetails } from '../series.ts';
import { saysCancelled, withoutCancelled } from './cancelledTitle.ts';
import type { EventLines } from './eventLines.ts';
import type { ContentLine } from './lineCursor.ts';
import { datedProperty, plainProperty, plainValue } from './property.ts';
import { type EventPart, isProposal } from './readEvent.ts';
import { readDateValue, readDuration } from './values.ts';

/** Properties that contain a conference address, best first. */
const CONFERENCE_NAMES = [
  'CONFERENCE',
  'X-GOOGLE-CONFERENCE',
  'X-MICROSOFT-SKYPETEAMSMEETINGURL',
  'X-MICROSOFT-ONLINEMEETINGEXTERNALLINK',
  'X-MICROSOFT-ONLINEMEETINGCONFLINK',
  'X-OUTLOOK-CONFERENCE',
  'X-PM-CONFERENCE-URL',
  'X-ZOOM-MEETING-URL',
  'X-WEBEX-MEETING-URL',
] as const;

/** A property parsed by ical.js, with one or more values. */
interface ReadProperty {
  readonly name: string;
  /** By name in capitals. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly values: readonly string[];
}

/** All properties with a name. */
const allIn = (lines: EventLines, name: string): readonly ReadProperty[] =>
  lines.all(name).flatMap(readProperty);

/** The details of an event. Each field is parsed from the feed's text on first access. */
export class FeedDetails implements SeriesDetails {
  readonly links = null;
  readonly community = null;
  readonly communityName = null;
  readonly phrase = null;
  readonly recorded = null;
  readonly #part: EventPart;
  readonly #lines: EventLines;
  #title: string | null = null;
  #description: Description | null = null;
  #location: string | null = null;
  #url: string | null = null;
  #conferences: readonly string[] | null = null;
  #organizer: Attendee | null | undefined;
  #attendees: readonly Attendee[] | null = null;
  #categories: readonly string[] | null = null;
  #alarms: readonly SeriesAlarm[] | null = null;

  constructor(part: EventPart) {
    this.#part = part;
    this.#lines = part.lines;
  }

  get doubts(): readonly Doubt[] {
    const { doubts, context, saysCancelled, status } = this.#part;
    const asked: Doubt[] = [];
    if (saysCancelled && status !== 'cancelled') asked.push({ kind: 'cancelledByTitle' });
    if (isProposal(context.method)) asked.push({ kind: 'proposedTime' });
    return asked.length === 0 ? doubts : [...doubts, ...asked];
  }

  get title(): string {
    return (this.#title ??= this.#readTitle());
  }

  get description(): Description {
    return (this.#description ??= descriptionOf(this.#lines));
  }

  get location(): string {
    return (this.#location ??= this.#text('LOCATION'));
  }

  get url(): string {
    return (this.#url ??= this.#text('URL'));
  }

  get conferences(): readonly string[] {
    return (this.#conferences ??= conferencesOf(this.#lines));
  }

  get organizer(): Attendee | null {
    if (this.#organizer === undefined) {
      const [organizer] = allIn(this.#lines, 'ORGANIZER');
      this.#organizer = organizer === undefined ? null : personOf(organizer);
    }
    return this.#organizer;
  }

  get attendees(): readonly Attendee[] {
    return (this.#attendees ??= allIn(this.#lines, 'ATTENDEE').flatMap(
      (attendee) => personOf(attendee) ?? [],
    ));
  }

  get categories(): readonly string[] {
    return (this.#categories ??= allIn(this.#lines, 'CATEGORIES').flatMap(({ values }) =>
      values.filter((value) => value !== ''),
    ));
  }

  get color(): string | null {
    return this.#text('COLOR') || null;
  }

  get isTransparent(): boolean {
    return this.#text('TRANSP').toUpperCase() === 'TRANSPARENT';
  }

  get alarms(): readonly SeriesAlarm[] {
    return (this.#alarms ??= this.#lines.alarms().flatMap(alarmOf));
  }

  #readTitle(): string {
    const written = this.#text('SUMMARY');
    // The status says it, and the prefix is in the language of whoever cancelled.
    return saysCancelled(written) && this.#part.status === 'cancelled' ? withoutCancelled(written) : written;
  }

  #text(name: string): string {
    const line = this.#lines.first(name);
    return line === null ? '' : (readProperty(line)[0]?.values[0]?.trim() ?? '');
  }
}

/** TEXT properties; URIs have no escapes. */
const TEXTS: ReadonlySet<string> = new Set(['SUMMARY', 'DESCRIPTION', 'LOCATION', 'COLOR', 'TRANSP']);

/** Calendar addresses; nearly all are written without quotes and escapes. */
const PEOPLE: ReadonlySet<string> = new Set(['ORGANIZER', 'ATTENDEE']);
const NO_PARAMETERS: ReadonlyMap<string, string> = new Map();

/** Maximum parameters of a line: ical.js scans the rest of the line for each one, which takes quadratic time. */
const MAX_PARAMETERS = 100;

/** ical.js rejects some lines, for example with unbalanced quotes. Such a line yields no property. */
function readProperty(line: ContentLine): ReadProperty[] {
  const { name, text } = line;
  // Without parameters, only the escapes of a TEXT need parsing.
  if (TEXTS.has(name) && text[name.length] === ':') {
    return [{ name, parameters: NO_PARAMETERS, values: [unescaped(text.slice(name.length + 1))] }];
  }
  if (PEOPLE.has(name) && !text.includes('"') && !text.includes('^')) {
    const { parameters, value } = plainProperty(line);
    return [{ name, parameters, values: [value] }];
  }
  const head = text.slice(0, text.length - plainValue(line).length);
  if (head.split(';', MAX_PARAMETERS + 2).length > MAX_PARAMETERS + 1) return [];
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

/** Keeps the first value of each parameter: none that we read has several. */
function firstValues(parameters: Readonly<Record<string, string | string[]>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(parameters).map(([name, values]) => [name.toUpperCase(), [values].flat()[0] ?? '']),
  );
}

/**
 * Removes TEXT escapes (RFC 5545 §3.3.11). ical.js does not know the type of X- properties. Native replacement
 * between escaped backslashes takes a twentieth of the time of a callback.
 */
const unescaped = (text: string) =>
  text.includes('\\') ? text.split('\\\\').map(withoutSimpleEscapes).join('\\') : text;

const withoutSimpleEscapes = (text: string) =>
  text.replaceAll('\\n', '\n').replaceAll('\\N', '\n').replaceAll('\\,', ',').replaceAll('\\;', ';');

function descriptionOf(lines: EventLines): Description {
  const html = [...allIn(lines, 'X-ALT-DESC'), ...allIn(lines, 'STYLED-DESCRIPTION')].find(
    ({ parameters }) => parameters.get('FMTTYPE')?.toLowerCase() === 'text/html',
  );
  if (html?.values[0]?.trim()) return { format: 'html', content: html.values[0] };
  const content = allIn(lines, 'DESCRIPTION').find(({ values }) => values[0] !== '')?.values[0] ?? '';
  return { format: HTML_TAG.test(content) ? 'html' : 'text', content };
}

/** Google writes HTML into DESCRIPTION without a FMTTYPE parameter. */
const HTML_TAG =
  /<(?:\/?(?:a|b|i|u|p|br|div|span|ul|ol|li|strong|em|h[1-6]|table|html-blob|html|body)(?:\s[^<>]*)?\/?)>/i;

function conferencesOf(lines: EventLines): string[] {
  const found = CONFERENCE_NAMES.flatMap((name) =>
    allIn(lines, name).flatMap(({ values }) => values.filter((value) => value !== '')),
  );
  // Web addresses first, telephone numbers last.
  const isWeb = (value: string) => /^https?:/i.test(value);
  return [...new Set([...found.filter(isWeb), ...found.filter((value) => !isWeb(value))])];
}

function personOf({ parameters, values }: ReadProperty): Attendee | null {
  const [written = ''] = values;
  const parameter = (name: string) => parameters.get(name)?.trim() || null;
  const value = written.replace(/^mailto:/i, '').trim();
  // iCloud names people by a URL of theirs, and the address beside it.
  const address = value.includes('@') ? value : (parameter('EMAIL') ?? value);
  if (address === '' && parameter('CN') === null) return null;
  return {
    name: parameter('CN'),
    address: address.includes('@') ? address.toLowerCase() : address,
    status: parameter('PARTSTAT')?.toUpperCase() ?? null,
    role: parameter('ROLE')?.toUpperCase() ?? null,
    isPerson: !/^(?:ROOM|RESOURCE)$/i.test(parameter('CUTYPE') ?? ''),
  };
}

function alarmOf(lines: readonly ContentLine[]): SeriesAlarm[] {
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
