import { accountFailure } from '#core/caldav/problems.ts';
import { feedsFailure } from '#core/feeds/problems.ts';
import type { Reply } from '#core/agenda/attendance.ts';
import { readOccurrenceKey, type OccurrenceKey } from '#core/keys.ts';
import { success, type Result } from '#base';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { Feeds } from './composeFeeds.ts';

/** Answers invitations by the keys of meetings. Resolves after the agenda shows the answer. */
export interface MeetingAnswers {
  /**
   * @param key the `answerKey` of an occurrence
   * @returns a number for `takeBack`
   */
  answer(key: OccurrenceKey, reply: Reply, scope: 'one' | 'series'): Promise<Result<number>>;
  /** The answer of before again; possible until the app ends. */
  takeBack(answer: number): Promise<Result<null>>;
}

export function createMeetingAnswers(
  { list, sync, invitations }: Pick<Feeds, 'list' | 'sync' | 'invitations'>,
  agenda: Pick<AgendaModel, 'locate' | 'rebuild'>,
): MeetingAnswers {
  const readAgain = async (feedId: string): Promise<void> => {
    await sync.restart(feedId);
    await agenda.rebuild();
  };
  return {
    answer: async (key, reply, scope) => {
      const { feedId, uid, originalStart } = readOccurrenceKey(key);
      const feed = list.find(feedId);
      if (feed === null) return feedsFailure('feed/unknown');
      const occurrence = await agenda.locate(key);
      if (occurrence === null) return accountFailure('answer/notThere');
      const { zone, isRecurring } = occurrence;
      const isOne = scope === 'one' && isRecurring;
      const dates = isOne ? ({ kind: 'one', originalStart, zone } as const) : ({ kind: 'all' } as const);
      const answered = await invitations.answer(feed, uid, dates, reply);
      // What the server refused may have changed there.
      await readAgain(feedId);
      return answered;
    },
    takeBack: async (answer) => {
      const taken = await invitations.takeBack(answer);
      if (!taken.ok) return taken;
      await readAgain(taken.value);
      return success(null);
    },
  };
}
