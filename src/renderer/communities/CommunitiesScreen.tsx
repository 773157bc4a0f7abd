import { SearchX, Users } from 'lucide-react';
import { useState } from 'react';
import type { FeedStatus } from '#core/feeds/feed.ts';
import type { FollowableCommunity } from '#core/catalogue/followableCommunity.ts';
import { useApp } from '../kit/AppContext.tsx';
import { ScreenHead } from '../kit/ScreenHead.tsx';
import { FeedOrigin } from '../feeds/FeedOrigin.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { EmptyState } from '../kit/widgets/EmptyState.tsx';
import { SearchBox } from '../kit/widgets/SearchBox.tsx';
import { SegmentedChoice } from '../kit/widgets/SegmentedChoice.tsx';
import { CommunityCard } from './CommunityCard.tsx';
import { communitiesMatching } from './communitiesMatching.ts';
import { shareFollowed } from './follow.ts';
import { texts } from './texts.ts';
import './communities.css';

const SHOWN = [
  { value: 'all', label: texts.all },
  { value: 'followed', label: texts.followed },
] as const;

/** Up to this many are shown expanded. */
const FEW = 2;

const isAnyFollowed = (one: FollowableCommunity, feeds: readonly FeedStatus[]): boolean =>
  feeds.some(({ feed }) => feed.id === one.feedId && shareFollowed(feed.followed, one) !== 'none');

interface GroupsProps {
  readonly status: FeedStatus;
  readonly communities: readonly FollowableCommunity[];
  readonly areOpen: boolean;
}

const Groups = ({ status, communities, areOpen }: GroupsProps) => (
  <section className="community-section" aria-label={status.feed.name}>
    <header className="community-section-head">
      <h2 className="eyebrow">{status.feed.name}</h2>
      <p className="quiet">
        <FeedOrigin status={status} />
      </p>
    </header>
    <ul className="card community-list">
      {communities.map((one) => (
        // A search with few results expands them; the key lets each be collapsed again.
        <CommunityCard key={`${one.id} ${String(areOpen)}`} community={one} isOpenAtFirst={areOpen} />
      ))}
    </ul>
  </section>
);

/** All communities, and which of their meetings the user follows. */
export function CommunitiesScreen() {
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState<(typeof SHOWN)[number]['value']>('all');
  const communities = useApp((state) => state.communities) ?? [];
  const isKnown = useApp((state) => state.communities !== null && state.feeds !== null);
  const feeds = useApp((state) => state.feeds) ?? [];
  const goTo = useApp((state) => state.screenShown);
  const followed = communities.filter((one) => isAnyFollowed(one, feeds));
  const found = communitiesMatching(shown === 'all' ? communities : followed, query.trim());
  const sections = feeds
    .map((status) => ({ status, own: found.filter(({ feedId }) => feedId === status.feed.id) }))
    .filter(({ own }) => own.length > 0);
  return (
    <div className="screen">
      <ScreenHead
        title={texts.communities}
        note={isKnown ? texts.counts(communities.length, followed.length) : null}
      >
        <SegmentedChoice label={texts.which} value={shown} options={SHOWN} onChange={setShown} />
        <SearchBox label={texts.search} value={query} onChange={setQuery} />
      </ScreenHead>
      <div className="scroll">
        <div className="cards">
          {isKnown && communities.length === 0 && (
            <EmptyState icon={Users} title={texts.none}>
              <p>{texts.noneHint}</p>
            </EmptyState>
          )}
          {communities.length > 0 && found.length === 0 && query.trim() !== '' && (
            <EmptyState icon={SearchX} title={texts.noMatch(query.trim())}>
              <Button onPress={() => goTo('feeds')}>{texts.addOne}</Button>
            </EmptyState>
          )}
          {communities.length > 0 && found.length === 0 && query.trim() === '' && (
            <EmptyState icon={Users} title={texts.noneFollowed}>
              <Button onPress={() => setShown('all')}>{texts.showAll}</Button>
            </EmptyState>
          )}
          {sections.map(({ status, own }) => (
            <Groups
              key={status.feed.id}
              status={status}
              communities={own}
              areOpen={query.trim() !== '' && found.length <= FEW}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
