import { Moon } from 'lucide-react';
import { cityOf, clockTime, weekday } from '#core/format/formatTime.ts';
import { rhythmOf } from '#core/catalogue/meetingSchedule.ts';
import type { StatedMeeting } from '#core/directory/directoryEntry.ts';
import type { CommunityView } from '#core/directory/directoryView.ts';
import { MINUTE } from '#base';
import { isAtNight, rhythmWords, timesOf, type MeetingTime } from '../groupTimes.ts';
import { useRemoveFeed } from '../../feeds/useRemoveFeed.ts';
import { useApi, useApp, useNow, useTimeFormat } from '../../kit/AppContext.tsx';
import { Badge } from '../../kit/widgets/Badge.tsx';
import { Button } from '../../kit/widgets/Button.tsx';
import { OutLink } from '../../kit/widgets/OutLink.tsx';
import { texts as communityTexts } from '../texts.ts';
import { ageOfFact } from './factAge.ts';
import { texts } from './texts.ts';

interface LineProps {
  readonly meeting: StatedMeeting;
  readonly time: MeetingTime | undefined;
  readonly age: string;
}

/** One stated meeting: when it is for the user, and how old that is. */
function Line({ meeting, time, age }: LineProps) {
  const format = useTimeFormat();
  const { title, notes, question, inCalendarAs, said, remark } = meeting;
  const isNight = time !== undefined && isAtNight(time.next.from, format.zone);
  const when =
    time === undefined
      ? (said ?? (inCalendarAs === null ? texts.noDates : texts.inCalendarAs(inCalendarAs)))
      : [
          `${weekday(time.next.from, format)} ${clockTime(time.next.from, format)}–${clockTime(time.next.to, format)}`,
          rhythmWords(rhythmOf(time.schedule)) || time.meeting.rhythm,
        ].join(', ');
  return (
    <li className="group-meeting">
      <div className="group-meeting-text">
        <span className="group-meeting-title">
          {title}
          {time?.meeting.isWeekUnknown === true && <Badge tone="warn">{communityTexts.maybe}</Badge>}
        </span>
        <span className="group-meeting-when">
          {isNight && <Moon aria-hidden size={13} />}
          {`${when} · ${age}`}
          {isNight && <span className="visually-hidden">{communityTexts.atNightSpoken}</span>}
        </span>
        {notes !== null && (
          <span className="group-meeting-links">
            <OutLink url={notes}>{texts.notes}</OutLink>
          </span>
        )}
      </div>
      {[question, remark].map(
        (words) =>
          words !== null && (
            <p key={words} className="group-meeting-question">
              {words}
            </p>
          ),
      )}
    </li>
  );
}

/** Follows what is stated, for communities whose calendars do not answer. */
function FollowStated({ view }: { readonly view: CommunityView }) {
  const { entry, statedFeedId } = view;
  const api = useApi();
  const remove = useRemoveFeed();
  const report = useApp((state) => state.problemReported);
  const follow = async (): Promise<void> => {
    const outcome = await api.invoke('directory:followStated', entry.id);
    if (!outcome.ok) report(outcome.problem);
  };
  if (!entry.meetings.some(({ when }) => when !== null)) return null;
  return (
    <div className="directory-stated">
      <p className="quiet">{statedFeedId === null ? texts.followStatedHint : texts.statedFollowed}</p>
      {/* One button, which keeps the focus when it is pressed. */}
      <Button
        size="small"
        onPress={() => (statedFeedId === null ? void follow() : remove(statedFeedId, entry.name))}
      >
        {statedFeedId === null ? texts.followStated : texts.unfollow}
      </Button>
    </div>
  );
}

/** The meetings that texts of the community state, with their times in the user's zone. */
export function StatedMeetings({ view }: { readonly view: CommunityView }) {
  const { entry, stated } = view;
  const format = useTimeFormat();
  const minute = useNow((now) => now - (now % MINUTE));
  if (entry.meetings.length === 0) return null;
  const timeOf = new Map(timesOf(stated, minute).map((time) => [time.meeting.uid, time]));
  return (
    <section className="group-section">
      <h3 className="group-heading">{texts.meetingsHeading(cityOf(format.zone))}</h3>
      <p className="quiet">{texts.statedHint}</p>
      <ul className="group-meetings">
        {entry.meetings.map((meeting) => (
          <Line
            key={meeting.id}
            meeting={meeting}
            time={timeOf.get(`${entry.id}/${meeting.id}`)}
            age={ageOfFact(entry, meeting, format)}
          />
        ))}
      </ul>
      <FollowStated view={view} />
    </section>
  );
}
