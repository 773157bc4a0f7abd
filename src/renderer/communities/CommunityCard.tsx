import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel } from 'react-aria-components';
import { doubtText } from '#core/agenda/doubtText.ts';
import { isFollowed } from '#core/feeds/followed.ts';
import type { Community } from '#core/catalogue/community.ts';
import type { FollowableCommunity } from '#core/catalogue/followableCommunity.ts';
import { hueOf } from '#core/format/hue.ts';
import { useApp } from '../kit/AppContext.tsx';
import { Badge } from '../kit/widgets/Badge.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { OutLink } from '../kit/widgets/OutLink.tsx';
import { Switch } from '../kit/widgets/Switch.tsx';
import { CommunityFacts } from './CommunityFacts.tsx';
import { shareFollowed } from './follow.ts';
import { useFollow } from './useFollow.ts';
import { texts } from './texts.ts';

type Meeting = Community['meetings'][number];

const LINKS = ['agenda', 'notes', 'recordings'] as const;

/** Links to a meeting's documents. Notes in the agenda document are listed once. */
function MeetingLinks({ meeting }: { readonly meeting: Meeting }) {
  const links = LINKS.flatMap((name) => {
    const url = meeting[name];
    return url === null || (name === 'notes' && url === meeting.agenda)
      ? []
      : [{ url, label: texts.meetingLinks[name] }];
  });
  if (links.length === 0) return null;
  return (
    <span className="follow-links">
      {links.map(({ url, label }) => (
        <OutLink key={label} url={url}>
          {label}
        </OutLink>
      ))}
    </span>
  );
}

interface MeetingRowProps {
  readonly community: FollowableCommunity;
  readonly meeting: Meeting;
}

function MeetingRow({ community, meeting }: MeetingRowProps) {
  const { feed, followMeeting } = useFollow(community.feedId);
  const showInField = useApp((state) => state.feedRequested);
  const { calendar } = meeting;
  const questions = meeting.questions.map(doubtText);
  const facts = [
    meeting.isDated ? meeting.rhythm : texts.undated,
    ...(meeting.recorded === null ? [] : [texts.recorded[meeting.recorded]]),
  ];
  return (
    <li className="follow-row">
      <span className="follow-text">
        <span className="follow-title">{meeting.title}</span>
        <span className="quiet">{facts.join(' · ')}</span>
        {questions.length > 0 && <span className="quiet">{questions.join(' ')}</span>}
        <MeetingLinks meeting={meeting} />
      </span>
      {meeting.isWeekUnknown && <Badge tone="warn">{texts.whichWeek}</Badge>}
      {meeting.isDated && feed && (
        <Switch
          aria-label={texts.follow(meeting.title)}
          isSelected={isFollowed(feed.followed, meeting.uid, community.id)}
          onChange={(isOn) => followMeeting(community, meeting.uid, isOn)}
        />
      )}
      {!meeting.isDated && calendar !== null && (
        <Button size="small" onPress={() => showInField(calendar, null)}>
          {texts.showCalendar}
        </Button>
      )}
    </li>
  );
}

function summary({ meetings }: Community): string {
  const [first] = meetings;
  if (first === undefined) return texts.noMeetingsShort;
  return (meetings.length === 1 && first.rhythm) || texts.meetingCount(meetings.length);
}

export interface CommunityCardProps {
  readonly community: FollowableCommunity;
  readonly isOpenAtFirst: boolean;
}

/**
 * One community: a row with a switch to follow it as a whole. Expanded, it shows description, meetings and contacts.
 */
export function CommunityCard({ community, isOpenAtFirst }: CommunityCardProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const { feed, followGroups } = useFollow(community.feedId);
  const share = feed === null ? 'none' : shareFollowed(feed.followed, community);
  const canFollow = feed !== null && community.meetings.some(({ isDated }) => isDated);
  return (
    <li className="community">
      <Disclosure isExpanded={isOpen} onExpandedChange={setOpen}>
        <div className="community-head">
          <AriaButton slot="trigger" className="community-trigger">
            <ChevronRight aria-hidden size={16} className="community-chevron" />
            <span className={`dot c-${hueOf(community.id)}`} aria-hidden />
            <span className="community-name">{community.name}</span>
            <span className="quiet community-summary">{summary(community)}</span>
          </AriaButton>
          {share === 'some' && <Badge>{texts.inPart}</Badge>}
          {canFollow && (
            <Switch
              aria-label={texts.follow(community.name)}
              isSelected={share === 'all'}
              onChange={(isOn) => followGroups([community], isOn)}
            />
          )}
        </div>
        <DisclosurePanel className="community-panel">
          {/* Only expanded cards render their content. */}
          {isOpen && (
            <>
              {community.description !== '' && <p className="community-text">{community.description}</p>}
              <div className="community-columns">
                {community.meetings.length === 0 ? (
                  <p className="quiet">{texts.noMeetings}</p>
                ) : (
                  <ul className="follow-list">
                    {community.meetings.map((meeting) => (
                      <MeetingRow key={meeting.uid} community={community} meeting={meeting} />
                    ))}
                  </ul>
                )}
                <CommunityFacts community={community} />
              </div>
            </>
          )}
        </DisclosurePanel>
      </Disclosure>
    </li>
  );
}
