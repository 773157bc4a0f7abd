import { accountFailure } from '#core/caldav/problems.ts';
import { feedsFailure } from '#core/feeds/problems.ts';
import { readOccurrenceKey } from '#core/keys.ts';
import { success, type Result } from '#base';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { Shared } from '../app/composeShared.ts';
import type { Feeds } from './composeFeeds.ts';

/** Handles `invitations:…`. Resolves after the agenda shows the answer. */
export function registerInvitationHandlers(
  { handle }: Pick<Shared, 'handle'>,
  { list, sync, invitations }: Pick<Feeds, 'list' | 'sync' | 'invitations'>,
  agenda: Pick<AgendaModel, 'locate' | 'rebuild'>,
): void {
  const readAgain = async (feedId: string): Promise<void> => {
    await sync.restart(feedId);
    await agenda.rebuild();
  };
  handle('invitations:answer', async (key, reply, scope): Promise<Result<number>> => {
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
  });
  handle('invitations:takeBack', async (answer): Promise<Result<null>> => {
    const taken = await invitations.takeBack(answer);
    if (!taken.ok) return taken;
    await readAgain(taken.value);
    return success(null);
  });
}
