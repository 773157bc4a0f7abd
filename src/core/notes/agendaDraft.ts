import { formatTimeStamp, parseTimeStamp } from '#captions';
import { boxIn } from './checkbox.ts';
import { headingIn } from './headings.ts';

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

const BULLET = /^(?:[-*+]|\d{1,9}[.)])\s+(.*)$/;
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
  const lines = body.split('\n');
  const section = agendaSection(lines);
  if (section === null) return [];
  return lines.slice(section.from, section.to).flatMap((line, index) => {
    const written = boxIn(line) === null ? (BULLET.exec(line)?.[1]?.trim() ?? '') : '';
    return written === '' ? [] : [{ ...itemOf(written), line: section.from + index + 1 }];
  });
}

/** Appends an item to the note's agenda; adds the section at the top if the note has none. */
export function withAgendaItem(body: string, item: AgendaItem): string {
  const lines = body.split('\n');
  const section = agendaSection(lines);
  if (section === null) {
    const title = lines.findIndex((line) => headingIn(line)?.level === 1);
    return lines.toSpliced(title + 1, 0, '', '## Agenda', '', agendaBullet(item), '').join('\n');
  }
  const own = lines.slice(section.from, section.to);
  const last = own.findLastIndex((line) => line.trim() !== '');
  const isEmptyBullet = /^[-*+]\s*$/.test(own[last] ?? '');
  if (isEmptyBullet) return lines.with(section.from + last, agendaBullet(item)).join('\n');
  const { from, to } = section;
  if (last === -1) return lines.toSpliced(from, to - from, '', agendaBullet(item), '').join('\n');
  const at = from + last + 1;
  const gap = at === to && at < lines.length ? [''] : [];
  return lines.toSpliced(at, 0, agendaBullet(item), ...gap).join('\n');
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

/** The lines below the heading “Agenda”, up to the next heading of the same or a higher level. */
function agendaSection(lines: readonly string[]): { from: number; to: number } | null {
  const start = lines.findIndex((line) => /^agenda$/i.test(headingIn(line)?.text ?? ''));
  if (start === -1) return null;
  const rank = headingIn(lines[start] ?? '')?.level ?? 0;
  const end = lines.findIndex((line, index) => index > start && (headingIn(line)?.level ?? 7) <= rank);
  return { from: start + 1, to: end === -1 ? lines.length : end };
}
