import { texts } from './texts.ts';

/** What the user joins, as chosen in the first step. */
export interface Wants {
  readonly calendar: boolean;
  readonly groups: boolean;
}

export const STEPS = 3;

/** The title of a step; the second one names what there is to choose. */
export function titleOf(step: number, wants: Wants): string {
  if (step === 0) return texts.whatDoYouJoin;
  if (step === 2) return texts.datesAndReminders;
  if (wants.calendar && wants.groups) return texts.chooseBoth;
  return wants.calendar ? texts.ownCalendar : texts.yourGroups;
}

/** `1 calendar, 3 groups and 2 communities`: what will be followed. */
export function chosenWords(calendars: number, groups: number, communities: number): string {
  const words = [
    ...(calendars === 0 ? [] : [texts.calendarCount(calendars)]),
    ...(groups === 0 ? [] : [texts.groupCount(groups)]),
    ...(communities === 0 ? [] : [texts.communityCount(communities)]),
  ];
  const last = words.pop();
  if (last === undefined) return texts.nothingChosen;
  return words.length === 0 ? last : words.join(', ') + texts.and + last;
}
