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

/** `1 calendar and 3 groups`: what will be followed. */
export function chosenWords(calendars: number, groups: number): string {
  const words = [
    ...(calendars === 0 ? [] : [texts.calendarCount(calendars)]),
    ...(groups === 0 ? [] : [texts.groupCount(groups)]),
  ];
  return words.length === 0 ? texts.nothingChosen : words.join(texts.and);
}
