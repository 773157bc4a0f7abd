import type { Feed } from '#core/feeds/feed.ts';
import type { FollowableCommunity } from '#core/catalogue/followableCommunity.ts';
import type { Result } from '#base';
import { useApi, useApp, useAppStore } from '../kit/AppContext.tsx';
import type { AppState } from '../store/store.ts';
import { withGroups, withMeeting } from './follow.ts';
import { texts } from './texts.ts';

/** The community's feed; null before it is known, and after its removal. */
const feedOf = ({ feeds }: Pick<AppState, 'feeds'>, feedId: string): Feed | null =>
  feeds?.find(({ feed }) => feed.id === feedId)?.feed ?? null;

/** Only meetings that have dates can be followed. */
const groupsOf = ({ communities }: Pick<AppState, 'communities'>, feedId: string): FollowableCommunity[] =>
  (communities ?? []).filter((one) => one.feedId === feedId);

/** The next choice after the present one. @param groups all groups of the feed */
type Next = (followed: Feed['followed'], groups: FollowableCommunity[]) => Feed['followed'];

interface FollowUndo {
  /** What was unfollowed. */
  readonly name: string;
  /** Follows it again. */
  readonly again: Next;
}

/** The order does not matter. */
const isSame = (one: Feed['followed'], other: Feed['followed']): boolean =>
  one === 'all' || other === 'all'
    ? one === other
    : one.toSorted().join('\n') === other.toSorted().join('\n');

export interface Follow {
  readonly feed: Feed | null;
  /** @param name what is no longer followed, for the toast that offers an undo; left out without one */
  readonly followGroups: (groups: readonly FollowableCommunity[], isOn: boolean, name?: string) => void;
  /** Replaces the whole choice. */
  readonly followThese: (followed: Feed['followed']) => void;
  readonly followMeeting: (group: FollowableCommunity, uid: string, isOn: boolean, name?: string) => void;
}

/** Follows groups and meetings of a feed. The switch moves immediately, and back if main refuses. */
export function useFollow(feedId: string): Follow {
  const api = useApi();
  const store = useAppStore();
  const feed = useApp((state) => feedOf(state, feedId));
  /** Shows the choice at once, and the previous one again if main refuses. */
  const send = async (followed: Feed['followed']): Promise<Result<null>> => {
    const before = feedOf(store.getState(), feedId)?.followed;
    store.getState().followedChosen(feedId, followed);
    const outcome = await api.invoke('feeds:follow', feedId, followed === 'all' ? followed : [...followed]);
    if (!outcome.ok && before !== undefined) store.getState().followedChosen(feedId, before);
    return outcome;
  };
  const choose = async (next: Next, undo?: FollowUndo): Promise<void> => {
    const state = store.getState();
    const before = feedOf(state, feedId)?.followed;
    if (before === undefined) return;
    const followed = next(before, groupsOf(state, feedId));
    const outcome = await send(followed);
    if (!outcome.ok) return state.problemReported(outcome.problem);
    if (undo === undefined) return;
    /** Exactly the previous choice; if another one was made since, that one with what was unfollowed. */
    const restored = (present: Feed['followed']): Feed['followed'] =>
      isSame(present, followed) ? before : undo.again(present, groupsOf(store.getState(), feedId));
    state.undoOffered({
      ...texts.unfollowed(undo.name),
      takeBack: () => send(restored(feedOf(store.getState(), feedId)?.followed ?? followed)),
      isStill: () => {
        const present = feedOf(store.getState(), feedId)?.followed;
        return present !== undefined && !isSame(restored(present), present);
      },
    });
  };
  const follows = (next: (isOn: boolean) => Next, isOn: boolean, name?: string): void =>
    void choose(next(isOn), isOn || name === undefined ? undefined : { name, again: next(true) });
  return {
    feed,
    followGroups: (changed, ...more) =>
      follows((isOn) => (followed, groups) => withGroups(followed, groups, changed, isOn), ...more),
    followThese: (followed) => void choose(() => followed),
    followMeeting: (group, uid, ...more) =>
      follows((isOn) => (followed, groups) => withMeeting(followed, groups, group, uid, isOn), ...more),
  };
}
