/* A table would not do: rows are boxes of their own. */
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { memo } from 'react';
import { ButtonContext } from 'react-aria-components';
import { dateOf, isLong } from '#core/agenda/agenda.ts';
import { clockTime, type TimeFormat } from '#core/format/formatTime.ts';
import type { Hue } from '#core/format/hue.ts';
import { duration } from '#core/format/timeUntil.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { isUncertain } from '#core/agenda/statements.ts';
import type { Visit } from '#core/join/roomVisit.ts';
import { DAY, type CalendarDate } from '#base';
import type { AnsweredRow } from '../store/answersSlice.ts';
import { marksOf, roomMarks, visitMarks, type Mark, type Tone } from './describe.ts';
import { Badges } from './Badges.tsx';
import { MaybeAnswers } from './MaybeAnswers.tsx';
import { cutOf } from './titleCut.ts';
import type { NowLine } from './nowLine.ts';
import { RowActions, RowService, type ShownActions } from './RowActions.tsx';
import type { OpenMenu } from './RowMenu.tsx';
import { dayMarks, movedMark, noteMark, rowMark } from './rowMark.ts';
import { rowSentence, spokenTimes } from './rowSentence.ts';
import { texts } from './texts.ts';

const NO_CLASHES: readonly Occurrence[] = [];
/** Arrow keys lead to the buttons of a row; Tab leaves the list. */
const IN_A_ROW = { excludeFromTabOrder: true };

const isOff = ({ status, skipped }: Occurrence): boolean => status === 'cancelled' || skipped !== null;

/** All facts about a row that can have a badge. */
const marksOfRow = (props: OccurrenceRowProps): readonly Mark[] => {
  const { occurrence, clashes, date, format, tone, visit, hasNote } = props;
  return [
    ...marksOf(occurrence, clashes, format.zone)
      .filter(({ kind }) => kind !== 'recorded')
      .map((mark) => movedMark(mark, occurrence, format)),
    ...(tone === 'over' || isOff(occurrence) ? [] : roomMarks(occurrence, true)),
    ...visitMarks(visit, format),
    ...dayMarks(occurrence, date, format),
    ...(hasNote ? [noteMark] : []),
  ];
};

function Time({ occurrence, date, format }: Pick<OccurrenceRowProps, 'occurrence' | 'date' | 'format'>) {
  const { time } = occurrence;
  if (time.kind === 'allDay') return <span className="row-time row-time-none">{texts.allDay}</span>;
  const { start, end } = time;
  // After its first day, a meeting of several days shows only when it ends, on its last one.
  if (isLong(occurrence) && date !== dateOf(start, format.zone))
    return date === dateOf(end, format.zone) ? (
      <span className="row-time">–{clockTime(end, format)}</span>
    ) : (
      <span className="row-time row-time-none">{texts.allDay}</span>
    );
  const isShown = end > start && end - start < DAY;
  const isNextDay = isShown && dateOf(start, format.zone) !== dateOf(end, format.zone);
  return (
    <span className="row-time">
      {clockTime(start, format)}
      {isShown && (
        <span className="row-end">
          {`–${clockTime(end, format)}`}
          {isNextDay && <sup className="row-next-day">{texts.nextDayMark}</sup>}
        </span>
      )}
    </span>
  );
}

function RowContent(props: OccurrenceRowProps & { readonly marks: readonly Mark[] }) {
  const { occurrence, date, format, marks, tone, answer, shown, onMenu } = props;
  const { time, title } = occurrence;
  const isGone = isOff(occurrence) || answer !== null;
  const isAsked = occurrence.isWeekUnknown && tone !== 'over' && !isGone;
  const isJoinable = answer === null && tone !== 'over' && !isGone;
  const mark = rowMark(marks);
  const next = answer?.next ?? null;
  const words = answer === null && tone !== 'over' && !isAsked ? props.stateWords : '';
  const state = next === null ? words : texts.nextOn(next);
  const isCrowded = mark !== null || answer !== null || isAsked || props.stateWords !== '';
  return (
    <div
      role="gridcell"
      className="row"
      data-tone={tone}
      data-perhaps={isUncertain(occurrence) || undefined}
      data-cancelled={isGone || undefined}
      data-asked={isAsked || undefined}
      data-in-use={shown === 'all' || undefined}
      data-now={props.lineTime ?? undefined}
      data-now-side={props.lineSide ?? undefined}
    >
      <Time occurrence={occurrence} date={date} format={format} />
      <span className={`row-bar c-${props.hue}`} aria-hidden />
      <span
        className="row-title"
        dir="auto"
        data-marked={mark !== null || answer !== null || undefined}
        data-cut={cutOf(title, isCrowded)}
      >
        {title}
      </span>
      {answer === null ? (
        mark !== null && <Badges marks={[mark]} />
      ) : (
        <span className="row-answer">{texts.notThisWeekBut(null)}</span>
      )}
      {time.kind === 'timed' && time.end > time.start && !isLong(occurrence) && !isGone && (
        <span className="row-length">{duration(time.end - time.start)}</span>
      )}
      {isAsked && (
        <ButtonContext value={IN_A_ROW}>
          <MaybeAnswers occurrence={occurrence} />
        </ButtonContext>
      )}
      {state !== '' && <span className="row-state">{state}</span>}
      <RowService occurrence={occurrence} isJoinable={isJoinable} />
      {answer === null && shown !== 'none' && (
        <span className="row-actions">
          <RowActions occurrence={occurrence} isJoinable={isJoinable} shown={shown} onMenu={onMenu} />
        </span>
      )}
    </div>
  );
}

export interface OccurrenceRowProps {
  /** See `rowIdOf`. */
  readonly id: string;
  /** Its place in the whole list, from 1. */
  readonly index: number;
  readonly occurrence: Occurrence;
  /** The meetings at the same time. */
  readonly clashes: readonly Occurrence[] | undefined;
  readonly isOpen: boolean;
  /** It is far away, and only there because the focus is in it. */
  readonly isKept: boolean;
  /** The day under which the row stands. */
  readonly date: CalendarDate;
  readonly today: CalendarDate;
  readonly format: TimeFormat;
  readonly tone: Tone;
  /** How long until the meeting, or until its end; empty if its date is enough. */
  readonly stateWords: string;
  readonly hue: Hue;
  /** The answer that removed this date from the agenda; null if it is there, or was not asked about. */
  readonly answer: AnsweredRow | null;
  readonly visit: Visit | null;
  readonly hasNote: boolean;
  /** On which side of this row the now-line is; null if it is elsewhere. */
  readonly lineSide: NowLine['side'] | null;
  /** The current time on the line; null if it is elsewhere. */
  readonly lineTime: string | null;
  /** The buttons that are there without the pointer and the focus; see RowTools for the others. */
  readonly shown: ShownActions;
  readonly onMenu: (menu: OpenMenu) => void;
}

/**
 * One meeting in the agenda. Memoised, and without hooks, state or handlers: the list has hundreds of rows, and a frame
 * in which one scrolls has time for few.
 */
export const OccurrenceRow = memo(function OccurrenceRow(props: OccurrenceRowProps) {
  const { occurrence, clashes = NO_CLASHES, answer, isOpen, tone, date, today, format } = props;
  const marks = marksOfRow(props);
  const sentence =
    answer === null
      ? rowSentence(occurrence, marks, clashes, { tone, today, date }, format)
      : `${spokenTimes(occurrence, format)}, ${texts.sentence.answered(occurrence.title, answer.next)}`;
  return (
    <div
      role="row"
      tabIndex={-1}
      className="row-item"
      data-key={props.id}
      aria-rowindex={props.index}
      aria-label={sentence}
      aria-current={isOpen || undefined}
      data-open={isOpen || undefined}
      data-kept={props.isKept || undefined}
      data-now-side={props.lineSide ?? undefined}
    >
      <RowContent {...props} marks={marks} />
    </div>
  );
});
