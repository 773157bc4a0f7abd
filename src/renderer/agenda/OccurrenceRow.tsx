import { NotebookPen, Video } from 'lucide-react';
import { memo } from 'react';
import { ButtonContext, GridListItem } from 'react-aria-components';
import { dateOf } from '#core/agenda/agenda.ts';
import { clockTime, type TimeFormat } from '#core/format/formatTime.ts';
import { shortServiceName } from '#core/format/shortServiceName.ts';
import { duration } from '#core/format/timeUntil.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { DAY, MINUTE, type CalendarDate } from '#base';
import { useApp, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { useHue } from '../kit/useHue.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { answeredRowOf, type AnsweredRow } from '../store/answersSlice.ts';
import { hasNoteOf } from '../store/notesSlice.ts';
import { marksOf, roomMarks, rowTone, stateWords, visitMarks, type Mark } from './describe.ts';
import { MeetingMenu } from './MeetingMenu.tsx';
import { Badges } from './Badges.tsx';
import { MaybeAnswers } from './MaybeAnswers.tsx';
import type { NowLine } from './nowLine.ts';
import { dayMarks, movedMark, noteMark, rowMark } from './rowMark.ts';
import { rowSentence, spokenTimes } from './rowSentence.ts';
import { useMeeting } from './useMeeting.ts';
import { texts } from './texts.ts';
import './rows.css';

const NO_CLASHES: readonly Occurrence[] = [];
/** Always the same: with the list's own context, each change of the list would render every button of every row. */
const NO_SLOTS = {};

/** The answer that removed this date from the agenda; null if it is there, or was not asked about. */
function useAnswer(occurrence: Occurrence): AnsweredRow | null {
  const row = useApp(answeredRowOf(occurrence.key));
  // After an undo the agenda has another object with that key.
  return row?.occurrence === occurrence ? row : null;
}

/** All facts about a row that can have a badge. */
function useMarks({ occurrence, clashes, date }: RowProps): Mark[] {
  const format = useTimeFormat();
  const visit = useApp((state) => state.visits.get(occurrence.key) ?? null);
  const hasNote = useApp(hasNoteOf(occurrence));
  const isOver = useNow((now) => rowTone(occurrence, now, format.zone) === 'over');
  const isOff = occurrence.status === 'cancelled' || occurrence.skipped !== null;
  const marks = marksOf(occurrence, clashes, format.zone)
    .filter(({ kind }) => kind !== 'recorded')
    .map((mark) => movedMark(mark, occurrence, format));
  return [
    ...marks,
    ...(isOver || isOff ? [] : roomMarks(occurrence, true)),
    ...visitMarks(visit, format),
    ...dayMarks(occurrence, date, format),
    ...(hasNote ? [noteMark] : []),
  ];
}

function Time({ occurrence: { time }, format }: { occurrence: Occurrence; format: TimeFormat }) {
  if (time.kind === 'allDay') return <span className="row-time row-time-none">{texts.allDay}</span>;
  const { start, end } = time;
  const isShown = end > start && end - start < DAY;
  const isNextDay = isShown && dateOf(start, format.zone) !== dateOf(end, format.zone);
  return (
    <span className="row-time">
      {clockTime(start, format)}
      {isShown && (
        <span className="row-end">
          –{clockTime(end, format)}
          {isNextDay && <sup className="row-next-day">{texts.nextDayMark}</sup>}
        </span>
      )}
    </span>
  );
}

/** The service of the room; under the pointer and with the focus, what can be done with the meeting. */
function Actions({ occurrence, isJoinable }: { occurrence: Occurrence; isJoinable: boolean }) {
  const { join, openNote } = useMeeting();
  const link = occurrence.joinLinks[0];
  return (
    <span className="row-room">
      {link && isJoinable && (
        <span className="row-service" aria-hidden>
          <Video size={14} />
          <span className="row-service-name">{shortServiceName(link.serviceName)}</span>
        </span>
      )}
      <span className="row-actions">
        {link && isJoinable && (
          <Button
            look="quiet"
            size="icon"
            aria-label={texts.joinOn(occurrence.title, link.serviceName)}
            onPress={() => join(occurrence)}
          >
            <Video aria-hidden size={16} />
          </Button>
        )}
        <Button
          look="quiet"
          size="icon"
          aria-label={texts.writeNoteAbout(occurrence.title)}
          onPress={() => openNote(occurrence)}
        >
          <NotebookPen aria-hidden size={16} />
        </Button>
        {occurrence.status !== 'cancelled' && <MeetingMenu occurrence={occurrence} />}
      </span>
    </span>
  );
}

function RowContent({ occurrence, marks }: { occurrence: Occurrence; marks: readonly Mark[] }) {
  const format = useTimeFormat();
  const hue = useHue(occurrence);
  const answer = useAnswer(occurrence);
  const tone = useNow((now) => rowTone(occurrence, now, format.zone));
  const state = useNow((now) => stateWords(occurrence, now, format.zone));
  const { time } = occurrence;
  const isOff = occurrence.status === 'cancelled' || occurrence.skipped !== null || answer !== null;
  const isAsked = occurrence.isWeekUnknown && tone !== 'over' && !isOff;
  const mark = rowMark(marks);
  const nextOn = answer?.next ?? null;
  return (
    <div
      className="row"
      data-tone={tone}
      data-perhaps={occurrence.isWeekUnknown || undefined}
      data-cancelled={isOff || undefined}
    >
      <Time occurrence={occurrence} format={format} />
      <span className={`row-bar c-${hue}`} aria-hidden />
      <span className="row-main">
        <span className="row-title" dir="auto">
          {occurrence.title}
        </span>
        {answer === null ? (
          mark !== null && <Badges marks={[mark]} />
        ) : (
          <span className="quiet">{texts.notThisWeekBut(null)}</span>
        )}
      </span>
      {time.kind === 'timed' && time.end > time.start && !isOff && (
        <span className="row-length">{duration(time.end - time.start)}</span>
      )}
      {isAsked && <MaybeAnswers occurrence={occurrence} />}
      <span className="row-state">
        {answer === null
          ? tone === 'over' || isAsked
            ? ''
            : state
          : nextOn !== null && texts.nextOn(nextOn)}
      </span>
      {answer === null && <Actions occurrence={occurrence} isJoinable={tone !== 'over' && !isOff} />}
    </div>
  );
}

interface RowProps {
  readonly occurrence: Occurrence;
  /** The meetings at the same time. */
  readonly clashes: readonly Occurrence[] | undefined;
  /** The day under which the row stands. */
  readonly date: CalendarDate;
}

export interface OccurrenceRowProps extends RowProps {
  /** See `rowIdOf`. */
  readonly id: string;
  readonly isOpen: boolean;
  /** On which side of this row the now-line is; null if it is elsewhere. */
  readonly lineSide: NowLine['side'] | null;
  /** The current time on the line; null if it is elsewhere. */
  readonly lineTime: string | null;
}

/** One meeting in the agenda. Memoised: a row renders only if a fact about it changes, not with every other row. */
export const OccurrenceRow = memo(function OccurrenceRow({
  id,
  occurrence,
  clashes,
  date,
  isOpen,
  lineSide,
  lineTime,
}: OccurrenceRowProps) {
  const format = useTimeFormat();
  const marks = useMarks({ occurrence, clashes, date });
  const answer = useAnswer(occurrence);
  const sentence = useNow((now) =>
    answer === null
      ? rowSentence(occurrence, marks, clashes ?? NO_CLASHES, now - (now % MINUTE), format)
      : `${spokenTimes(occurrence, format)}, ${texts.sentence.answered(occurrence.title, answer.next)}`,
  );
  return (
    <GridListItem
      id={id}
      textValue={sentence}
      className="row-item"
      data-open={isOpen || undefined}
      render={(props) => <div {...props} aria-current={isOpen || undefined} />}
      {...(lineSide !== null && { 'data-now': lineTime, 'data-now-side': lineSide })}
    >
      <ButtonContext value={NO_SLOTS}>
        <RowContent occurrence={occurrence} marks={marks} />
      </ButtonContext>
    </GridListItem>
  );
});
