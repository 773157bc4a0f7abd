import { SearchX, Users } from 'lucide-react';
import { useState } from 'react';
import type { Community } from '../../shared/catalogue/community.ts';
import { communityColor } from '../agenda/describe.ts';
import { useApp } from '../frame/AppContext.tsx';
import { ScreenHead } from '../frame/ScreenHead.tsx';
import { Badge } from '../widgets/Badge.tsx';
import { EmptyState } from '../widgets/EmptyState.tsx';
import { SearchBox } from '../widgets/SearchBox.tsx';
import { Switch } from '../widgets/Switch.tsx';
import { CommunityFacts } from './CommunityFacts.tsx';
import { communitiesMatching } from './communitiesMatching.ts';
import { isFollowed } from './follow.ts';
import { useFollow } from './useFollow.ts';

function Meetings({ community }: { readonly community: Community }) {
  const { catalogue, follow } = useFollow();
  if (community.meetings.length === 0) return <p className="quiet">No regular meetings.</p>;
  return (
    <ul className="follow-list">
      {community.meetings.map((meeting) => (
        <li key={meeting.uid} className="follow-row">
          <span className="follow-text">
            <span className="follow-title">{meeting.title}</span>
            <span className="quiet">{meeting.rhythm}</span>
          </span>
          {meeting.isWeekUnknown && <Badge tone="warn">which week?</Badge>}
          {catalogue && (
            <Switch
              aria-label={`Follow ${meeting.title}`}
              isSelected={isFollowed(catalogue.followed, meeting.uid)}
              onChange={(isOn) => follow([meeting.uid], isOn)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** One community: what it does, its meetings, how to reach it. */
const CommunityCard = ({ community }: { readonly community: Community }) => (
  <article className="card community" aria-label={community.name}>
    <header className="community-head">
      <span className={`dot color-${communityColor(community.id)}`} aria-hidden />
      <h2 className="card-title">{community.name}</h2>
    </header>
    <p className="community-text">{community.description}</p>
    <div className="community-columns">
      <Meetings community={community} />
      <CommunityFacts community={community} />
    </div>
  </article>
);

/** The catalogue: who there is, and which of their meetings the user follows. */
export function CommunitiesScreen() {
  const [query, setQuery] = useState('');
  const communities = useApp((state) => state.communities);
  const found = communitiesMatching(communities ?? [], query.trim());
  return (
    <div className="screen">
      <ScreenHead title="Communities" note={communities ? `${communities.length} in the catalogue` : null}>
        <SearchBox label="Search communities" value={query} onChange={setQuery} />
      </ScreenHead>
      <div className="scroll">
        <div className="cards">
          {communities?.length === 0 && (
            <EmptyState icon={Users} title="The catalogue is empty">
              <p>You can still add calendars under Feeds.</p>
            </EmptyState>
          )}
          {communities !== null && communities.length > 0 && found.length === 0 && (
            <EmptyState icon={SearchX} title={`No community matches “${query.trim()}”`} />
          )}
          {found.map((community) => (
            <CommunityCard key={community.id} community={community} />
          ))}
        </div>
      </div>
    </div>
  );
}
