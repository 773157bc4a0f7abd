import { asksForWeek } from '#calendar';
import {
  catalogueCommunity,
  catalogueMeeting,
  type CatalogueCommunity,
  type CatalogueMeeting,
  type CommunityAddition,
  type MeetingAddition,
} from './catalogueFile.ts';

/** Merges a catalogue's source with the additions that are written by hand. */

type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** The fields that are set, so that others do not hide those of the source. */
const given = <T extends object>(fields: T): Given<T> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its own fields, some of them left out
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;

/** The defaults of the schema; names are always set. */
const blankMeeting = catalogueMeeting.parse({ uid: 'none', title: 'none' });
const blankCommunity = catalogueCommunity.parse({ id: 'none', name: 'none', kind: 'group' });

/** Sets the weeks of a meeting whose source only says “every two weeks”; unchanged if the source says more. */
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
 * Communities with their additions. An addition overrides the source field by field; one without a name or
 * title is dropped if the source no longer has its community or meeting.
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
