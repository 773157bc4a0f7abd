import { formatTimeStamp, parseTimeStamp } from '#captions';
import { boxIn } from './checkbox.ts';
import { headingsIn, type PlacedHeading } from './headings.ts';
import { isItemAt, wantedLines } from './linesOutsideCode.ts';

/** Kinds of agenda items in community meetings. */
export const AGENDA_KINDS = {
  proposal: 'Feature proposal, feedback wanted',
  release: 'Next release',
  initiative: 'Larger initiative',
  help: 'Help wanted',
  demo: 'Demo',
  other: 'Other',
} as const;
export type AgendaKind = keyof typeof AGENDA_KINDS;

/** A topic for the meeting. */
export interface AgendaItem {
  readonly kind: AgendaKind;
  readonly text: string;
  /** Presenter, without `@`; null if none is named. */
  readonly holder: string | null;
  readonly links: readonly string[];
  /** Planned minutes; null if none are planned. */
  readonly minutes: number | null;
  /** When it was begun, each time: ms since the start of the meeting. */
  readonly begun: readonly number[];
}

/** An item in the note. */
export interface PlacedAgendaItem extends AgendaItem {
  /** Line of the note's body, from 1. */
  readonly line: number;
}

const BULLET = /^(?:[-*+]|\d{1,9}[.)])\s+(.*)$/s;
/** A bullet, or the number of an ordered list, with its gap. */
const MARKER = /^(?:[-*+]|\d{1,9}[.)])\s+/;
const KIND = /^\*\*(.+?):\*\*\s*/;
const HOLDER = /\(@([^()\s]+)\)/;
const LINK = /<(https?:\/\/[^\s<>]+)>/g;
/** `(10 min)`, `[10m]`, also as people write it: `(10 minutes)`, `(10’)`. */
const MINUTES = /[([]\s?(\d{1,3})\s?(?:m|min|mins|minutes?|['’′])\.?\s?[)\]]/i;
const STAMP = /\[\[(\d{1,3}:\d{2}(?::\d{2})?)\]\]/g;

const isWebPage = (link: string): boolean => /^https?:\/\/[^\s<>]+$/.test(link);

/**
 * The item as one bullet: `- **Demo:** The new tray (@ada) (10 min) <https://…> [[18:03]]`. The stamps at its end are the
 * times at which it was begun. The inverse of {@link agendaItemsIn}.
 */
export const agendaBullet = (item: AgendaItem): string => `- ${agendaWords(item)}`;

function agendaWords({ kind, text, holder, links, minutes, begun }: AgendaItem): string {
  const parts = [
    kind === 'other' ? '' : `**${AGENDA_KINDS[kind]}:**`,
    text.replaceAll(/\s+/g, ' ').trim(),
    holder === null ? '' : `(@${holder.replace(/^@/, '').replaceAll(/[()\s]/g, '')})`,
    minutes === null ? '' : `(${minutes} min)`,
    ...links.filter(isWebPage).map((link) => `<${link}>`),
    ...begun.map((at) => `[[${formatTimeStamp(at)}]]`),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** The items of the note's section “Agenda”: its bullets and numbered items that have a text. */
export function agendaItemsIn(body: string): PlacedAgendaItem[] {
  const section = agendaSection(body);
  if (section === null) return [];
  const items: PlacedAgendaItem[] = [];
  const above = linesBefore(body, section.from);
  for (const { line, number } of wantedLines(body.slice(section.from, section.to), isItemAt)) {
    const written = wordsOfBullet(line);
    if (written !== '') items.push({ ...itemOf(written), line: above + number });
  }
  return items;
}

/** Empty for a task. */
const wordsOfBullet = (line: string): string =>
  boxIn(line) === null ? (BULLET.exec(line)?.[1]?.trim() ?? '') : '';

/** How many lines end before a place. */
function linesBefore(text: string, place: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < place; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** Appends an item to the note's agenda; adds the section at the top if the note has none. */
export function withAgendaItem(body: string, item: AgendaItem): string {
  const bullet = agendaBullet(item);
  const section = agendaSection(body);
  if (section === null) return withAgenda(body, bullet);
  const { from, to } = section;
  const own = body.slice(from, to).trimEnd();
  const isEnd = to === body.length;
  if (own === '')
    return `${body.slice(0, section.headingEnd)}\n\n${bullet}\n${isEnd ? '' : '\n'}${body.slice(to)}`;
  const begin = from + own.lastIndexOf('\n') + 1;
  const lineEnd = body.indexOf('\n', begin);
  const end = lineEnd === -1 ? body.length : lineEnd;
  if (/^[-*+]\s*$/.test(body.slice(begin, end))) return body.slice(0, begin) + bullet + body.slice(end);
  const gap = !isEnd && end + 1 === to ? '\n' : '';
  return `${body.slice(0, end)}\n${bullet}${gap}${body.slice(end)}`;
}

/** The note with an agenda of one item: below its title, or at the top. */
function withAgenda(body: string, bullet: string): string {
  const block = `\n## Agenda\n\n${bullet}\n`;
  for (const { level, to } of headingsIn(body)) {
    if (level !== 1) continue;
    const isLast = to === body.length;
    return `${body.slice(0, to)}\n${block}${isLast ? '' : body.slice(to)}`;
  }
  return `${block}\n${body}`;
}

/** The note with another item in that line, which keeps its bullet and the notes below it. @param line from 1 */
export function withAgendaItemChanged(body: string, line: number, item: AgendaItem): string {
  const lines = body.split('\n');
  const marker = MARKER.exec(lines[line - 1] ?? '')?.[0];
  return marker === undefined ? body : lines.with(line - 1, marker + agendaWords(item)).join('\n');
}

/** The note without the item in that line and the notes below it; the last one leaves an empty bullet. */
export function withoutAgendaItem(body: string, line: number): string {
  const lines = body.split('\n');
  const items = agendaItemsIn(body);
  if (!items.some((item) => item.line === line)) return body;
  const length = blockEnd(lines, line - 1) - (line - 1);
  return lines.toSpliced(line - 1, length, ...(items.length === 1 ? ['- '] : [])).join('\n');
}

/** The note with the item in that line one place earlier or later, together with the notes below it. */
export function withAgendaItemMoved(body: string, line: number, by: -1 | 1): string {
  const items = agendaItemsIn(body);
  const at = items.findIndex((item) => item.line === line);
  const [first, second] = by === 1 ? [items[at], items[at + 1]] : [items[at - 1], items[at]];
  if (at === -1 || first === undefined || second === undefined) return body;
  const lines = body.split('\n');
  const [from, to] = [first.line - 1, second.line - 1];
  const upper = lines.slice(from, blockEnd(lines, from));
  const between = lines.slice(from + upper.length, to);
  const lower = lines.slice(to, blockEnd(lines, to));
  // Numbers of an ordered list stay in their place.
  const [markerAbove = '', markerBelow = ''] = [upper, lower].map(([head = '']) => MARKER.exec(head)?.[0]);
  const withMarker = ([head = '', ...rest]: readonly string[], marker: string): string[] => [
    head.replace(MARKER, marker),
    ...rest,
  ];
  return lines
    .toSpliced(
      from,
      upper.length + between.length + lower.length,
      ...withMarker(lower, markerAbove),
      ...between,
      ...withMarker(upper, markerBelow),
    )
    .join('\n');
}

/** The index after the item that begins at `from`, with the indented lines below it. */
function blockEnd(lines: readonly string[], from: number): number {
  let end = from + 1;
  for (let at = end; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    if (!/^\s/.test(line)) break;
    end = at + 1;
  }
  return end;
}

/** The agenda as Markdown bullets, for the shared document; without the times of the meeting. */
export const agendaMarkdown = (items: readonly AgendaItem[]): string =>
  items.map((item) => `${agendaBullet({ ...item, begun: [] })}\n`).join('');

function itemOf(written: string): AgendaItem {
  const label = KIND.exec(written)?.[1];
  const kind = kinds.find((one) => AGENDA_KINDS[one] === label) ?? 'other';
  const rest = kind === 'other' ? written : written.replace(KIND, '');
  const minutes = MINUTES.exec(rest)?.[1];
  return {
    kind,
    text: rest
      .replaceAll(STAMP, ' ')
      .replaceAll(LINK, ' ')
      .replace(HOLDER, ' ')
      .replace(MINUTES, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
    minutes: minutes === undefined || Number(minutes) === 0 ? null : Number(minutes),
    begun: [...rest.matchAll(STAMP)].flatMap(([, stamp = '']) => parseTimeStamp(stamp) ?? []),
    holder: HOLDER.exec(rest)?.[1] ?? null,
    links: [...rest.matchAll(LINK)].map(([, link = '']) => link),
  };
}

const kinds: readonly AgendaKind[] = ['proposal', 'release', 'initiative', 'help', 'demo', 'other'];

/** What is below the heading “Agenda”, up to the next heading of the same or a higher level. */
interface Section {
  readonly headingEnd: number;
  readonly from: number;
  readonly to: number;
}

function agendaSection(body: string): Section | null {
  let start: PlacedHeading | null = null;
  for (const heading of headingsIn(body)) {
    if (start === null) start = /^agenda$/i.test(heading.text) ? heading : null;
    else if (heading.level <= start.level)
      return { headingEnd: start.to, from: start.to + 1, to: heading.from };
  }
  if (start === null) return null;
  return { headingEnd: start.to, from: Math.min(start.to + 1, body.length), to: body.length };
}
