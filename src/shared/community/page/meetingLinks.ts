/** Which of a page's links belong to a meeting, and what each is for. */
import { addressKind } from '../addressKind.ts';
import { isAboutMeeting, isGenericName, isPastHeading } from './meetingWords.ts';
import type { PageMeeting } from './findMeetings.ts';
import { isFieldRow } from './pageUnit.ts';
import type { Page, PageLink, PageUnit } from './pageUnit.ts';

export type LinkRole = 'join' | 'notes' | 'recordings' | 'calendar' | 'chat' | 'list';
export type MeetingAddresses = Readonly<Record<LinkRole, string | null>>;

const NOTES =
  /\b(?:notes?|agendas?|minutes|meeting docs?|google docs?|running doc(?:ument)?|meeting document|etherpad|pad|hackmd)\b/i;
const RECORDINGS =
  /\b(?:recordings?|recorded|youtube|video archive|past (?:meetings|calls|videos)|videos|playlist|watch)\b/i;
const JOIN =
  /\b(?:zoom|join (?:the |our |us )?(?:meeting|call|here|online|via|on|by|link)?|meeting (?:link|room|url|id)|video (?:call|link|conference|chat)|dial[- ]?in|connect|hangouts?|webex|jitsi|google meet|conference (?:link|bridge)|bridge|teams)\b/i;
const CALENDAR = /\b(?:calendar|ical|ics|invite)\b/i;
const LIST = /\b(?:mailing[- ]list|google group|mail list|list)\b/i;
const NOT_NOTES =
  /\b(?:charter|template|proposal|roadmap|spreadsheet|survey|form|slides?|presentation|design doc)\b/i;

/** The words around a link: its own, and those of its sentence before it. */
function contextOf(link: PageLink, unit: PageUnit): { own: string; before: string } {
  const start = Math.max(
    unit.text.lastIndexOf('. ', link.start) + 1,
    unit.text.lastIndexOf('| ', link.start) + 1,
    link.start - 90,
    0,
  );
  const cell = unit.cells.find((candidate) => link.start >= candidate.start && link.start < candidate.end);
  return { own: link.text, before: `${cell?.head ?? ''} ${unit.text.slice(start, link.start)}` };
}

/** Of several words before a link the nearest one tells what it is. */
function nearest(before: string): LinkRole | null {
  const kinds: readonly [LinkRole, RegExp][] = [
    ['notes', NOTES],
    ['recordings', RECORDINGS],
    ['calendar', CALENDAR],
    ['list', LIST],
    ['join', JOIN],
  ];
  let best: { role: LinkRole; at: number } | null = null;
  for (const [role, words] of kinds) {
    for (const match of before.matchAll(new RegExp(words.source, 'gi')))
      if (best === null || match.index > best.at) best = { role, at: match.index };
  }
  return best?.role ?? null;
}

function ofWords(own: string, before: string): LinkRole | null {
  if (RECORDINGS.test(own)) return 'recordings';
  if (NOTES.test(own) && !NOT_NOTES.test(own)) return 'notes';
  if (CALENDAR.test(own)) return 'calendar';
  if (LIST.test(own)) return 'list';
  if (JOIN.test(own)) return 'join';
  return nearest(before);
}

const inNotesColumn = (link: PageLink, unit: PageUnit) =>
  unit.cells.some((cell) => link.start >= cell.start && link.start < cell.end && NOTES.test(cell.head));

/** What a link is for; null for what no meeting needs. The address decides where it can, the words where it cannot. */
export function roleOf(link: PageLink, unit: PageUnit): LinkRole | null {
  const { own, before } = contextOf(link, unit);
  const kind = addressKind(link.address);
  const words = ofWords(own, before);
  if (kind === 'recordings' || kind === 'join' || kind === 'calendar' || kind === 'chat' || kind === 'list')
    return kind;
  if (kind === 'shortlink') return words;
  if (kind === 'document') return ofDocument(link, unit, words, before);
  const isNamed = words === 'notes' || words === 'recordings';
  return kind === 'other' && isNamed && /^https?:/.test(link.address) && isDirect(own, before, words)
    ? words
    : null;
}

/** A document is a meeting's notes where the words around it say so. */
function ofDocument(link: PageLink, unit: PageUnit, words: LinkRole | null, before: string): LinkRole | null {
  if (inNotesColumn(link, unit)) return 'notes';
  const around = `${before} ${link.text} ${unit.text.slice(link.end, link.end + 60)}`;
  if (!NOT_NOTES.test(link.text) && (words === 'notes' || NOTES.test(around))) return 'notes';
  return words === 'recordings' ? 'recordings' : null;
}

/** An address of no known form counts only where the words are about it: `Meeting notes`, `Agenda: …`. */
const isDirect = (own: string, before: string, role: LinkRole) =>
  (role === 'notes' ? NOTES : RECORDINGS).test(own) ||
  (own === '' && /[:\s-]$/.test(before) && before.trim().split(' ').length <= 5);

const isUnder = (unit: PageUnit, order: number) => unit.headings.some((heading) => heading.order === order);
const sectionOf = (unit: PageUnit) => unit.headings.at(-1)?.order ?? -1;

/** Whether a unit stands under a heading that names some meeting. */
const isOfOtherMeeting = (unit: PageUnit | undefined) => {
  const heading = unit?.headings.at(-1)?.text ?? '';
  return (
    isAboutMeeting(heading) &&
    !isGenericName(heading) &&
    !isPastHeading(heading) &&
    !/\b(?:notes|minutes|recordings?|agenda|topics)\b/i.test(heading)
  );
};

/** Lists are nested a few levels deep; deeper ones are no list of meetings. */
const DEEPEST = 8;

/** The list items that one stands in, from the nearest on. */
function ancestorsOf(units: readonly PageUnit[], index: number): number[] {
  const found: number[] = [];
  let parent = units[index]?.parent ?? null;
  while (parent !== null && found.length < DEEPEST) {
    found.push(parent);
    parent = units[parent]?.parent ?? null;
  }
  return found;
}

/** Units in the order in which a meeting's links are looked for in them: its own words first, the page's last. */
export function unitsByCloseness(
  meeting: PageMeeting,
  others: readonly PageMeeting[],
  page: Page,
): PageUnit[] {
  const own = meeting.statement.unit;
  const unit = page.units[own];
  if (unit === undefined) return [];
  if (unit.kind === 'row' && !isFieldRow(unit)) return [unit];
  const taken = new Set(others.map((other) => other.statement.unit).filter((index) => index !== own));
  const belongsToOther = (index: number) =>
    taken.has(index) || ancestorsOf(page.units, index).some((other) => taken.has(other));
  const section = sectionOf(unit);
  const indexes = page.units.map((_, index) => index);
  const next = Math.min(Infinity, ...[...taken].filter((index) => index > own));
  const previous = Math.max(-1, ...[...taken].filter((index) => index < own));
  const inSection = (index: number) => sectionOf(page.units[index] ?? unit) === section;
  const scopes: number[][] = [
    [own],
    indexes.filter((index) => ancestorsOf(page.units, index).includes(own)),
    indexes.filter((index) => index > own && index < next && inSection(index)),
    indexes.filter((index) => index < own && index > previous && inSection(index)).toReversed(),
    indexes.filter((index) => index > own && index < next && isUnder(page.units[index] ?? unit, section)),
    ...unit.headings
      .toReversed()
      .map((heading) =>
        indexes.filter(
          (index) =>
            isUnder(page.units[index] ?? unit, heading.order) &&
            sectionOf(page.units[index] ?? unit) === heading.order &&
            page.units[index]?.kind !== 'row' &&
            !belongsToOther(index),
        ),
      ),
  ];
  // A page whose meetings all stand in one section is about them from its first word to its last, other meetings' sections aside.
  const isOfOneKind = [...taken].every(inSection);
  const isFree = (index: number) =>
    !belongsToOther(index) && (inSection(index) || !isOfOtherMeeting(page.units[index]));
  if (isOfOneKind)
    scopes.push(
      indexes.filter((index) => index > own && isFree(index)),
      indexes.filter((index) => index < own && isFree(index)).toReversed(),
    );
  return [...new Set(scopes.flat())].flatMap((index) => page.units[index] ?? []);
}

/** Where one unit tells of several meetings, the links from a meeting's own words up to the next come first. */
function ownFirst(
  links: readonly PageLink[],
  meeting: PageMeeting,
  others: readonly PageMeeting[],
): readonly PageLink[] {
  const placeOf = (other: PageMeeting) => other.statement.start + other.parts.at;
  const from = placeOf(meeting);
  const to = Math.min(
    Infinity,
    ...others
      .filter((other) => other.statement.unit === meeting.statement.unit && placeOf(other) > from)
      .map(placeOf),
  );
  const isOwn = (link: PageLink) => link.end >= from && link.start < to;
  return [...links.filter(isOwn), ...links.filter((link) => !isOwn(link))];
}

/** The addresses of a meeting, each from the closest place that has one. */
export function addressesOf(
  meeting: PageMeeting,
  others: readonly PageMeeting[],
  page: Page,
): MeetingAddresses {
  const found: Record<LinkRole, string | null> = {
    join: null,
    notes: null,
    recordings: null,
    calendar: null,
    chat: null,
    list: null,
  };
  for (const unit of unitsByCloseness(meeting, others, page)) {
    for (const link of unit === page.units[meeting.statement.unit]
      ? ownFirst(unit.links, meeting, others)
      : unit.links) {
      const role = roleOf(link, unit);
      if (role !== null) found[role] ??= link.address;
    }
  }
  return found;
}

/** Every calendar that a page names: embedded, linked, or as a file. */
export function calendarsOf(page: Page): string[] {
  const found = page.units.flatMap((unit) =>
    unit.links
      .filter((link) => {
        const kind = addressKind(link.address);
        if (kind === 'calendar')
          return !/action=TEMPLATE|\/event\?|\/eventedit|\/calendar\/google\/add/i.test(link.address);
        return kind === 'shortlink' && roleOf(link, unit) === 'calendar';
      })
      .map((link) => link.address),
  );
  return [...new Set(found)];
}
