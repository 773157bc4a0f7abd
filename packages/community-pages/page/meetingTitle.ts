import { findScheduleMarks } from '../schedule/scheduleMarks.ts';
import { isAboutMeeting, isGenericName, isScheduleLabel } from './meetingWords.ts';
import { ADDRESS_MARK, isFieldRow, type Page, type PageCell, type PageUnit } from './pageUnit.ts';
import { GROUP } from './relevance.ts';
import type { PageMeeting } from './pageMeeting.ts';

/** A title, and whether it names this meeting in particular. */
export interface MeetingTitle {
  readonly text: string;
  readonly isOwn: boolean;
}

const NAME_COLUMN =
  /\b(?:name|meeting|sig|group|team|wg|project|title|event|what|topic|call|subproject|committee|language)\b/i;
const SUBJECT =
  /^(?:the |our |a |an )?(?<name>[A-Z0-9](?:(?!\b(?:we|conducts?|holds?|hosts?|has|have|is|are|at|on)\b)[^.:;|,]){0,70}?\b(?:meetings?|calls?|syncs?(?:-?ups?)?|office hours|stand-?ups?|hang-?outs?|sessions?|town[ -]?halls?))\b(?= (?:is|are|takes?|occurs?|happens?|will|on|every|runs?|meets?|at|held))/i;

/** In letters: a unit's name is at its beginning. */
const LONGEST_LEAD = 300;

const tidy = (text: string) =>
  text
    .replaceAll(ADDRESS_MARK, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^\s*\d{1,2}[.)]\s+/, '')
    .replace(/^[\s\-–:|•*,(]+|[\s\-–:|•*,([@]+$/g, '')
    .trim();
/** `Zoom, notes`: links after a time, not names. */
const ONLY_LINKS =
  /^(?:[\s,;|/&+·–—-]|\b(?:zoom|jitsi|teams|webex|google meet|notes|minutes|agenda|recordings?|links?|join|video|slack|chat|and)\b)+$/i;
const isName = (text: string) =>
  text.length > 1 &&
  text.length <= 90 &&
  !isScheduleLabel(text) &&
  !isGenericName(text) &&
  !isOnlyRhythm(text) &&
  !ONLY_LINKS.test(text) &&
  !/^(?:every|on|at|we|they|it|this|held|from|in|note|join|and|the)\b/i.test(text);

/** `Bi-weekly` before a colon is a rhythm, not a name. */
const isOnlyRhythm = (text: string) =>
  findScheduleMarks(text).rhythms.some((mark) => mark.end - mark.start >= text.length - 2);

function firstMark(text: string): number {
  const marks = findScheduleMarks(text);
  const dated = marks.rhythms.filter((mark) => mark.weekdays !== null);
  return Math.min(text.length, ...[...marks.days, ...marks.times, ...dated].map((mark) => mark.start));
}

/** Columns for other things of a meeting, though their heads may contain the word: `Meeting Notes/Agenda`. */
const BESIDE_COLUMN =
  /\b(?:notes?|agendas?|minutes|docs?|documents?|links?|url|recordings?|videos?|calendar|ics|join|zoom|room|where|location|register|contacts?|chairs?|leads?|facilitators?|hosts?|people|slack|channel|repo(?:sitory)?|mailing|lists?|description|status|times?|when|days?|dates?|frequency|schedule|duration|time ?zone)\b/i;

function fromRow(unit: PageUnit): string | null {
  const plain = unit.cells.filter(
    (cell) =>
      tidy(cell.text) !== '' &&
      !BESIDE_COLUMN.test(cell.head) &&
      findScheduleMarks(cell.text).times.length === 0,
  );
  const isLabel = (cell: PageCell) => NAME_COLUMN.test(cell.head) && !isScheduleLabel(cell.head);
  const named = plain.find(isLabel) ?? plain[0];
  return named === undefined ? null : tidy(named.text);
}

/** `Gateway API Meeting (Europe): Tuesdays …`, `**Contributors Meeting**: …`. */
function fromLabel(text: string): string | null {
  const lead = text.slice(0, firstMark(text));
  const colon = /:\s|:$| [-–] /.exec(lead);
  const label = colon === null ? null : tidy(lead.slice(0, colon.index));
  return label !== null && isName(label) ? label : null;
}

/** `1900 UTC: Core Team Meeting`: the name follows the time. */
function fromRest(text: string): string | null {
  const marks = findScheduleMarks(text);
  const [first] = marks.times;
  const rest =
    first === undefined || firstMark(text) > 2
      ? null
      : /^[\s)]*(?::| [-–])\s*([^(.;]{3,80})/.exec(text.slice(first.end))?.[1];
  return rest !== null &&
    rest !== undefined &&
    isName(tidy(rest)) &&
    findScheduleMarks(rest).days.length === 0
    ? tidy(rest)
    : null;
}

function fromSubject(text: string): string | null {
  const name = SUBJECT.exec(text)?.groups?.['name'];
  return name !== undefined && isName(tidy(name)) && !/^(?:we|join|our|all|these|this)\b/i.test(name)
    ? tidy(name)
    : null;
}

/** Completes a generic heading with the heading or title over it. */
function fromHeadings(unit: PageUnit, page: Page): MeetingTitle {
  const headings = unit.headings.map((heading) => tidy(heading.text)).filter(Boolean);
  const last = headings.at(-1);
  if (last !== undefined && !isGenericName(last)) return { text: last, isOwn: isAboutMeeting(last) };
  const over = headings.slice(0, -1).findLast((heading) => !isGenericName(heading)) ?? page.title;
  const subject = over === null || over === undefined ? null : tidy(over).replace(/^the /i, '');
  if (last === undefined || subject === last) return { text: subject ?? 'Meeting', isOwn: false };
  return { text: subject === null ? last : `${subject}: ${last.toLowerCase()}`, isOwn: false };
}

/** The name of a meeting: from its label, its row, its sentence, or the headings over it. */
export function titleOf(meeting: PageMeeting, page: Page): MeetingTitle {
  const known = titles.get(meeting);
  if (known !== undefined) return known;
  const title = readTitle(meeting, page);
  titles.set(meeting, title);
  return title;
}

/**
 * Titles are needed again for each comparison of mentions, so they are cached; a meeting belongs to one page.
 */
const titles = new WeakMap<PageMeeting, MeetingTitle>();

function readTitle(meeting: PageMeeting, page: Page): MeetingTitle {
  const unit = page.units[meeting.statement.unit];
  if (unit === undefined) return { text: page.title ?? 'Meeting', isOwn: false };
  if (isFieldRow(unit)) return fromHeadings(unit, page);
  if (unit.kind === 'row') {
    const name = fromRow(unit);
    return name === null ? fromHeadings(unit, page) : { text: name, isOwn: true };
  }
  const parent = unit.parent === null ? undefined : page.units[unit.parent];
  const ofParent = parent === undefined ? null : tidy(parent.label ?? parent.text);
  const own =
    fromLabel(meeting.statement.text) ??
    fromLabel(unit.text.slice(0, LONGEST_LEAD)) ??
    fromRest(unit.text.slice(0, LONGEST_LEAD)) ??
    (unit.label !== null && isName(tidy(unit.label)) && firstMark(unit.label) === unit.label.length
      ? tidy(unit.label)
      : null) ??
    fromSubject(meeting.statement.text);
  if (own !== null) return { text: own, isOwn: true };
  // `* Kite builders` over `* Meets every Wednesday`.
  const isList =
    isAboutMeeting(unit.headings.map(({ text }) => text).join(' | ')) || /^meets?\b/i.test(unit.text);
  if (
    ofParent !== null &&
    isName(ofParent) &&
    (isAboutMeeting(ofParent) || GROUP.test(ofParent) || isList) &&
    ofParent.length <= 60
  )
    return { text: ofParent, isOwn: true };
  return fromHeadings(unit, page);
}
