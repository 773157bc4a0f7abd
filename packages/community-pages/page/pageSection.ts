import { preciser } from '../schedule/combineRhythms.ts';
import { completedBy, type ScheduleParts } from '../schedule/scheduleParts.ts';
import type { DayCode } from '../schedule/weekdays.ts';
import { daysOfHeading } from './headingSchedules.ts';
import { saysThatTheyMeet } from './meetingWords.ts';
import type { Statement } from './pageSchedules.ts';
import { type PageUnit, sectionOrder } from './pageUnit.ts';
import type { Open } from './untimedMeetings.ts';

/** What a section has said so far. */
export interface Section {
  readonly order: number;
  open: Open | null;
  /** Times that wait for a day. */
  readonly pending: { parts: ScheduleParts; statement: Statement }[];
  /** Index of the last meeting. */
  last: number | null;
}

export const daysOf = (parts: ScheduleParts): readonly DayCode[] | null =>
  parts.weekdays ?? parts.rhythm?.weekdays ?? null;

/** True for a rhythm after the day and the time; `in odd weeks` may also follow `every two weeks`. */
export const isRemarkOn = (meeting: ScheduleParts, { weekdays, rhythm }: ScheduleParts): boolean => {
  const before = meeting.rhythm?.rhythm ?? null;
  const isParity = rhythm?.rhythm.kind === 'weekNumbers' && before?.kind === 'weeks' && before.interval === 2;
  return weekdays === null && rhythm !== null && (before === null || isParity);
};

export const textsOf = (first: Statement, second: Statement): string[] =>
  first.text === '' ? [second.text] : [first.text, second.text];

/** Represents a heading in a merge; it adds no words. */
const headingStatement = (unit: number, parts: ScheduleParts): Statement => ({
  unit,
  text: '',
  start: 0,
  end: 0,
  parts: [parts],
  isDated: false,
});

/** The section of a unit: its heading may name days, otherwise those of the section above hold. */
export function newSection(unit: PageUnit, index: number, sections: ReadonlyMap<number, Section>): Section {
  const above = unit.headings.slice(0, -1).map(({ order }) => sections.get(order)?.open ?? null);
  const days = daysOfHeading(unit);
  const said = days === null ? null : { parts: days, statement: headingStatement(index, days) };
  const open = said ?? above.findLast((one) => one !== null) ?? null;
  return { order: sectionOrder(unit), open, pending: [], last: null };
}

/** What a section says of its days with one more statement. @param isInherited the days are of a section above */
export function continued(
  open: Open | null,
  isInherited: boolean,
  parts: ScheduleParts,
  statement: Statement,
): Open {
  // A rhythm of the section itself overrides that of the section above.
  if (open === null || (isInherited && parts.rhythm !== null)) return { parts, statement };
  const [days, daysBefore] = [daysOf(parts), daysOf(open.parts)];
  if (days !== null && daysBefore !== null && days.join() !== daysBefore.join()) return { parts, statement };
  const rhythm = preciser(parts.rhythm, open.parts.rhythm);
  // `We hold a weekly call on Tuesdays. It alternates …`: the sentence that says so stays the one that counts.
  const isFurther =
    open.statement.unit === statement.unit &&
    saysThatTheyMeet(open.statement.text) &&
    !saysThatTheyMeet(statement.text);
  return {
    parts: { ...completedBy(parts, open.parts), rhythm },
    statement: isFurther ? open.statement : statement,
  };
}
