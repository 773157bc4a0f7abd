import type { Feed } from '../../shared/calendar/feed.ts';
import { useApi, useApp, useAppStore } from '../frame/AppContext.tsx';
import type { AppState } from '../store/store.ts';
import { withFollowed } from './follow.ts';

/** The feed the communities' meetings come from; null while it is not known or was removed. */
export const catalogueOf = (state: Pick<AppState, 'feeds'>): Feed | null =>
  state.feeds?.find(({ feed }) => feed.kind === 'catalogue')?.feed ?? null;

export interface Follow {
  readonly catalogue: Feed | null;
  readonly follow: (uids: readonly string[], isOn: boolean) => void;
}

/** Following meetings of the catalogue. The switch moves at once; where main refuses, it moves back. */
export function useFollow(): Follow {
  const api = useApi();
  const store = useAppStore();
  const catalogue = useApp(catalogueOf);
  const follow = async (uids: readonly string[], isOn: boolean): Promise<void> => {
    const state = store.getState();
    const feed = catalogueOf(state);
    if (!feed) return;
    const all = (state.communities ?? []).flatMap((one) => one.meetings.map((meeting) => meeting.uid));
    const followed = withFollowed(feed.followed, uids, isOn, all);
    state.followedChosen(feed.id, followed);
    const outcome = await api.ask('feeds:follow', feed.id, followed);
    if (outcome.ok) return;
    store.getState().followedChosen(feed.id, feed.followed);
    store.getState().problemReported(outcome.problem);
  };
  return { catalogue, follow: (uids, isOn) => void follow(uids, isOn) };
}
