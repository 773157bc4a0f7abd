import { shareOfAgreement } from '../zones/zoneAgreement.ts';
import { readSchedules } from '../schedule/groupSchedules.ts';
import { inEnglish } from '../schedule/otherLanguages.ts';
import { findScheduleMarks } from '../schedule/scheduleMarks.ts';
import { completedBy, NO_PARTS, type ScheduleParts } from '../schedule/scheduleParts.ts';
import { readZone, type ZoneReading } from '../zones/readZone.ts';
import type { WrittenDate } from '../schedule/dates.ts';
import { formerPart } from './formerMeetings.ts';
import { withoutSkips } from './skippedDates.ts';
import type { PageCell, PageUnit } from './pageUnit.ts';

/** Finds the sentences and rows of a page that say something about dates. */

/** A sentence or a table row, with what it says about dates. */
export interface Statement {
  /** Index of its unit. */
  readonly unit: number;
  readonly text: string;
  /** Its place in the text of its unit. */
  readonly start: number;
  readonly end: number;
  readonly parts: readonly ScheduleParts[];
  /** True for a single date without recurrence. */
  readonly isDated: boolean;
}

/** The end of a sentence, but not in `2026. January 23` and `U.S. Eastern`. */
const BREAK =
  /(?!(?<=\b\d{1,2})\.\s+(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))(?!(?<=\b20\d\d)\.\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))(?<![aApP]\.[mM]|e\.g|i\.e|etc|vs|\bU\.S|\bU\.S\.A|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun|no))[.!?]\)?\s+(?=["'[(*_]*[A-Z\uFFFC])|;\s+(?=[A-Z][a-z]+\s?:)/g;

/** In letters. Longer sentences are lists or data; the limit bounds the time. */
const LONGEST_SENTENCE = 700;
/** Every text about dates contains one of these. */
const DATE_WORDS =
  /\d|day|daily|week|month|quarter|annual|year|noon|midnight|fortnight|tag|woche|wöchent|monat|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|semaine|mois|\b(?:mon|tue|wed|thu|fri|sat|sun)\b|ad[- ]?hoc|as[- ]needed|on demand/i;

/** In letters. A longer paragraph is data. */
const LONGEST_UNIT = 20_000;

const mayHaveDates = ({ text }: { text: string }) => text.length <= LONGEST_SENTENCE && DATE_WORDS.test(text);

function sentencesOf(text: string): { text: string; start: number }[] {
  const ends = [...text.matchAll(BREAK)].map((match) => match.index + match[0].length);
  return [0, ...ends].flatMap((start, index) => {
    const sentence = text.slice(start, ends[index] ?? text.length);
    // `Until 2025 we met on Mondays, now we meet on Tuesdays` is two statements.
    const former = sentence.length > LONGEST_SENTENCE ? null : formerPart(sentence);
    const cuts = former === null ? [0] : [0, former.start, former.end];
    return cuts.map((cut, part) => ({ text: sentence.slice(cut, cuts[part + 1]), start: start + cut }));
  });
}

const knowsDay = (parts: ScheduleParts) =>
  parts.weekdays !== null || (parts.rhythm?.weekdays ?? null) !== null;
/** True for a day and a time: enough for a meeting. */
export const isComplete = (parts: ScheduleParts): boolean =>
  parts.times.length > 0 && (knowsDay(parts) || parts.start !== null);
/** True for a first date alone. */
export const isStartOnly = ({ weekdays, rhythm, start, times }: ScheduleParts): boolean =>
  weekdays === null && rhythm === null && start !== null && times.length === 0;
/** True for anything about days. */
export const hasDays = (parts: ScheduleParts): boolean => knowsDay(parts) || parts.rhythm !== null;

/** Columns with one moment in several zones are one time. */
function joinColumns(parts: readonly ScheduleParts[]): ScheduleParts[] {
  const joined: ScheduleParts[] = [];
  for (const part of parts) {
    const [mark] = part.times;
    const index = joined.findIndex((other) => {
      const [first] = other.times;
      if (first === undefined || mark === undefined || other.weekdays?.join() !== part.weekdays?.join())
        return false;
      if (first.zone === null || mark.zone === null || first.zone.zone === mark.zone.zone) return false;
      return (
        shareOfAgreement(
          { time: first.time, zone: first.zone.zone },
          { time: mark.time, zone: mark.zone.zone },
        ) > 0
      );
    });
    const known = joined[index];
    if (known === undefined) joined.push(part);
    else joined[index] = { ...known, times: [...known.times, ...part.times] };
  }
  return joined;
}

/** The zone in a column of its own. */
function zoneOfRow(unit: PageUnit): ZoneReading | null {
  const cell = unit.cells.find(({ head, text }) => /\b(?:zone|tz)\b|time ?zone/i.test(head) && text !== '');
  return cell === undefined ? null : readZone(cell.text);
}

const withZone = (part: ScheduleParts, zone: ZoneReading | null): ScheduleParts => ({ ...part, zone });

/** A break and a bullet begin a line in a cell. */
const LINE_OF_CELL = /;\s+(?=[*•·-]\s)/g;

/** The statements of a cell: each line alone if several of them are whole meetings. */
function readCell(cell: PageCell): ScheduleParts[] {
  const ends = [...cell.text.matchAll(LINE_OF_CELL)].map((match) => match.index + match[0].length);
  const lines = [0, ...ends].map((start, index) => ({
    start,
    parts: readSchedules(cell.text.slice(start, ends[index])),
  }));
  const isList = lines.filter(({ parts }) => parts.some(isComplete)).length > 1;
  const read = isList ? lines : [{ start: 0, parts: readSchedules(cell.text) }];
  return read.flatMap(({ start, parts }) =>
    parts.map((part) => Object.assign({}, part, { at: part.at + start + cell.start })),
  );
}

/** `First meeting`, `Start date`: the name of a field with the first date. */
const START_FIELD =
  /^(?:(?:first|next) (?:meeting|call|session|occurrence|date)|start(?:s|ing|ed)?(?: date| on)?|begins?(?: on)?|since|effective(?: from)?)\s*:?$/i;

/** The first date in a column or a field of a row. */
function startOfRow({ cells }: PageUnit): WrittenDate | null {
  const field = cells.find(
    ({ head }, index) =>
      START_FIELD.test(head) || (index > 0 && START_FIELD.test((cells[index - 1]?.text ?? '').trim())),
  );
  return field === undefined
    ? null
    : (readSchedules(`starting ${field.text.replace(/[*_`]/g, '')}`).find(({ start }) => start !== null)
        ?.start ?? null);
}

function readRow(unit: PageUnit): ScheduleParts[] {
  const start = startOfRow(unit);
  const read = readCells(unit);
  if (start === null) return read;
  return read.length === 0 || !read.some(isComplete)
    ? [{ ...NO_PARTS, start }]
    : read.map((part) => Object.assign({}, part, { start: part.start ?? start }));
}

function readCells(unit: PageUnit): ScheduleParts[] {
  const ofCells = unit.cells.filter(mayHaveDates).map(readCell);
  const complete = ofCells.filter((parts) => parts.some(isComplete)).flat();
  if (complete.length === 0) {
    const whole = mayHaveDates(unit) ? readSchedules(unit.text) : [];
    return whole.map((part) => withZone(part, part.zone ?? zoneOfRow(unit)));
  }
  const zone = zoneOfRow(unit);
  // `Tuesday 9:00 PT` in one column and `biweekly` in another.
  const rhythms = ofCells
    .flat()
    .filter((part) => part.rhythm !== null && part.times.length === 0 && part.weekdays === null);
  const [rhythm] = rhythms;
  const schedules = joinColumns(complete).map((part) =>
    part.zone === null && part.times.every((mark) => mark.zone === null) ? withZone(part, zone) : part,
  );
  return rhythm === undefined || rhythms.length > 1
    ? schedules
    : schedules.map((part) => completedBy(part, { ...NO_PARTS, rhythm: rhythm.rhythm }));
}

/** `Our next meeting is on Thursday`, `next Tuesday`: a single date without a number. */
const NEXT_ONE =
  /\b(?:next|upcoming|this coming|following)\s+(?:\w+\s+){0,2}(?:meetings?|calls?|sessions?|one|syncs?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b(?!s)/i;
const PLURAL_DAY = /days\b/i;

function isDated(written: string): boolean {
  const text = inEnglish(written);
  const marks = findScheduleMarks(text);
  if (marks.rhythms.length === 0 && NEXT_ONE.test(text) && !PLURAL_DAY.test(text)) {
    return marks.times.length > 0;
  }
  return (
    marks.rhythms.length === 0 &&
    marks.dates.some((mark) => !mark.isStart || (marks.days.length === 0 && marks.times.length > 0))
  );
}

const statementOf = (
  unit: number,
  text: string,
  start: number,
  parts: readonly ScheduleParts[],
): Statement => ({
  unit,
  text,
  start,
  end: start + text.length,
  parts,
  isDated: parts.length > 0 && !parts.every(isStartOnly) && isDated(withoutSkips(text)),
});

/** `2026-12-20 4PM` in a cell is one date, whatever else the row says about weekly meetings. */
const withDatedCell = (statement: Statement, { cells }: PageUnit): Statement => ({
  ...statement,
  isDated:
    statement.isDated ||
    cells.some(({ text }) => isDated(text) && readSchedules(text).some((part) => part.times.length > 0)),
});

/** All statements of a page, in order, without sentences that do not mention dates. */
export function findStatements(units: readonly PageUnit[]): Statement[] {
  return units
    .flatMap((unit, index) =>
      unit.text.length > LONGEST_UNIT
        ? []
        : unit.kind === 'row'
          ? [withDatedCell(statementOf(index, unit.text, 0, readRow(unit)), unit)]
          : sentencesOf(unit.text)
              .filter(mayHaveDates)
              .map(({ text, start }) => statementOf(index, text, start, readSchedules(withoutSkips(text)))),
    )
    .filter((statement) => statement.parts.length > 0);
}
