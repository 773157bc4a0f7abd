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
}

const BULLET = /^[-*+]\s+(.*)$/;
const KIND = /^\*\*(.+?):\*\*\s*/;
const HOLDER = /\(@([^()\s]+)\)/;
const LINK = /<(https?:\/\/[^\s<>]+)>/g;

const isWebPage = (link: string): boolean => /^https?:\/\/[^\s<>]+$/.test(link);

/** The item as one bullet: `- **Demo:** The new tray (@ada) <https://…>`. The inverse of {@link agendaItemsIn}. */
export function agendaBullet({ kind, text, holder, links }: AgendaItem): string {
  const parts = [
    kind === 'other' ? '' : `**${AGENDA_KINDS[kind]}:**`,
    text.replaceAll(/\s+/g, ' ').trim(),
    holder === null ? '' : `(@${holder.replace(/^@/, '').replaceAll(/[()\s]/g, '')})`,
    ...links.filter(isWebPage).map((link) => `<${link}>`),
  ];
  return `- ${parts.filter((part) => part !== '').join(' ')}`;
}

/** The items of the note's section “Agenda”: its bullets that have a text. */
export function agendaItemsIn(body: string): AgendaItem[] {
  const lines = body.split('\n');
  const section = agendaSection(lines);
  if (section === null) return [];
  return lines.slice(section.from, section.to).flatMap((line) => {
    const written = boxIn(line) === null ? (BULLET.exec(line)?.[1]?.trim() ?? '') : '';
    return written === '' ? [] : [itemOf(written)];
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

/** The agenda as Markdown bullets, for the shared document. */
export const agendaMarkdown = (items: readonly AgendaItem[]): string =>
  items.map((item) => `${agendaBullet(item)}\n`).join('');

function itemOf(written: string): AgendaItem {
  const label = KIND.exec(written)?.[1];
  const kind = kinds.find((one) => AGENDA_KINDS[one] === label) ?? 'other';
  const rest = kind === 'other' ? written : written.replace(KIND, '');
  return {
    kind,
    text: rest.replaceAll(LINK, ' ').replace(HOLDER, ' ').replaceAll(/\s+/g, ' ').trim(),
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
