import type { Feed } from '#core/feeds/feed.ts';
import type { FollowableCommunity } from '#core/catalogue/followableCommunity.ts';
import { useApi, useApp, useAppStore } from '../kit/AppContext.tsx';
import type { AppState } from '../store/store.ts';
import { withGroups, withMeeting } from './follow.ts';

/** The community's feed; null before it is known, and after its removal. */
const feedOf = ({ feeds }: Pick<AppState, 'feeds'>, feedId: string): Feed | null =>
  feeds?.find(({ feed }) => feed.id === feedId)?.feed ?? null;

/** Only meetings that have dates can be followed. */
const groupsOf = ({ communities }: Pick<AppState, 'communities'>, feedId: string): FollowableCommunity[] =>
  (communities ?? []).filter((one) => one.feedId === feedId);

export interface Follow {
  readonly feed: Feed | null;
  readonly followGroups: (groups: readonly FollowableCommunity[], isOn: boolean) => void;
  /** Replaces the whole choice. */
  readonly followThese: (followed: Feed['followed']) => void;
  readonly followMeeting: (group: FollowableCommunity, uid: string, isOn: boolean) => void;
}

/** Follows groups and meetings of a feed. The switch moves immediately, and back if main refuses. */
export function useFollow(feedId: string): Follow {
  const api = useApi();
  const store = useAppStore();
  const feed = useApp((state) => feedOf(state, feedId));
  const choose = async (
    next: (followed: Feed['followed'], groups: FollowableCommunity[]) => Feed['followed'],
  ): Promise<void> => {
    const state = store.getState();
    const before = feedOf(state, feedId);
    if (!before) return;
    const followed = next(before.followed, groupsOf(state, feedId));
    state.followedChosen(feedId, followed);
    const outcome = await api.invoke('feeds:follow', feedId, followed === 'all' ? followed : [...followed]);
    if (outcome.ok) return;
    store.getState().followedChosen(feedId, before.followed);
    store.getState().problemReported(outcome.problem);
  };
  return {
    feed,
    followGroups: (changed, isOn) =>
      void choose((followed, groups) => withGroups(followed, groups, changed, isOn)),
    followThese: (followed) => void choose(() => followed),
    followMeeting: (group, uid, isOn) =>
      void choose((followed, groups) => withMeeting(followed, groups, group, uid, isOn)),
  };
}
