import type { Doubt } from '#calendar';
import { shareOfAgreement } from '../zones/zoneAgreement.ts';
import type { TimeMark } from '../schedule/clockTime.ts';
import { preciser } from '../schedule/combineRhythms.ts';
import type { ScheduleParts } from '../schedule/scheduleParts.ts';
import { isJoinAddress } from '../addressKind.ts';
import type { PageMeeting } from './pageMeeting.ts';
import { titleOf } from './meetingTitle.ts';
import { isAboutMeeting, isGenericName, isScheduleLabel } from './meetingWords.ts';
import type { Page, PageUnit } from './pageUnit.ts';

/** Merges several mentions of one meeting on a page. */

const daysOf = (parts: ScheduleParts) => parts.weekdays ?? parts.rhythm?.weekdays ?? null;

/** Share of weeks in which two times of one meeting agree; zones change their clocks on different days. */
const NEARLY_ALWAYS = 0.9;

/** `1 PT` and `1PM PST`: times twelve hours apart are equal if one lacks am or pm. */
function sameTime(left: TimeMark | undefined, right: TimeMark | undefined, leastShare: number): boolean {
  if (left === undefined || right === undefined) return left === right;
  if (left.zone !== null && right.zone !== null && left.zone.zone !== right.zone.zone) {
    const share = shareOfAgreement(
      { time: left.time, zone: left.zone.zone },
      { time: right.time, zone: right.zone.zone },
    );
    return share > 0 && share >= leastShare;
  }
  if (left.time === right.time) return true;
  const isUnsure = left.question !== null || right.question !== null;
  return (
    isUnsure &&
    Number(left.time.slice(0, 2)) % 12 === Number(right.time.slice(0, 2)) % 12 &&
    left.time.slice(3) === right.time.slice(3)
  );
}

function sameRhythm(left: ScheduleParts, right: ScheduleParts): boolean {
  if (left.rhythm === null || right.rhythm === null) return true;
  return JSON.stringify(left.rhythm.rhythm) === JSON.stringify(right.rhythm.rhythm);
}

const ownRoom = (meeting: PageMeeting, page: Page) =>
  page.units[meeting.statement.unit]?.links.find((link) => isJoinAddress(link.address))?.address ?? null;

function isSame(left: PageMeeting, right: PageMeeting, page: Page): boolean {
  const [first, second] = [page.units[left.statement.unit], page.units[right.statement.unit]];
  if (first?.kind === 'row' || second?.kind === 'row' || left.statement.unit === right.statement.unit)
    return false;
  if (daysOf(left.parts)?.join() !== daysOf(right.parts)?.join()) return false;
  // Under different headings, meetings that coincide for a part of the year are two.
  const isOnePlace =
    first?.headings.at(-1)?.order === second?.headings.at(-1)?.order ||
    isCommonPlace(first) ||
    isCommonPlace(second);
  const leastShare = isOnePlace && !hasOwnSection(second) ? 0 : NEARLY_ALWAYS;
  if (
    !sameTime(left.parts.times[0], right.parts.times[0], leastShare) ||
    !sameRhythm(left.parts, right.parts)
  )
    return false;
  const [room, otherRoom] = [ownRoom(left, page), ownRoom(right, page)];
  if (room !== null && otherRoom !== null && room !== otherRoom) return false;
  const [title, otherTitle] = [titleOf(left, page), titleOf(right, page)];
  return !(title.isOwn && otherTitle.isOwn && title.text !== otherTitle.text);
}

const wordsOf = (text: string) =>
  new Set((text.toLowerCase().match(/[a-z]{3,}/g) ?? []).filter((word) => !isAboutMeeting(word)));

/** True for a sentence about a meeting and the row of a table that lists it. */
function isSameInTable(left: PageMeeting, right: PageMeeting, page: Page): boolean {
  const [first, second] = [page.units[left.statement.unit], page.units[right.statement.unit]];
  if (first === undefined || second === undefined || (first.kind === 'row') === (second.kind === 'row'))
    return false;
  const [row, words] = first.kind === 'row' ? [left, right] : [right, left];
  if (left.isInactive !== right.isInactive || daysOf(left.parts)?.join() !== daysOf(right.parts)?.join())
    return false;
  const [name, title] = [titleOf(row, page), titleOf(words, page)];
  const known = wordsOf(name.text);
  const wanted = [...wordsOf(title.text)];
  const isOneName = title.isOwn && wanted.length > 0 && wanted.every((word) => known.has(word));
  if (left.parts.times.length === 0 || !(isOneName || sameRhythm(left.parts, right.parts))) return false;
  if (!sameTime(left.parts.times[0], right.parts.times[0], NEARLY_ALWAYS)) return false;
  const [room, otherRoom] = [ownRoom(left, page), ownRoom(right, page)];
  if (room !== null && otherRoom !== null && room !== otherRoom) return false;
  return (
    !title.isOwn || [...wordsOf(title.text)].some((word) => known.has(word)) || wordsOf(title.text).size === 0
  );
}

/** Merges a row of a table with a sentence about its meeting; the row gives the name and the links. */
function inTable(left: PageMeeting, right: PageMeeting, page: Page): PageMeeting {
  const isFirstRow = page.units[left.statement.unit]?.kind === 'row';
  const [row, words] = isFirstRow ? [left, right] : [right, left];
  const merged = together(words, row);
  // A doubt of either holds against a name such as `Daily check-in`.
  const open = [row, words].find(({ parts }) => parts.rhythm?.rhythm.kind === 'unclear');
  const parts = { ...merged.parts, rhythm: open?.parts.rhythm ?? merged.parts.rhythm };
  return {
    ...merged,
    parts,
    statement: row.statement,
    alsoIn: [...(row.alsoIn ?? []), words.statement.unit],
  };
}

/** True for a sentence and a `When:` line below it that differ only in the time: one of them was changed. */
function contradicts(left: PageMeeting, right: PageMeeting, page: Page): boolean {
  const [first, second] = [page.units[left.statement.unit], page.units[right.statement.unit]];
  const [mark, other] = [left.parts.times[0], right.parts.times[0]];
  if (mark === undefined || other === undefined || left.parts.rhythm === null || right.parts.rhythm === null)
    return false;
  const isOnePlace =
    first?.headings.at(-1)?.order === second?.headings.at(-1)?.order && first?.kind === 'paragraph';
  const isField = second?.kind === 'item' && isScheduleLabel(right.statement.text);
  const isSameZone = mark.zone?.zone === other.zone?.zone && mark.time !== other.time;
  return (
    isOnePlace &&
    isField &&
    isSameZone &&
    sameRhythm(left.parts, right.parts) &&
    daysOf(left.parts)?.join() === daysOf(right.parts)?.join()
  );
}

/** `the weekly community meeting` */
const NAME =
  /\b(?:(?:weekly|bi-?weekly|monthly|community|developers?|dev|contributors?|maintainers?|team|public|regular|open|user|project|core|general)\s+)+(?:meeting|call|sync|office hour)s?\b/i;
const readName = ({ texts }: PageMeeting) =>
  NAME.exec(texts.slice(0, 3).join(' '))?.[0].toLowerCase().replace(/s$/, '') ?? null;

/** Names are needed for each comparison, so they are cached. */
const names = new WeakMap<PageMeeting, string | null>();

function nameOf(meeting: PageMeeting): string | null {
  const known = names.get(meeting);
  if (known !== undefined) return known;
  const name = readName(meeting);
  names.set(meeting, name);
  return name;
}

/** True for a section about the page as a whole: its title, `Communication`, `FAQ`. */
function isCommonPlace(unit: PageUnit | undefined): boolean {
  const heading = unit?.headings.at(-1);
  return (
    heading === undefined ||
    heading.level === 1 ||
    isGenericName(heading.text) ||
    /\bfaq\b|questions/i.test(heading.text)
  );
}

/** True for a section with a particular name. */
const hasOwnSection = (unit: PageUnit | undefined) => {
  const heading = unit?.headings.at(-1);
  return heading !== undefined && heading.level > 2 && !isCommonPlace(unit);
};

/** True for one weekly meeting with one name in two places of a page that differ in the day or in the time. */
function isToldOtherwise(left: PageMeeting, right: PageMeeting, page: Page): boolean {
  const [first, second] = [page.units[left.statement.unit], page.units[right.statement.unit]];
  const [mark, other] = [left.parts.times[0], right.parts.times[0]];
  const name = nameOf(left);
  if (name === null || name !== nameOf(right) || first?.kind === 'row' || second?.kind === 'row')
    return false;
  if (mark === undefined || other === undefined || mark.zone?.zone !== other.zone?.zone) return false;
  const [room, otherRoom] = [ownRoom(left, page), ownRoom(right, page)];
  const isOneRoom = room === null || otherRoom === null || room === otherRoom;
  const isElsewhere = first?.headings.at(-1)?.order !== second?.headings.at(-1)?.order;
  const isOneDay = daysOf(left.parts)?.join() === daysOf(right.parts)?.join();
  return (
    isElsewhere &&
    isOneRoom &&
    isCommonPlace(first) &&
    isCommonPlace(second) &&
    sameRhythm(left.parts, right.parts) &&
    isOneDay !== (mark.time === other.time)
  );
}

function withContradiction(left: PageMeeting, right: PageMeeting): PageMeeting {
  const [time, other] = [left.parts.times[0]?.time ?? '', right.parts.times[0]?.time ?? ''];
  const question: Doubt =
    time === other
      ? { kind: 'daysDiffer', days: daysOf(left.parts) ?? [], others: daysOf(right.parts) ?? [] }
      : { kind: 'timesDiffer', time, other };
  return {
    ...left,
    parts: { ...right.parts, doubts: [...right.parts.doubts, question] },
    texts: [...left.texts, ...right.texts],
  };
}

function together(left: PageMeeting, right: PageMeeting): PageMeeting {
  const [sure, other] =
    left.parts.times[0]?.question !== null && right.parts.times[0]?.question === null
      ? [right, left]
      : [left, right];
  const zones = new Set(sure.parts.times.map((mark) => mark.zone?.zone));
  // Local times of a moment that was named before are translations.
  const isTranslated = sure.parts.times[0]?.zone?.zone === other.parts.times[0]?.zone?.zone;
  const further = (isTranslated ? [] : other.parts.times).filter(
    (mark) => mark.zone !== null && mark.question === null && !zones.has(mark.zone.zone),
  );
  return {
    statement: left.statement,
    texts: [...left.texts, ...right.texts],
    isInactive: left.isInactive && right.isInactive,
    parts: {
      ...sure.parts,
      times: [...sure.parts.times, ...further],
      rhythm: preciser(left.parts.rhythm, right.parts.rhythm),
      start: left.parts.start ?? right.parts.start,
      durationMinutes: left.parts.durationMinutes ?? right.parts.durationMinutes,
    },
  };
}

/** The meetings with all mentions of one merged, in the order of the first mentions. */
export function mergeMentions(meetings: readonly PageMeeting[], page: Page): PageMeeting[] {
  const merged: PageMeeting[] = [];
  for (const meeting of meetings) {
    const listed = merged.findIndex((other) => isSameInTable(other, meeting, page));
    const inList = merged[listed];
    if (inList !== undefined) {
      merged[listed] = inTable(inList, meeting, page);
      continue;
    }
    const index = merged.findIndex((known) => isSame(known, meeting, page));
    const known = merged[index];
    const opposite = merged.findIndex(
      (other) => contradicts(other, meeting, page) || isToldOtherwise(other, meeting, page),
    );
    const opponent = merged[opposite];
    if (known === undefined && opponent !== undefined)
      merged[opposite] = withContradiction(opponent, meeting);
    else if (known === undefined) merged.push(meeting);
    else merged[index] = together(known, meeting);
  }
  return merged;
}
