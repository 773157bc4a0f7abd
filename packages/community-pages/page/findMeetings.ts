/**
 * The statements of a page -> its meetings. A page says the day here and the time there: what stands in one section,
 * or in a section and those below it, is put together.
 */
import type { CalendarDate } from '#base';
import { preciser } from '../schedule/combineRhythms.ts';
import { saysBound } from '../schedule/scheduleMarks.ts';
import { completedBy, type ScheduleParts } from '../schedule/scheduleParts.ts';
import {
  isAboutMeeting,
  isAside,
  isExplanation,
  isOtherBusiness,
  isScheduleLabel,
  saysThatTheyMeet,
} from './meetingWords.ts';
import { clearer, daysOfHeading, rhythmOfHeadings } from './headingSchedules.ts';
import { findStatements, hasDays, isComplete, isStartOnly, type Statement } from './pageSchedules.ts';
import { formerPart } from './formerMeetings.ts';
import { inactivityOf } from './inactivity.ts';
import { isOver } from './pageStatus.ts';
import { type Page, type PageUnit, sectionOrder } from './pageUnit.ts';
import { isRelevant } from './relevance.ts';
import { sameMoment } from './sameMoment.ts';
import { takeTurns } from './takeTurns.ts';
import { titleOf } from './meetingTitle.ts';
import { withExceptions } from './exceptions.ts';
import { contradictsInterval, isListRow } from './dayOnly.ts';
import type { PageMeeting } from './pageMeeting.ts';
import { dayOnlyMeetings, type Open, timelessMeetings } from './untimedMeetings.ts';

/** What a section has said so far. */
interface Section {
  readonly order: number;
  open: Open | null;
  /** Times that wait for a day. */
  readonly pending: { parts: ScheduleParts; statement: Statement }[];
  /** Index of the last meeting. */
  last: number | null;
}

/** How far apart, in units, two statements of one meeting may stand. */
const REACH = 6;

/** A page names a few dozen meetings; what has more is data, and each is compared with the others. */
const MOST_MEETINGS = 500;
/** `on a regular cadence (for example, every other week at 2:00 pm)` is advice. */
const EXAMPLE = /\b(?:for (?:example|instance)|e\.\s?g\.?|such as)[,:]?[^.()]{0,25}$/i;
/** What stands under the number of a year that is over took place in it. */
const YEAR = /^20\d\d$/;
/** What takes longer, in minutes, is opening hours. */
const LONGEST_MEETING = 6 * 60;

const daysOf = (parts: ScheduleParts) => parts.weekdays ?? parts.rhythm?.weekdays ?? null;

/** How often, said behind the day and the time; `in odd weeks` also behind `every two weeks`. */
const isRemarkOn = (meeting: ScheduleParts, { weekdays, rhythm }: ScheduleParts): boolean => {
  const before = meeting.rhythm?.rhythm ?? null;
  const isParity = rhythm?.rhythm.kind === 'weekNumbers' && before?.kind === 'weeks' && before.interval === 2;
  return weekdays === null && rhythm !== null && (before === null || isParity);
};

const textsOf = (first: Statement, second: Statement) =>
  first.text === '' ? [second.text] : [first.text, second.text];

/** Stands for a heading where statements are put together: it adds no words. */
const headingStatement = (unit: number, parts: ScheduleParts): Statement => ({
  unit,
  text: '',
  start: 0,
  end: 0,
  parts: [parts],
  isDated: false,
});

class MeetingFinder {
  readonly meetings: PageMeeting[] = [];
  readonly #page: Page;
  readonly #year: number;
  readonly #sections = new Map<number, Section>();
  /** Days that were said, and those of them that a time was found for. */
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
    const above = unit.headings
      .slice(0, -1)
      .map((heading) => this.#sections.get(heading.order)?.open ?? null);
    const days = daysOfHeading(unit);
    const said = days === null ? null : { parts: days, statement: headingStatement(index, days) };
    const section: Section = {
      order,
      open: said ?? above.findLast((open) => open !== null) ?? null,
      pending: [],
      last: null,
    };
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
    // What follows the days of a meeting is about that meeting, even if it does not say so again.
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

  /** What was said of days before, as far as it may be about the same meeting. */
  #openFor(parts: ScheduleParts, statement: Statement, section: Section): Open | null {
    const { open } = section;
    if (open === null || statement.unit - open.statement.unit > REACH) return null;
    // A row of a list of meetings says nothing about the next one.
    const [unit, before] = [this.#unit(statement), this.#unit(open.statement)];
    if (unit !== undefined && unit !== before && isListRow(unit) && before?.kind === 'row') return null;
    // `The weekly meeting starts at 11:00` is not the one on every other Friday.
    return contradictsInterval(parts, open.parts) ? null : open;
  }

  #takeParts(parts: ScheduleParts, statement: Statement, section: Section): void {
    const open = this.#openFor(parts, statement, section);
    if (isComplete(parts)) {
      if (open !== null && daysOf(open.parts)?.join() === daysOf(parts)?.join()) this.#timed.add(open);
      const rhythm = rhythmOfHeadings(this.#unit(statement), {
        ...parts,
        rhythm: this.#rhythmFor(parts, open?.parts ?? null),
      });
      const texts =
        rhythm === parts.rhythm || open === null ? [statement.text] : textsOf(open.statement, statement);
      this.#add(
        {
          ...parts,
          rhythm,
          start: parts.start ?? (rhythm === parts.rhythm ? null : (open?.parts.start ?? null)),
        },
        statement,
        texts,
      );
      section.last = this.meetings.length - 1;
    } else if (parts.times.length > 0) {
      const whole =
        open === null
          ? parts
          : { ...completedBy(parts, open.parts), rhythm: preciser(parts.rhythm, open.parts.rhythm) };
      if (open !== null) this.#timed.add(open);
      if (open !== null && isComplete(whole) && this.#addZone(whole, statement, section)) return;
      if (open !== null && isComplete(whole)) {
        this.#add(whole, statement, textsOf(open.statement, statement));
        section.last = this.meetings.length - 1;
      } else section.pending.push({ parts: whole, statement });
    } else this.#takeDays(parts, statement, section);
  }

  /** Whether a time belongs to the last meeting, as the same moment in another zone. */
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

  /** The rhythm of a meeting, with one that was said before for the same days; null where neither says any. */
  #rhythmFor(parts: ScheduleParts, open: ScheduleParts | null): ScheduleParts['rhythm'] {
    if (open === null || open.rhythm === null) return parts.rhythm;
    const days = open.weekdays ?? open.rhythm.weekdays;
    const isSame = days === null || days.join() === (parts.weekdays ?? parts.rhythm?.weekdays)?.join();
    if (!isSame) return parts.rhythm;
    return parts.rhythm === null ? open.rhythm : clearer(parts.rhythm, open.rhythm);
  }

  #takeDays(parts: ScheduleParts, statement: Statement, section: Section): void {
    const unit = this.#unit(statement);
    const isOwn =
      isAboutMeeting(statement.text) ||
      isScheduleLabel(statement.text) ||
      statement.text.length < 60 ||
      unit?.kind === 'row';
    if (unit === undefined || !isOwn) return;
    const named = this.#namedIn(statement, section);
    if (named.length > 0) {
      this.#addTo(named, parts, statement, section);
      return;
    }
    if (isListRow(unit)) {
      this.#days.push({ parts, statement });
      return;
    }
    if (isStartOnly(parts)) {
      this.#takeStart(parts, statement, section);
      return;
    }
    const waiting = section.pending.filter((other) => statement.unit - other.statement.unit <= REACH);
    if (waiting.length > 0) {
      for (const other of waiting) {
        const whole = {
          ...completedBy(other.parts, parts),
          rhythm: preciser(other.parts.rhythm, parts.rhythm),
        };
        this.#add(whole, other.statement, textsOf(other.statement, statement));
      }
      section.pending.length = 0;
      section.last = this.meetings.length - 1;
      return;
    }
    const last = section.last === null ? undefined : this.meetings[section.last];
    if (
      section.last !== null &&
      last !== undefined &&
      statement.unit - last.statement.unit <= 2 &&
      isRemarkOn(last.parts, parts)
    ) {
      this.meetings[section.last] = {
        ...last,
        parts: { ...last.parts, rhythm: parts.rhythm, start: last.parts.start ?? parts.start },
        texts: [...last.texts, statement.text],
      };
      return;
    }
    // What a section says of its rhythm itself holds against what stands over it.
    const isInherited = section.open !== null && this.#sectionOf(section.open.statement) !== section.order;
    const before = isInherited && parts.rhythm !== null ? undefined : section.open?.parts;
    const [days, daysBefore] = [daysOf(parts), before === undefined ? null : daysOf(before)];
    const isOther = days !== null && daysBefore !== null && days.join() !== daysBefore.join();
    const merged =
      before === undefined || isOther
        ? parts
        : { ...completedBy(parts, before), rhythm: preciser(parts.rhythm, before.rhythm) };
    // `We hold a weekly call on Tuesdays. It alternates …`: the sentence that says so stays the one that counts.
    const first = section.open?.statement;
    const isFurther =
      merged !== parts &&
      first?.unit === statement.unit &&
      saysThatTheyMeet(first.text) &&
      !saysThatTheyMeet(statement.text);
    if (section.open !== null && merged !== parts) this.#timed.add(section.open);
    section.open = { parts: merged, statement: isFurther ? first : statement };
    this.#days.push(section.open);
  }

  /** The waiting times that a statement calls by their own names: `The Asian calls come every 4 weeks`. */
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
    const last = section.last === null ? undefined : this.meetings[section.last];
    if (section.last !== null && last !== undefined && statement.unit - last.statement.unit <= 2) {
      this.meetings[section.last] = { ...last, parts: { ...last.parts, start: last.parts.start ?? start } };
    } else if (section.open !== null) {
      const { parts } = section.open;
      section.open = { ...section.open, parts: { ...parts, start: parts.start ?? start } };
    }
  }

  /** Times that never met a day but come again (`bi-weekly, 9pm`), and meetings of which only the rhythm is told. */
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
 * The meetings that a page states, in reading order, each mention by itself.
 * @param today what is told of earlier years, and of earlier dates left out, is over
 */
export function findMeetings(page: Page, today: CalendarDate): PageMeeting[] {
  const finder = new MeetingFinder(page, Number(today.slice(0, 4)));
  for (const statement of findStatements(page.units)) finder.take(statement);
  finder.finish();
  const meetings = withExceptions(takeTurns(finder.meetings, page), page, today);
  if (!isOver(page)) return meetings;
  return meetings.map((meeting) => Object.assign({}, meeting, { isInactive: true }));
}
