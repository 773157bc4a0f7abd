import { asksForWeek, type Doubt, needsAnswer } from '#calendar';
import type { CatalogueMeeting } from './catalogueFile.ts';

/** The doubts about a meeting of a catalogue: assumptions, questions, then questions about its dates. */
export function doubtsOf({ doubts, questions, weekQuestions, assumptions }: CatalogueMeeting): Doubt[] {
  const noted = (
    kind: 'notedAssumption' | 'notedQuestion' | 'notedWeekQuestion',
    texts: readonly string[],
  ): Doubt[] => texts.map((words) => ({ kind, words }));
  const isOther = (one: Doubt): boolean => needsAnswer(one) && !asksForWeek(one);
  return [
    ...doubts.filter((one) => !needsAnswer(one)),
    ...noted('notedAssumption', assumptions),
    ...doubts.filter(isOther),
    ...noted('notedQuestion', questions),
    ...doubts.filter(asksForWeek),
    ...noted('notedWeekQuestion', weekQuestions),
  ];
}
