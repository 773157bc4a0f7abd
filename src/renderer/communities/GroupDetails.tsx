import { LifeBuoy, X } from 'lucide-react';
import { cityOf } from '#core/format/formatTime.ts';
import type { FollowableCommunity } from '#core/catalogue/followableCommunity.ts';
import { useApp, useTimeFormat } from '../kit/AppContext.tsx';
import { useHue } from '../kit/useHue.ts';
import { useSettings } from '../kit/useSettings.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { HuePicker } from '../kit/widgets/HuePicker.tsx';
import { OutLink } from '../kit/widgets/OutLink.tsx';
import { CommunityFacts } from './CommunityFacts.tsx';
import { GroupMeeting } from './GroupMeeting.tsx';
import type { MeetingTime } from './groupTimes.ts';
import { namedCommunity } from './communityForConduct.ts';
import { texts } from './texts.ts';

function Concern({ community }: { readonly community: FollowableCommunity }) {
  const show = useApp((state) => state.conductShown);
  if (community.conduct === null) return null;
  return (
    <section className="group-section">
      <h3 className="group-heading">{texts.ifNotRight}</h3>
      <p className="quiet">{texts.whoReads(community.conduct.contact)}</p>
      <div>
        <Button
          size="small"
          onPress={() => show({ community: namedCommunity(community), meeting: '', isPrivate: false })}
        >
          <LifeBuoy aria-hidden size={14} />
          {texts.reportAConcern}
        </Button>
      </div>
    </section>
  );
}

/** Where the facts come from, and of which day they are. */
function SourceLine({ source }: Pick<FollowableCommunity, 'source'>) {
  if (source === null) return null;
  return (
    <p className="group-source">
      {texts.from} <OutLink url={source.url}>{source.name}</OutLink>
      {source.date !== null && texts.ofDate(source.date)}
    </p>
  );
}

export interface GroupDetailsProps {
  readonly community: FollowableCommunity;
  readonly times: readonly MeetingTime[];
  /** Null where the details stand beside the list for good. */
  readonly onClose: (() => void) | null;
}

/** A group: its meetings, how to reach it, who leads it, and the source of all that. */
export function GroupDetails({ community, times, onClose }: GroupDetailsProps) {
  const { id, name, feedId, description, meetings, leads, source } = community;
  const { zone } = useTimeFormat();
  const hue = useHue({ community: id, feedId });
  const { settings, change } = useSettings();
  const timeOf = new Map(times.map((time) => [time.meeting.uid, time]));
  return (
    <div className="group-details">
      <header className="group-head">
        <h2 className="group-title">{name}</h2>
        <HuePicker
          of={name}
          value={hue}
          onChange={(chosen) => change({ communityHues: { ...settings.communityHues, [id]: chosen } })}
        />
        {onClose !== null && (
          <Button look="quiet" size="icon" aria-label={texts.close} onPress={onClose}>
            <X aria-hidden size={16} />
          </Button>
        )}
      </header>
      {description !== '' && <p className="group-text">{description}</p>}
      <section className="group-section">
        <h3 className="group-heading">{texts.meetingsIn(cityOf(zone))}</h3>
        {meetings.length === 0 ? (
          <p className="quiet">{texts.noMeetings}</p>
        ) : (
          <ul className="group-meetings">
            {meetings.map((meeting) => (
              <GroupMeeting
                key={meeting.uid}
                community={community}
                meeting={meeting}
                time={timeOf.get(meeting.uid)}
              />
            ))}
          </ul>
        )}
      </section>
      <CommunityFacts community={community} />
      {leads.length > 0 && (
        <section className="group-section">
          <h3 className="group-heading">{texts.leads}</h3>
          <ul className="group-leads">
            {leads.map((lead) => (
              <li key={`${lead.name} ${lead.detail}`}>
                {lead.name}
                {lead.detail !== '' && <span className="quiet"> {lead.detail}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Concern community={community} />
      <SourceLine source={source} />
    </div>
  );
}
