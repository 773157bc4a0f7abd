import { dayOfDateText } from '#calendar';
import type { MeetingDraft } from './meetingDraft.ts';

const intervalOf = (draft: MeetingDraft): number =>
  Number(/INTERVAL=(\d+)/.exec(draft.rrule ?? '')?.[1] ?? 1);

/**
 * Equal for meetings with one room and one document that take place every few weeks, on the same days of the
 * same weeks. Null for any other meeting.
 */
function turnOf(draft: MeetingDraft): string | null {
  const interval = intervalOf(draft);
  const day = draft.anchor === null ? null : dayOfDateText(draft.anchor);
  if (interval < 2 || day === null || draft.join === null || draft.notes === null) return null;
  return JSON.stringify([draft.join, draft.notes, draft.weekdays, interval, day % (7 * interval)]);
}

/**
 * Two times of one group that fall on the same days by their start dates were probably meant to take turns. The
 * text alone cannot settle it, so the user is asked.
 */
export function askAboutSameWeeks(drafts: readonly MeetingDraft[]): MeetingDraft[] {
  const together = Map.groupBy(drafts, turnOf);
  return drafts.map((draft) => {
    const turn = turnOf(draft);
    const other =
      turn === null ? undefined : together.get(turn)?.find((candidate) => candidate.time !== draft.time);
    if (other === undefined) return draft;
    return {
      ...draft,
      hasQuestions: true,
      doubts: [...draft.doubts, { kind: 'sameDaysAs', title: other.title }],
    };
  });
}
