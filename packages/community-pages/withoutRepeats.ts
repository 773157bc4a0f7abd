import type { MeetingDraft } from './meetingDraft.ts';

/**
 * Equal for drafts with one time in one room: they are one meeting. Null if a field for the comparison is
 * missing.
 */
function placeOf(draft: MeetingDraft): string | null {
  if (draft.time === null || draft.weekdays === null || draft.rrule === null || draft.join === null)
    return null;
  return JSON.stringify([draft.weekdays, draft.time, draft.zone, draft.rrule, draft.join, draft.isInactive]);
}

const isSameMeeting = (left: MeetingDraft, right: MeetingDraft): boolean =>
  (left.notes === null || right.notes === null || left.notes === right.notes) &&
  (left.anchor === null || right.anchor === null || left.anchor === right.anchor);

/** Merges two drafts of one meeting: fields of the second complete the first. */
const joined = (left: MeetingDraft, right: MeetingDraft): MeetingDraft => ({
  ...left,
  anchor: left.anchor ?? right.anchor,
  skips: [...new Set([...left.skips, ...right.skips])],
  durationMinutes: left.durationMinutes ?? right.durationMinutes,
  notes: left.notes ?? right.notes,
  recordings: left.recordings ?? right.recordings,
  calendar: left.calendar ?? right.calendar,
  chat: left.chat ?? right.chat,
  mailingList: left.mailingList ?? right.mailingList,
  text: left.text === right.text ? left.text : `${left.text} … ${right.text}`,
});

/** The drafts of a page without repeats: two at one time in one room are one meeting. */
export function withoutRepeats(drafts: readonly MeetingDraft[]): MeetingDraft[] {
  const known = new Map<string, number[]>();
  const kept: MeetingDraft[] = [];
  for (const draft of drafts) {
    const place = placeOf(draft);
    const index =
      place === null ? undefined : known.get(place)?.find((at) => isSameMeeting(kept[at] ?? draft, draft));
    const before = index === undefined ? undefined : kept[index];
    if (index !== undefined && before !== undefined) kept[index] = joined(before, draft);
    else {
      if (place !== null) known.set(place, [...(known.get(place) ?? []), kept.length]);
      kept.push(draft);
    }
  }
  return kept;
}
