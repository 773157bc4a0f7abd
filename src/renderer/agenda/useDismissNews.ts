import { changeId, type SeriesChange } from '#core/feeds/seriesChange.ts';
import type { MissedMeeting } from '#core/reminders/missedMeetings.ts';
import { success, type Result } from '#base';
import { useApi, useAppStore } from '../kit/AppContext.tsx';
import { texts } from './texts.ts';

/** News above the agenda. */
export interface News {
  readonly missed: readonly MissedMeeting[];
  readonly changes: readonly SeriesChange[];
}

/** Dismisses news, and offers to list them again. */
export function useDismissNews(): (news: News) => void {
  const [api, store] = [useApi(), useAppStore()];
  const send = async ({ missed, changes }: News, isDismissed: boolean): Promise<Result<unknown>> => {
    const action = isDismissed ? 'dismiss' : 'undoDismiss';
    const answers = await Promise.all([
      ...missed.map(({ key }) => api.invoke('reminders:act', key, action)),
      ...(changes.length === 0 ? [] : [api.invoke('changes:dismiss', changes.map(changeId), isDismissed)]),
    ]);
    return answers.find(({ ok }) => !ok) ?? success(null);
  };
  const dismiss = async (news: News): Promise<void> => {
    const { problemReported, undoOffered } = store.getState();
    const answer = await send(news, true);
    const titles = [...news.missed, ...news.changes].map(({ title }) => title);
    if (!answer.ok) problemReported(answer.problem);
    else undoOffered({ ...texts.newsDismissed(titles), takeBack: () => send(news, false) });
  };
  return (news) => void dismiss(news);
}
