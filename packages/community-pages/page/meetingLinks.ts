import { addressKind } from '../addressKind.ts';
import type { Page, PageLink, PageUnit } from './pageUnit.ts';

/** Finds out what each link of a page is for. */

export type LinkRole = 'join' | 'notes' | 'recordings' | 'calendar' | 'chat' | 'list';

const NOTES =
  /\b(?:notes?|agendas?|minutes|meeting docs?|google docs?|running doc(?:ument)?|meeting document|etherpad|pad|hackmd|protokolle?|sitzungsprotokolle?|mitschrift(?:en)?|notizen|tagesordnung|comptes?[- ]rendus?|ordre du jour|procès-verba(?:l|ux))\b/i;
const RECORDINGS =
  /\b(?:recordings?|recorded|youtube|video archive|past (?:meetings|calls|videos)|videos|playlist|watch)\b/i;
const JOIN =
  /\b(?:zoom|join (?:the |our |us )?(?:meeting|call|here|online|via|on|by|link)?|meeting (?:link|room|url|id)|video (?:call|link|conference|chat)|dial[- ]?in|connect|hangouts?|webex|jitsi|google meet|conference (?:link|bridge)|bridge|teams)\b/i;
const CALENDAR = /\b(?:calendar|ical|ics|invite)\b/i;
const LIST = /\b(?:mailing[- ]list|google group|mail list|list)\b/i;
const NOT_NOTES =
  /\b(?:charter|template|proposal|roadmap|spreadsheet|survey|form|slides?|presentation|design doc)\b/i;

/** True for words that name notes or minutes of a meeting. */
export const saysNotes = (text: string): boolean => NOTES.test(text);

/** In letters before a link. */
const NEAR = 90;

/**
 * The words about a link: its own, and those before it in its sentence. @param lead a line that introduces its
 * unit
 */
function contextOf(link: PageLink, unit: PageUnit, lead: string): { own: string; before: string } {
  const from = Math.max(link.start - NEAR, 0);
  const near = unit.text.slice(from, link.start + 2);
  const last = link.start - from;
  const start = from + Math.max(near.lastIndexOf('. ', last), near.lastIndexOf('| ', last), -1) + 1;
  const cell = unit.cells.find((candidate) => link.start >= candidate.start && link.start < candidate.end);
  const before = unit.text.slice(start, link.start);
  const intro = /[a-z]{3}/i.test(before) ? '' : lead;
  return { own: link.text, before: `${intro} ${cell?.head ?? ''} ${before}` };
}

/** Of several words before a link, the nearest one decides. */
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

/** Places for agendas and minutes other than documents: issues, a wiki, a directory, a forum. */
const PLACE_OF_NOTES =
  /\/(?:issues|discussions|wikis?|tree|blob|projects|milestones?)\b|\/(?:c|t)\/[\w-]+|\b(?:minutes|meetings?|notes|agendas?)\b|\.(?:md|rst|adoc|txt)$/i;
/** Archives of a mailing list contain mails; its other pages are for joining it. */
const ARCHIVE_OF_LIST = /\/(?:messages|topics|archives?|pipermail|arch)\b/i;
/** A room of an unknown service: both the words and the address say that it is one. */
const ROOM = /jitsi|bigbluebutton|bbb|meet|conference|conf\b|room|call|zoom/i;
/** Communities that chat on Discord meet elsewhere, unless the words say otherwise. */
const DISCORD = /\/\/(?:www\.)?discord(?:app)?\.(?:gg|com)\//i;
const IS_MET_THERE =
  /\b(?:meet(?:s|ings?|-?ups?)?|calls?|sessions?|office hours|syncs?|stand-?ups?|held|hosted|happens?|takes? place|voice|stage|where|location|venue|join (?:us|here))\b/i;

/** Files of a code host about meetings, by their names. */
const FILE_OF_CODE =
  /^https?:\/\/(?:[\w-]+\.)*(?:github|gitlab|codeberg|bitbucket)\.(?:com|org|io)\/|\.(?:md|rst|adoc|txt|pdf)(?:[?#]|$)/i;
const JOIN_HERE =
  /^(?:link to join (?:the |our )?(?:[\w-]+ ){0,3}(?:meetings?|calls?|sessions?)|(?:click (?:here )?to )?join(?: (?:us|the \w+ ?\w*))? (?:via|on|in|with|over|using) (?:zoom|google meet|jitsi|webex|teams|bbb|bigbluebutton|video|whereby|discord)|(?:zoom|jitsi|webex|google meet|teams|bigbluebutton|bbb) (?:link|room|meeting|call|url|bridge))$|\bjoin(?:ing)?(?: (?:us|the (?:meeting|call|room)|here|via|at|on|link|url|in))*\s*:?\s*$|\b(?:video|meeting|call|conference|jitsi|bbb)[ -](?:link|room|url|call)\s*:?\s*$/i;
const BOTH =
  /\b(?:notes|minutes|agendas?)\s*(?:,|&|\/|and)\s*(?:the\s+)?recordings?\b|\brecordings?\s*(?:,|&|\/|and)\s*(?:the\s+|meeting\s+)?(?:notes|minutes|agendas?)\b/i;

/** `See [here](…) to read the minutes`: the purpose follows the link. */
const HERE = /^(?:here|this(?: page| link)?|the wiki|wiki)$/i;
const LONGEST_AFTER = 60;
const AFTER_HERE = /^[^.;|]*\b(?:minutes|notes|agendas?)\b/i;

/** `The notes are in this repository. You can access them [here](…)`: the sentence before gives the purpose. */
const THEM = /\b(?:them|these|those|it)\s*$/i;
const LONGEST_SENTENCE = 200;
const sentenceBefore = (link: PageLink, unit: PageUnit): string =>
  unit.text
    .slice(Math.max(0, link.start - LONGEST_SENTENCE), link.start)
    .split(/[.!?]\s/)
    .at(-2) ?? '';

/** The roles of a link; empty if meetings do not need it. @param lead a line that introduces its unit */
export function rolesOf(link: PageLink, unit: PageUnit, lead = ''): LinkRole[] {
  const role = roleOf(link, unit, lead);
  const { own, before } = contextOf(link, unit, lead);
  const isKept =
    role === 'notes' || role === 'recordings' || (role === 'list' && ARCHIVE_OF_LIST.test(link.address));
  if (isKept && addressKind(link.address) !== 'recordings' && BOTH.test(`${before} ${own}`))
    return role === 'list' ? ['notes', 'recordings', 'list'] : ['notes', 'recordings'];
  return role === null ? [] : [role];
}

/** The role of a link; null if meetings do not need it. The address decides if it can, otherwise the words. */
export function roleOf(link: PageLink, unit: PageUnit, lead = ''): LinkRole | null {
  const { own, before } = contextOf(link, unit, lead);
  const kind = addressKind(link.address);
  const words = ofWords(own, before);
  const isRoom =
    ROOM.test(link.address) &&
    !FILE_OF_CODE.test(link.address) &&
    (JOIN_HERE.test(before) || JOIN_HERE.test(own));
  if (isRoom && /^https?:/.test(link.address) && (kind === 'other' || kind === 'chat')) return 'join';
  if (kind === 'join' && DISCORD.test(link.address) && !IS_MET_THERE.test(`${before} ${own}`)) return 'chat';
  if (kind === 'recordings' || kind === 'join' || kind === 'calendar' || kind === 'chat' || kind === 'list')
    return kind;
  if (kind === 'shortlink') return words;
  if (kind === 'document') return ofDocument(link, unit, words, before);
  if (kind !== 'other' && kind !== 'event') return null;
  if (/^https?:/.test(link.address)) {
    const isNamed = words === 'notes' || words === 'recordings';
    const after = unit.text.slice(link.end, link.end + LONGEST_AFTER);
    const isNotesHere =
      AFTER_HERE.test(after) || (THEM.test(before) && NOTES.test(sentenceBefore(link, unit)));
    if (HERE.test(own) && PLACE_OF_NOTES.test(link.address) && isNotesHere) return 'notes';
    if (isNamed && (isDirect(own, before, words) || isKeptThere(link, own, before))) return words;
    return null;
  }
  // A path beside the page.
  return words === 'notes' && !/^(?:[a-z]+:|#)/i.test(link.address) && isKeptThere(link, own, before)
    ? words
    : null;
}

/** A document is the notes of a meeting if the words around it say so. */
function ofDocument(link: PageLink, unit: PageUnit, words: LinkRole | null, before: string): LinkRole | null {
  if (inNotesColumn(link, unit)) return 'notes';
  const around = `${before} ${link.text} ${unit.text.slice(link.end, link.end + 60)}`;
  if (!NOT_NOTES.test(link.text) && (words === 'notes' || NOTES.test(around))) return 'notes';
  return words === 'recordings' ? 'recordings' : null;
}

/** `You find the agendas in our [issues](…)`: the words of the sentence give the purpose. */
const isKeptThere = (link: PageLink, own: string, before: string) =>
  PLACE_OF_NOTES.test(link.address) && !NOT_NOTES.test(own) && (NOTES.test(own) || KEPT.test(before));
const KEPT =
  /\b(?:notes?|agendas?|minutes|recordings?)\b(?![^.]*\bnotes? that\b)[^.:;]{0,40}(?:\b(?:in|on|at|as|from|via|under|through|here|are|is|found|available|posted|published|kept|stored|collected|recorded)\b|:)[^.;]{0,25}$/i;

/** An address of unknown form counts only if its own words name the purpose: `Meeting notes`, `Agenda: …`. */
const isDirect = (own: string, before: string, role: LinkRole) =>
  (role === 'notes' ? NOTES : RECORDINGS).test(own) ||
  (own === '' && /[:\s-]$/.test(before) && before.trim().split(' ').length <= 5);

/** Every calendar of a page: embedded, linked, or as a file. */
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
