import { seriesKey, seriesOfKey } from '#core/keys.ts';
import { readingsLeft, type WeekAnswer } from '#core/agenda/whichWeek.ts';
import type { StatementAnswer } from '#core/agenda/meetingChoices.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { asksForWeek, type Reading, readingInWords } from '#calendar';
import type { FollowableCommunity } from '#core/catalogue/followableCommunity.ts';
import { communitiesOf } from './communities.ts';
import type { FeedSync } from './feedSync.ts';

type Meeting = FollowableCommunity['meetings'][number];

/** The reading that the agenda settled for each series, by {@link seriesKey}. */
function settledInAgenda(occurrences: readonly Occurrence[]): ReadonlyMap<string, Reading> {
  const settled = new Map<string, Reading>();
  for (const { week, sources } of occurrences) {
    const [only, ...others] = week?.settled ? week.left : [];
    if (only !== undefined && others.length === 0)
      for (const source of sources) settled.set(seriesKey(seriesOfKey(source)), only);
  }
  return settled;
}

/** The user’s answers to questions about meetings. */
export interface MeetingAnswers {
  readonly weeks: readonly WeekAnswer[];
  readonly statements: readonly StatementAnswer[];
}

/** Without the question whether it still takes place, if the user answered it. */
function withStatement(feedId: string, meeting: Meeting, { statements }: MeetingAnswers): Meeting {
  const answer = statements.find((one) => one.feedId === feedId && one.uid === meeting.uid);
  if (answer === undefined) return meeting;
  const questions = meeting.questions.filter(({ kind }) => kind !== 'unconfirmed');
  return { ...meeting, questions, isStillOn: answer.says === 'yes' };
}

/**
 * The communities of all feeds, without the questions that are answered: by the user, or by a calendar that holds the
 * same meeting.
 */
export function followableCommunities(
  sync: Pick<FeedSync, 'readings'>,
  answers: MeetingAnswers,
  occurrences: readonly Occurrence[],
): FollowableCommunity[] {
  const settled = settledInAgenda(occurrences);
  const withoutAnswered = (feedId: string, meeting: Meeting): Meeting => {
    if (!meeting.isWeekUnknown) return meeting;
    const own = answers.weeks.filter((one) => one.feedId === feedId && one.uid === meeting.uid);
    const left = readingsLeft(meeting.readings, own);
    const only = left.length === 1 ? left[0] : settled.get(seriesKey({ feedId, uid: meeting.uid }));
    if (only === undefined) return meeting;
    const rhythm = readingInWords(only.rule);
    const questions = meeting.questions.filter((doubt) => !asksForWeek(doubt));
    const schedule = meeting.schedule && { ...meeting.schedule, ...only };
    return { ...meeting, rhythm, schedule, isWeekUnknown: false, readings: [], questions };
  };
  return communitiesOf(sync).map((one) =>
    Object.assign(one, {
      meetings: one.meetings.map((meeting) =>
        withStatement(one.feedId, withoutAnswered(one.feedId, meeting), answers),
      ),
    }),
  );
}
