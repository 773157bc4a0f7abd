import { Moon } from 'lucide-react';
import { doubtTextIn } from '#core/agenda/doubtText.ts';
import type { Community } from '#core/catalogue/community.ts';
import type { FollowableCommunity } from '#core/catalogue/followableCommunity.ts';
import { rhythmOf } from '#core/catalogue/meetingSchedule.ts';
import { isFollowed } from '#core/feeds/followed.ts';
import {
  clockTime,
  dayHeading,
  shortDay,
  timeIn,
  weekday,
  type TimeFormat,
} from '#core/format/formatTime.ts';
import { dateOf } from '#core/agenda/agenda.ts';
import { MINUTE, type Instant } from '#base';
import { StatementButtons } from '../statements/StatementButtons.tsx';
import { texts as statementTexts } from '../statements/texts.ts';
import { useStatement } from '../statements/useStatement.ts';
import { useApp, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { Badge } from '../kit/widgets/Badge.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { OutLink } from '../kit/widgets/OutLink.tsx';
import { Switch } from '../kit/widgets/Switch.tsx';
import { occurrencesOf } from '../store/agendaSlice.ts';
import { isAtNight, rhythmWords, type MeetingTime } from './groupTimes.ts';
import { texts } from './texts.ts';
import { useFollow } from './useFollow.ts';

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
    <span className="group-meeting-links">
      {links.map(({ url, label }) => (
        <OutLink key={label} url={url}>
          {label}
        </OutLink>
      ))}
    </span>
  );
}

/** `today`, `tomorrow`, `Tue, 1 Dec`. */
function dayWords(start: Instant, now: Instant, format: TimeFormat): string {
  const heading = dayHeading(dateOf(start, format.zone), now, format);
  if (heading === 'Today') return texts.today;
  return heading === 'Tomorrow' ? texts.tomorrow : shortDay(start, format);
}

/** `Tue 19:00–20:00, every 2 weeks · next today`. */
function timeLine({ schedule, next, meeting }: MeetingTime, now: Instant, format: TimeFormat): string {
  const range = `${weekday(next.from, format)} ${clockTime(next.from, format)}–${clockTime(next.to, format)}`;
  const rhythm = rhythmWords(rhythmOf(schedule)) || meeting.rhythm;
  const day = dayWords(next.from, now, format);
  const nextWords = meeting.isWeekUnknown ? texts.maybeNext(day) : texts.next(day);
  return `${[range, rhythm].filter(Boolean).join(', ')} · ${nextWords}`;
}

/** When it takes place; in its own zone, too, if that differs. */
function When({ time, meeting }: { readonly time: MeetingTime | undefined; readonly meeting: Meeting }) {
  const format = useTimeFormat();
  const minute = useNow((now) => now - (now % MINUTE));
  if (time === undefined) return <span className="group-meeting-when">{texts.undated}</span>;
  const isNight = isAtNight(time.next.from, format.zone);
  const there = timeIn(time.next.from, time.schedule.zone, format);
  return (
    <>
      <span className="group-meeting-when">
        {isNight && <Moon aria-hidden size={13} />}
        {timeLine(time, minute, format)}
        {isNight && <span className="visually-hidden">{texts.atNightSpoken}</span>}
      </span>
      <span className="group-meeting-when">
        {[
          time.schedule.zone === format.zone ? null : there,
          meeting.recorded === null ? null : texts.recorded[meeting.recorded],
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </span>
    </>
  );
}

/** Opens the meeting's question in the agenda; nothing if it is not followed, or has none. */
function AnswerInAgenda({ uid, feedId }: { readonly uid: string; readonly feedId: string }) {
  const select = useApp((state) => state.occurrenceSelected);
  const goTo = useApp((state) => state.screenShown);
  const key = useApp(
    (state) =>
      occurrencesOf(state).find(
        ({ isWeekUnknown, week }) => isWeekUnknown && week?.uid === uid && week.feedId === feedId,
      )?.key ?? null,
  );
  if (key === null) return null;
  return (
    <button
      type="button"
      className="text-button"
      onClick={() => {
        goTo('agenda');
        select(key);
      }}
    >
      {texts.answerIt}
    </button>
  );
}

export interface GroupMeetingProps {
  readonly community: FollowableCommunity;
  readonly meeting: Meeting;
  readonly time: MeetingTime | undefined;
}

/** One meeting of a group: when it is for the user, its documents, its question, and its switch. */
export function GroupMeeting({ community, meeting, time }: GroupMeetingProps) {
  const { feed, followMeeting } = useFollow(community.feedId);
  const showInField = useApp((state) => state.feedRequested);
  const { takeBack } = useStatement();
  const series = { feedId: community.feedId, uid: meeting.uid };
  const { calendar } = meeting;
  const isStated = meeting.questions.some(({ kind }) => kind === 'unconfirmed');
  const { locale } = useTimeFormat();
  const questions = meeting.questions.map(doubtTextIn(locale));
  return (
    <li className="group-meeting">
      <div className="group-meeting-text">
        <span className="group-meeting-title">
          {meeting.title}
          {isStated && <Badge tone="warn">{texts.unconfirmed}</Badge>}
          {meeting.isWeekUnknown && <Badge tone="warn">{texts.maybe}</Badge>}
        </span>
        <When time={time} meeting={meeting} />
        <MeetingLinks meeting={meeting} />
      </div>
      {meeting.isDated && feed && (
        <Switch
          aria-label={texts.follow(meeting.title)}
          isSelected={isFollowed(feed.followed, meeting.uid, community.id)}
          onChange={(isOn) => followMeeting(community, meeting.uid, isOn, meeting.title)}
        />
      )}
      {!meeting.isDated && calendar !== null && (
        <Button size="small" onPress={() => showInField(calendar, null)}>
          {texts.showCalendar}
        </Button>
      )}
      {questions.length > 0 && (
        <p className="group-meeting-question">
          {questions.join(' ')} <AnswerInAgenda uid={meeting.uid} feedId={community.feedId} />
          {isStated && <StatementButtons title={meeting.title} series={[series]} />}
        </p>
      )}
      {meeting.isStillOn !== null && (
        <p className="group-meeting-question">
          {meeting.isStillOn ? statementTexts.stillOnYes : statementTexts.stillOnNo}.{' '}
          <button
            type="button"
            className="text-button"
            aria-label={statementTexts.takeBackOf(meeting.title)}
            onClick={() => takeBack([series])}
          >
            {statementTexts.takeBack}
          </button>
        </p>
      )}
    </li>
  );
}
