import { dayOfDateText } from '../calendar/wallTime.ts';
import type { MeetingDraft } from './meetingDraft.ts';

const intervalOf = (draft: MeetingDraft): number =>
  Number(/INTERVAL=(\d+)/.exec(draft.rrule ?? '')?.[1] ?? 1);

/** Both come every few weeks on the same weekday in the same weeks, with one room and one document. */
function meetInSameWeeks(left: MeetingDraft, right: MeetingDraft): boolean {
  const interval = intervalOf(left);
  const days = [left, right].map((draft) => (draft.anchor === null ? null : dayOfDateText(draft.anchor)));
  const [first, second] = days;
  if (
    interval < 2 ||
    intervalOf(right) !== interval ||
    first === null ||
    second === null ||
    first === undefined ||
    second === undefined
  )
    return false;
  const isOneGroup =
    left.join !== null && left.join === right.join && left.notes !== null && left.notes === right.notes;
  return (
    isOneGroup &&
    left.weekdays?.join() === right.weekdays?.join() &&
    left.time !== right.time &&
    (first - second) % (7 * interval) === 0
  );
}

/**
 * Two times of one group that by their start dates fall on the same days were most likely meant to take turns:
 * then a person is asked, as the text alone cannot tell.
 */
export const askAboutSameWeeks = (drafts: readonly MeetingDraft[]): MeetingDraft[] =>
  drafts.map((draft) => {
    const other = drafts.find((candidate) => candidate !== draft && meetInSameWeeks(draft, candidate));
    if (other === undefined) return draft;
    const question = `By its start date it meets on the same days as “${other.title}”: or do the two take turns?`;
    return { ...draft, ask: true, questions: [...draft.questions, question] };
  });
