import type { CalendarDate } from '#base';
import { preciser } from '../schedule/combineRhythms.ts';
import { saysBound } from '../schedule/scheduleMarks.ts';
import { completedBy, type ScheduleParts } from '../schedule/scheduleParts.ts';
import { isAboutMeeting, isAside, isExplanation, isOtherBusiness, isScheduleLabel } from './meetingWords.ts';
import { clearer, rhythmOfHeadings } from './headingSchedules.ts';
import { findStatements, hasDays, isComplete, isStartOnly, type Statement } from './pageSchedules.ts';
import { formerPart } from './formerMeetings.ts';
import { inactivityOf } from './inactivity.ts';
import { isOver } from './pageStatus.ts';
import { continued, daysOf, isRemarkOn, newSection, type Section, textsOf } from './pageSection.ts';
import { type Page, type PageUnit, sectionOrder } from './pageUnit.ts';
import { isRelevant } from './relevance.ts';
import { sameMoment } from './sameMoment.ts';
import { takeTurns } from './takeTurns.ts';
import { titleOf } from './meetingTitle.ts';
import { withExceptions } from './exceptions.ts';
import { contradictsInterval, isListRow } from './dayOnly.ts';
import type { PageMeeting } from './pageMeeting.ts';
import { dayOnlyMeetings, type Open, timelessMeetings } from './untimedMeetings.ts';

/**
 * Finds the meetings of a page in its statements. The day and the time of a meeting may be in different
 * statements of one section, or of a section and those below it.
 */

/** In units: the largest distance between two statements of one meeting. */
const REACH = 6;

/** In units: the distance of a remark from its meeting. */
const NEXT_TO = 2;

/** A page names a few dozen meetings; more are data. Each is compared with all others. */
const MOST_MEETINGS = 500;
/** `on a regular cadence (for example, every other week at 2:00 pm)` is advice. */
const EXAMPLE = /\b(?:for (?:example|instance)|e\.\s?g\.?|such as)[,:]?[^.()]{0,25}$/i;
/** A heading with a past year: the meetings under it took place in that year. */
const YEAR = /^20\d\d$/;
/** In minutes. Longer ones are opening hours. */
const LONGEST_MEETING = 6 * 60;

/** In letters. A shorter statement is about the meeting of its section. */
const SHORT = 60;

/** True if days in a statement are those of a meeting. */
const isOfMeeting = ({ text }: Statement, { kind }: PageUnit): boolean =>
  isAboutMeeting(text) || isScheduleLabel(text) || text.length < SHORT || kind === 'row';

class MeetingFinder {
  readonly meetings: PageMeeting[] = [];
  readonly #page: Page;
  readonly #year: number;
  readonly #sections = new Map<number, Section>();
  /** Days without a time, and those of them for which a time was found. */
  readonly #days: Open[] = [];
  readonly #timed = new Set<Open>();
  readonly #isInactive: ReturnType<typeof inactivityOf>;

  constructor(page: Page, year: number) {
    this.#page = page;
    this.#year = year;
    this.#isInactive = inactivityOf(page, year);
  }

  #unit(statement: Statement): PageUnit | undefined {
    return this.#page.units[statement.unit];
  }

  #sectionOf(statement: Statement): number | null {
    const unit = this.#unit(statement);
    return unit === undefined ? null : sectionOrder(unit);
  }

  #section(unit: PageUnit, index: number): Section {
    const order = sectionOrder(unit);
    const known = this.#sections.get(order);
    if (known !== undefined) return known;
    const section = newSection(unit, index, this.#sections);
    this.#sections.set(order, section);
    return section;
  }

  #add(parts: ScheduleParts, statement: Statement, texts: readonly string[]): void {
    if (this.meetings.length >= MOST_MEETINGS) return;
    const isInactive = this.#isInactive(parts, statement);
    this.meetings.push({ parts, statement, texts, isInactive });
  }

  take(statement: Statement): void {
    const unit = this.#unit(statement);
    if (unit === undefined || statement.isDated) return;
    if (unit.headings.some(({ text }) => YEAR.test(text) && Number(text) < this.#year)) return;
    const section = this.#section(unit, statement.unit);
    // A statement after the days of a meeting is about that meeting, even if it does not say so.
    const isContinued =
      section.open !== null &&
      statement.unit - section.open.statement.unit <= REACH &&
      !isOtherBusiness(statement.text);
    if (!isContinued && !isRelevant(this.#page, unit, statement)) return;
    if (!statement.parts.some(isComplete) && unit.kind !== 'row' && isAside(statement.text)) return;
    const own = statement.parts.filter(
      (part) =>
        (part.durationMinutes ?? 0) <= LONGEST_MEETING && !EXAMPLE.test(statement.text.slice(0, part.at)),
    );
    if (isExplanation(statement.text)) return;
    if (formerPart(statement.text) !== null) {
      for (const parts of own.filter(isComplete)) this.#add(parts, statement, [statement.text]);
      return;
    }
    // `Every other Tuesday. This is roughly every second and fourth one`: the first sentence holds.
    if (section.open !== null && own.every(({ times }) => times.length === 0) && saysBound(statement.text))
      return;
    for (const parts of own) this.#takeParts(parts, statement, section);
  }

  /** The days of earlier statements, if they may be about the same meeting. */
  #openFor(parts: ScheduleParts, statement: Statement, section: Section): Open | null {
    const { open } = section;
    if (open === null || statement.unit - open.statement.unit > REACH) return null;
    // A row of a list of meetings does not describe the next one.
    const [unit, before] = [this.#unit(statement), this.#unit(open.statement)];
    if (unit !== undefined && unit !== before && isListRow(unit) && before?.kind === 'row') return null;
    // `The weekly meeting starts at 11:00` is not the one on every other Friday.
    return contradictsInterval(parts, open.parts) ? null : open;
  }

  #takeParts(parts: ScheduleParts, statement: Statement, section: Section): void {
    if (isComplete(parts)) this.#takeMeeting(parts, statement, section);
    else if (parts.times.length > 0) this.#takeTimes(parts, statement, section);
    else this.#takeDays(parts, statement, section);
  }

  /** Day and time in one statement; only the rhythm may be elsewhere. */
  #takeMeeting(parts: ScheduleParts, statement: Statement, section: Section): void {
    const open = this.#openFor(parts, statement, section);
    if (open !== null && daysOf(open.parts)?.join() === daysOf(parts)?.join()) this.#timed.add(open);
    const ownRhythm = this.#rhythmFor(parts, open?.parts ?? null);
    const rhythm = rhythmOfHeadings(this.#unit(statement), { ...parts, rhythm: ownRhythm });
    const isOpened = rhythm !== parts.rhythm && open !== null;
    this.#add(
      { ...parts, rhythm, start: parts.start ?? (isOpened ? open.parts.start : null) },
      statement,
      isOpened ? textsOf(open.statement, statement) : [statement.text],
    );
    section.last = this.meetings.length - 1;
  }

  /** A time without a day: for the days of earlier statements, or of later ones. */
  #takeTimes(parts: ScheduleParts, statement: Statement, section: Section): void {
    const open = this.#openFor(parts, statement, section);
    if (open === null) {
      section.pending.push({ parts, statement });
      return;
    }
    const rhythm = preciser(parts.rhythm, open.parts.rhythm);
    const whole = { ...completedBy(parts, open.parts), rhythm };
    this.#timed.add(open);
    if (!isComplete(whole)) section.pending.push({ parts: whole, statement });
    else if (!this.#addZone(whole, statement, section)) {
      this.#add(whole, statement, textsOf(open.statement, statement));
      section.last = this.meetings.length - 1;
    }
  }

  /** True if a time belongs to the last meeting, as the same moment in another zone. */
  #addZone(whole: ScheduleParts, statement: Statement, section: Section): boolean {
    const last = section.last === null ? undefined : this.meetings[section.last];
    if (section.last === null || last === undefined) return false;
    const same = sameMoment(last.parts, whole, statement, statement.unit - last.statement.unit);
    if (same === 'alternate') {
      const parts = { ...last.parts, times: [...last.parts.times, ...whole.times] };
      this.meetings[section.last] = { ...last, parts, texts: [...last.texts, statement.text] };
    }
    return same !== null;
  }

  /** The rhythm of a meeting, or an earlier one for the same days; null if there is neither. */
  #rhythmFor(parts: ScheduleParts, open: ScheduleParts | null): ScheduleParts['rhythm'] {
    if (open === null || open.rhythm === null) return parts.rhythm;
    const days = open.weekdays ?? open.rhythm.weekdays;
    const isSame = days === null || days.join() === (parts.weekdays ?? parts.rhythm?.weekdays)?.join();
    if (!isSame) return parts.rhythm;
    return parts.rhythm === null ? open.rhythm : clearer(parts.rhythm, open.rhythm);
  }

  /** Days or a rhythm without a time. */
  #takeDays(parts: ScheduleParts, statement: Statement, section: Section): void {
    const unit = this.#unit(statement);
    if (unit === undefined || !isOfMeeting(statement, unit)) return;
    const named = this.#namedIn(statement, section);
    if (named.length > 0) this.#addTo(named, parts, statement, section);
    else if (isListRow(unit)) this.#days.push({ parts, statement });
    else if (isStartOnly(parts)) this.#takeStart(parts, statement, section);
    else if (!this.#takeWaiting(parts, statement, section) && !this.#takeRemark(parts, statement, section))
      this.#keepDays(parts, statement, section);
  }

  /** Times that wait for a day become meetings on these days. */
  #takeWaiting(parts: ScheduleParts, statement: Statement, section: Section): boolean {
    const waiting = section.pending.filter((other) => statement.unit - other.statement.unit <= REACH);
    if (waiting.length === 0) return false;
    for (const other of waiting) {
      const rhythm = preciser(other.parts.rhythm, parts.rhythm);
      const whole = { ...completedBy(other.parts, parts), rhythm };
      this.#add(whole, other.statement, textsOf(other.statement, statement));
    }
    section.pending.length = 0;
    section.last = this.meetings.length - 1;
    return true;
  }

  /** A rhythm after the day and the time of the last meeting. */
  #takeRemark(parts: ScheduleParts, statement: Statement, section: Section): boolean {
    const last = this.#lastMeeting(statement, section);
    if (last === null || !isRemarkOn(last.meeting.parts, parts)) return false;
    const { meeting, index } = last;
    this.meetings[index] = {
      ...meeting,
      parts: { ...meeting.parts, rhythm: parts.rhythm, start: meeting.parts.start ?? parts.start },
      texts: [...meeting.texts, statement.text],
    };
    return true;
  }

  #keepDays(parts: ScheduleParts, statement: Statement, section: Section): void {
    const { open } = section;
    const isInherited = open !== null && this.#sectionOf(open.statement) !== section.order;
    section.open = continued(open, isInherited, parts, statement);
    if (open !== null && section.open.parts !== parts) this.#timed.add(open);
    this.#days.push(section.open);
  }

  /** The last meeting of a section, if it is directly before a statement. */
  #lastMeeting(statement: Statement, { last }: Section): { meeting: PageMeeting; index: number } | null {
    const meeting = last === null ? undefined : this.meetings[last];
    if (last === null || meeting === undefined || statement.unit - meeting.statement.unit > NEXT_TO)
      return null;
    return { meeting, index: last };
  }

  /** The waiting times that a statement calls by name: `The Asian calls come every 4 weeks`. */
  #namedIn(statement: Statement, section: Section): Open[] {
    const words = statement.text.toLowerCase();
    return section.pending.filter((waiting) => {
      const title = titleOf({ ...waiting, texts: [], isInactive: false }, this.#page);
      return waiting.statement !== statement && title.isOwn && words.includes(title.text.toLowerCase());
    });
  }

  #addTo(named: readonly Open[], parts: ScheduleParts, statement: Statement, section: Section): void {
    for (const waiting of named) {
      const rhythm = parts.rhythm ?? waiting.parts.rhythm;
      const whole = {
        ...completedBy(waiting.parts, parts),
        rhythm,
        start: parts.start ?? waiting.parts.start,
      };
      this.#add(whole, waiting.statement, textsOf(waiting.statement, statement));
      section.pending.splice(section.pending.indexOf(waiting), 1);
    }
    section.last = this.meetings.length - 1;
  }

  /** `First meeting: March 4, 2025`, in a line of its own. */
  #takeStart({ start }: ScheduleParts, statement: Statement, section: Section): void {
    const last = this.#lastMeeting(statement, section);
    if (last !== null) {
      const { parts } = last.meeting;
      this.meetings[last.index] = { ...last.meeting, parts: { ...parts, start: parts.start ?? start } };
    } else if (section.open !== null) {
      const { parts } = section.open;
      section.open = { ...section.open, parts: { ...parts, start: parts.start ?? start } };
    }
  }

  /** Adds recurring times without a day (`bi-weekly, 9pm`), and meetings with only a rhythm. */
  finish(): void {
    for (const section of this.#sections.values()) {
      for (const { parts, statement } of section.pending)
        if (hasDays(parts)) this.#add(parts, statement, [statement.text]);
    }
    const untimed = this.#days.filter((day) => !this.#timed.has(day));
    for (const { parts, statement } of dayOnlyMeetings(untimed, this.meetings, this.#page))
      this.#add(parts, statement, [statement.text]);
    const open = new Map(
      [...this.#sections.values()].flatMap(({ order, open: said }) => (said === null ? [] : [[order, said]])),
    );
    for (const { parts, statement } of timelessMeetings(open, this.meetings, this.#page))
      this.#add(parts, statement, [statement.text]);
  }
}

/**
 * The meetings of a page in reading order, one for each mention.
 * @param today meetings of earlier years, and earlier dates that are left out, are past
 */
export function findMeetings(page: Page, today: CalendarDate): PageMeeting[] {
  const finder = new MeetingFinder(page, Number(today.slice(0, 4)));
  for (const statement of findStatements(page.units)) finder.take(statement);
  finder.finish();
  const meetings = withExceptions(takeTurns(finder.meetings, page), page, today);
  if (!isOver(page)) return meetings;
  return meetings.map((meeting) => Object.assign({}, meeting, { isInactive: true }));
}
