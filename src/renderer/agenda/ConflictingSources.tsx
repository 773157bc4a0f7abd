import { seriesOfKey, type SeriesName } from '#core/keys.ts';
import { timeRange } from '#core/format/formatTime.ts';
import type { MeetingVersion, Occurrence } from '#core/agenda/occurrence.ts';
import { useTimeFormat } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { AnswerSummary } from './AnswerSummary.tsx';
import { useAnswer } from './useAnswer.ts';
import type { QuestionProps } from './WeekQuestion.tsx';
import { groupDigits, typedId } from '#meeting-links';
import { texts } from './texts.ts';

const roomWords = (room: MeetingVersion['room']): string =>
  room === null
    ? texts.noRoom
    : `${room.serviceName}${room.meetingId === null ? '' : ` ${groupDigits(room.meetingId)}`}`;

interface SideProps {
  readonly feedName: string;
  readonly time: Occurrence['time'];
  readonly room: MeetingVersion['room'];
  /** Null once the user has chosen. */
  readonly onUse: (() => void) | null;
}

function Side({ feedName, time, room, onUse }: SideProps) {
  const format = useTimeFormat();
  const when = timeRange({ time }, format);
  return (
    <li className="source-side">
      <p className="source-name">{feedName}</p>
      <p className="source-time">{when}</p>
      <p className="quiet">{roomWords(room)}</p>
      {onUse !== null && (
        <Button size="small" aria-label={texts.chooseSource(when, feedName)} onPress={onUse}>
          {texts.chooseThis}
        </Button>
      )}
    </li>
  );
}

/** Two feeds that disagree about a meeting's time or room: both versions side by side, or the chosen one. */
export function ConflictingSources({ occurrence, isTitled }: QuestionProps) {
  const { chooseSource, takeSourceBack } = useAnswer();
  const format = useTimeFormat();
  const { versions, sources, joinLinks, time } = occurrence;
  const [source] = sources;
  if (versions === null || source === undefined) return null;
  const own = seriesOfKey(source);
  const [link] = joinLinks;
  const mine = {
    feedName: sources.map(({ feedName }) => feedName).join(', '),
    time,
    room:
      link === undefined
        ? null
        : { serviceName: link.serviceName, meetingId: typedId(link) ?? link.meetingId },
  };
  const choose = (use: SeriesName, over: SeriesName): void => chooseSource(occurrence.title, use, over);
  const named = ({ feedId, uid }: MeetingVersion): SeriesName => ({ feedId, uid });
  const { chosenAt } = versions;
  if (chosenAt !== null)
    return (
      <section className="question" aria-label={texts.whichSource}>
        {versions.others.map((other) => (
          <div key={other.key} className="question">
            <AnswerSummary
              at={chosenAt}
              onTakeBack={() => takeSourceBack(occurrence.title, own, named(other))}
            >
              {texts.sourceChosen(
                mine.feedName,
                other.feedName,
                timeRange(other, format),
                other.room === null ? null : roomWords(other.room),
              )}
            </AnswerSummary>
          </div>
        ))}
      </section>
    );
  return (
    <section className="question" aria-label={texts.whichSource}>
      {versions.others.map((other) => (
        <div key={other.key} className="question">
          <p>
            {isTitled && <strong>{texts.whichSource} </strong>}
            {texts.sourcesDisagree}
          </p>
          <ul className="sources-side-by-side">
            <Side {...mine} onUse={() => choose(own, named(other))} />
            <Side
              feedName={other.feedName}
              time={other.time}
              room={other.room}
              onUse={() => choose(named(other), own)}
            />
          </ul>
        </div>
      ))}
    </section>
  );
}
