import { useMemo, useRef, useState } from 'react';
import type { Feed } from '#core/feeds/feed.ts';
import { MINUTE } from '#base';
import { isGroupFollowed, withTimes, type Group } from '../communities/shownGroups.ts';
import { useFollow } from '../communities/useFollow.ts';
import { useApp, useNow } from '../kit/AppContext.tsx';

/** The catalogue that the welcome offers; other communities are listed under Communities. */
const FIRST_FEED = 'kubernetes';

/** The groups of the welcome. */
export interface WelcomeGroups {
  /** Those that were followed at first lead, so that they are seen; nothing moves when one is chosen. */
  readonly groups: readonly Group[];
  readonly isChosen: (group: Group) => boolean;
  readonly chosenCount: number;
  readonly choose: (group: Group, isOn: boolean) => void;
  /** Follows none of them, or again those that were followed before. */
  readonly wantGroups: (isWanted: boolean) => void;
}

/** Groups to choose from, with their times in the user's zone. */
export function useWelcomeGroups(): WelcomeGroups {
  const communities = useApp((state) => state.communities);
  const minute = useNow((now) => now - (now % MINUTE));
  const { feed, followGroups, followThese } = useFollow(FIRST_FEED);
  const feeds = feed === null ? [] : [feed];
  const [leading, setLeading] = useState<ReadonlySet<string> | null>(null);
  const before = useRef<Feed['followed'] | null>(null);
  const all = useMemo(
    () =>
      withTimes(
        (communities ?? []).filter(
          (one) => one.feedId === FIRST_FEED && one.meetings.some(({ isDated }) => isDated),
        ),
        minute,
      ),
    [communities, minute],
  );
  const isChosen = ({ community }: Group): boolean => isGroupFollowed(community, feeds);
  if (leading === null && all.length > 0 && feed !== null)
    setLeading(new Set(all.filter(isChosen).map(({ community }) => community.id)));
  const isLeading = ({ community }: Group): boolean => leading?.has(community.id) ?? false;
  return {
    groups: [...all.filter(isLeading), ...all.filter((group) => !isLeading(group))],
    isChosen,
    chosenCount: all.filter(isChosen).length,
    choose: ({ community }, isOn) => followGroups([community], isOn),
    wantGroups: (isWanted) => {
      if (isWanted && before.current !== null) {
        followThese(before.current);
        before.current = null;
      } else if (!isWanted && before.current === null && feed !== null) {
        before.current = feed.followed;
        followThese([]);
      }
    },
  };
}
