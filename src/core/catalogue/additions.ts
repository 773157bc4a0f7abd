import { asksForWeek } from '#calendar';
import {
  catalogueCommunity,
  catalogueMeeting,
  type CatalogueCommunity,
  type CatalogueMeeting,
  type CommunityAddition,
  type MeetingAddition,
} from './catalogueFile.ts';

/** What a source knows, and what was added to it by hand: the two halves of a catalogue, made one. */

type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** A value without the fields that are not given, which would hide those of another under it. */
const given = <T extends object>(fields: T): Given<T> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its own fields, some of them left out
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;

/** What the schema takes for what nobody said; the names are always given. */
const blankMeeting = catalogueMeeting.parse({ uid: 'none', title: 'none' });
const blankCommunity = catalogueCommunity.parse({ id: 'none', name: 'none', kind: 'group' });

/** The weeks of a meeting whose source says only that it is every two weeks; as it is where the source says more. */
function inWeeks(meeting: CatalogueMeeting, parity: 'odd' | 'even' | undefined): CatalogueMeeting {
  const { when } = meeting;
  if (parity === undefined || when?.kind !== 'weekly' || when.weeks !== 2 || when.anchor !== null)
    return meeting;
  return {
    ...meeting,
    when: { kind: 'isoWeeks', parity, on: when.on },
    alternatives: [],
    doubts: meeting.doubts.filter((one) => !asksForWeek(one)),
    weekQuestions: [],
  };
}

function completed(known: CatalogueMeeting | undefined, addition: MeetingAddition): CatalogueMeeting | null {
  const { weeks, ...fields } = addition;
  const { title = known?.title } = fields;
  if (title === undefined) return null;
  return inWeeks({ ...blankMeeting, ...known, ...given(fields), uid: addition.uid, title }, weeks);
}

/**
 * Communities with what was added to them. An addition wins over the source, field by field; one that completes
 * something the source no longer has is left out.
 */
export function withAdditions(
  communities: readonly CatalogueCommunity[],
  additions: readonly CommunityAddition[],
): CatalogueCommunity[] {
  const known = new Map(communities.map((one) => [one.id, one]));
  const meetings = new Map(
    communities.flatMap((one) => one.meetings.map((meeting) => [meeting.uid, meeting])),
  );
  const usable = additions.filter(({ id, name }) => name !== undefined || known.has(id));
  const taken = new Set(usable.flatMap((one) => one.meetings.map(({ uid }) => uid)));
  const complete = (addition: CommunityAddition): CatalogueCommunity => {
    const { id, meetings: added, ...fields } = addition;
    const base = known.get(id);
    const own = added.flatMap((one) => completed(meetings.get(one.uid), one) ?? []);
    const kept = (base?.meetings ?? []).filter(({ uid }) => !taken.has(uid));
    const name = fields.name ?? base?.name ?? id;
    return { ...blankCommunity, ...base, ...given(fields), id, name, meetings: [...own, ...kept] };
  };
  const additionTo = new Map(usable.map((one) => [one.id, one]));
  const untouched = (one: CatalogueCommunity): CatalogueCommunity => ({
    ...one,
    meetings: one.meetings.filter(({ uid }) => !taken.has(uid)),
  });
  return [
    ...usable.filter(({ id }) => !known.has(id)).map(complete),
    ...communities.map((one) => {
      const addition = additionTo.get(one.id);
      return addition === undefined ? untouched(one) : complete(addition);
    }),
  ];
}
