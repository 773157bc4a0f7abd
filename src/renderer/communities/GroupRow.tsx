import { Moon } from 'lucide-react';
import { useId } from 'react';
import type { FollowableCommunity } from '#core/catalogue/followableCommunity.ts';
import { useTimeFormat } from '../kit/AppContext.tsx';
import { useHue } from '../kit/useHue.ts';
import { Badge } from '../kit/widgets/Badge.tsx';
import { Switch } from '../kit/widgets/Switch.tsx';
import { DayStrip } from './DayStrip.tsx';
import { shareFollowed } from './follow.ts';
import { groupTimeWords, isAtNight, type MeetingTime } from './groupTimes.ts';
import { groupIdOf, groupRowId } from './shownGroups.ts';
import { texts } from './texts.ts';
import { useFollow } from './useFollow.ts';

export interface GroupRowProps {
  readonly community: FollowableCommunity;
  readonly times: readonly MeetingTime[];
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

/** One group: its times in the user's zone, and a switch that follows it as a whole. A press opens its details. */
export function GroupRow({ community, times, isOpen, onOpen }: GroupRowProps) {
  const { id, name, feedId } = community;
  const format = useTimeFormat();
  const hue = useHue({ community: id, feedId });
  const { feed, followGroups } = useFollow(feedId);
  const whenId = useId();
  const share = feed === null ? 'none' : shareFollowed(feed.followed, community);
  const isDated = community.meetings.some((meeting) => meeting.isDated);
  const [first] = times;
  const isNight = first !== undefined && isAtNight(first.next.from, format.zone);
  return (
    <li className="group-row" data-open={isOpen || undefined}>
      <span className={`hue-square c-${hue}`} data-empty={share === 'none' || undefined} aria-hidden />
      <span className="group-name">
        <button
          id={groupRowId(groupIdOf({ community }))}
          type="button"
          className="group-open"
          aria-describedby={whenId}
          aria-current={isOpen}
          onClick={onOpen}
        >
          {name}
        </button>
        {share === 'some' && <Badge>{texts.inPart}</Badge>}
      </span>
      <span id={whenId} className="group-when">
        {isNight && <Moon aria-hidden size={13} />}
        {groupTimeWords(times, format)}
        {isNight && <span className="visually-hidden">{texts.atNightSpoken}</span>}
      </span>
      <span className={`group-strip c-${hue}`}>
        <DayStrip times={times} />
      </span>
      {isDated || share === 'all' ? (
        <Switch
          aria-label={texts.follow(name)}
          isSelected={share === 'all'}
          isDisabled={feed === null}
          onChange={(isOn) => followGroups([community], isOn, name)}
        />
      ) : (
        <span className="group-none">{texts.cannotFollow}</span>
      )}
    </li>
  );
}
