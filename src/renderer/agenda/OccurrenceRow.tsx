/* A table would not do: rows are grids of their own. */
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { memo, useLayoutEffect, useMemo, useRef, useState, type FocusEvent } from 'react';
import { ButtonContext } from 'react-aria-components';
import { dateOf, isLong } from '#core/agenda/agenda.ts';
import { clockTime, type TimeFormat } from '#core/format/formatTime.ts';
import { duration } from '#core/format/timeUntil.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { DAY, type CalendarDate } from '#base';
import { useApp, useNow } from '../kit/AppContext.tsx';
import { useHue } from '../kit/useHue.ts';
import { answeredRowOf, type AnsweredRow } from '../store/answersSlice.ts';
import { hasNoteOf } from '../store/notesSlice.ts';
import { marksOf, roomMarks, rowTone, stateWords, visitMarks, type Mark, type Tone } from './describe.ts';
import { Badges } from './Badges.tsx';
import { MaybeAnswers } from './MaybeAnswers.tsx';
import type { NowLine } from './nowLine.ts';
import { RowActions, type ShownActions } from './RowActions.tsx';
import type { OpenMenu } from './RowMenu.tsx';
import { dayMarks, movedMark, noteMark, rowMark } from './rowMark.ts';
import { rowSentence, spokenTimes } from './rowSentence.ts';
import { texts } from './texts.ts';
import './rows.css';

const NO_CLASHES: readonly Occurrence[] = [];
/** Arrow keys lead to the buttons of a row; Tab leaves the list. */
const IN_A_ROW = { excludeFromTabOrder: true };

/** The answer that removed this date from the agenda; null if it is there, or was not asked about. */
function useAnswer(occurrence: Occurrence): AnsweredRow | null {
  const row = useApp(answeredRowOf(occurrence.key));
  // After an undo the agenda has another object with that key.
  return row?.occurrence === occurrence ? row : null;
}

const isOff = ({ status, skipped }: Occurrence): boolean => status === 'cancelled' || skipped !== null;

/** All facts about a row that can have a badge. */
function useMarks({ occurrence, clashes, date, format }: OccurrenceRowProps, isOver: boolean): Mark[] {
  const visit = useApp((state) => state.visits.get(occurrence.key) ?? null);
  const hasNote = useApp(hasNoteOf(occurrence));
  return useMemo(
    () => [
      ...marksOf(occurrence, clashes, format.zone)
        .filter(({ kind }) => kind !== 'recorded')
        .map((mark) => movedMark(mark, occurrence, format)),
      ...(isOver || isOff(occurrence) ? [] : roomMarks(occurrence, true)),
      ...visitMarks(visit, format),
      ...dayMarks(occurrence, date, format),
      ...(hasNote ? [noteMark] : []),
    ],
    [occurrence, clashes, date, format, visit, hasNote, isOver],
  );
}

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
          –{clockTime(end, format)}
          {isNextDay && <sup className="row-next-day">{texts.nextDayMark}</sup>}
        </span>
      )}
    </span>
  );
}

/** How long until the meeting, or until its end. Alone renders again each minute. */
const State = ({ occurrence, format: { zone } }: { occurrence: Occurrence; format: TimeFormat }) =>
  useNow((now) => stateWords(occurrence, now, zone));

interface ContentProps extends OccurrenceRowProps {
  readonly marks: readonly Mark[];
  readonly tone: Tone;
  readonly answer: AnsweredRow | null;
  readonly isInUse: boolean;
}

function RowContent(props: ContentProps) {
  const { occurrence, date, format, marks, tone, answer, isInUse, shown, onMenu } = props;
  const hue = useHue(occurrence);
  const { time } = occurrence;
  const isGone = isOff(occurrence) || answer !== null;
  const isAsked = occurrence.isWeekUnknown && tone !== 'over' && !isGone;
  const mark = rowMark(marks);
  const nextOn = answer?.next ?? null;
  return (
    <div
      className="row"
      data-tone={tone}
      data-perhaps={occurrence.isWeekUnknown || undefined}
      data-cancelled={isGone || undefined}
      data-asked={isAsked || undefined}
      data-in-use={isInUse || shown === 'all' || undefined}
    >
      <Time occurrence={occurrence} date={date} format={format} />
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
      {time.kind === 'timed' && time.end > time.start && !isLong(occurrence) && !isGone && (
        <span className="row-length">{duration(time.end - time.start)}</span>
      )}
      {isAsked && (
        <ButtonContext value={IN_A_ROW}>
          <MaybeAnswers occurrence={occurrence} />
        </ButtonContext>
      )}
      <span className="row-state">
        {nextOn !== null && texts.nextOn(nextOn)}
        {answer === null && tone !== 'over' && !isAsked && <State occurrence={occurrence} format={format} />}
      </span>
      {answer === null && (
        <RowActions
          occurrence={occurrence}
          isJoinable={tone !== 'over' && !isGone}
          shown={isInUse ? 'all' : shown}
          onMenu={onMenu}
        />
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
  /** On which side of this row the now-line is; null if it is elsewhere. */
  readonly lineSide: NowLine['side'] | null;
  /** The current time on the line; null if it is elsewhere. */
  readonly lineTime: string | null;
  /** The buttons that are there without the pointer and the focus. */
  readonly shown: ShownActions;
  readonly onMenu: (menu: OpenMenu) => void;
}

/** Whether the pointer or the focus is in the row. If the focused button disappears, the row gets the focus. */
function useInUse() {
  const row = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  const [isPointed, setIsPointed] = useState(false);
  const [hasFocus, setHasFocus] = useState(false);
  useLayoutEffect(() => {
    if (hadFocus.current && document.activeElement === document.body)
      row.current?.focus({ preventScroll: true });
  });
  const onFocus = (): void => {
    hadFocus.current = true;
    setHasFocus(true);
  };
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent): void => {
    if (currentTarget.contains(relatedTarget)) return;
    hadFocus.current = false;
    // From the menu of this row the focus comes back to the button that opened it.
    if (currentTarget.querySelector('[aria-expanded="true"]') === null) setHasFocus(false);
  };
  const handlers = {
    onFocus,
    onBlur,
    onPointerEnter: () => setIsPointed(true),
    onPointerLeave: () => setIsPointed(false),
  };
  return { isInUse: isPointed || hasFocus, ref: row, handlers };
}

/** One meeting in the agenda. Memoised: a row renders only if a fact about it changes, not with every other row. */
export const OccurrenceRow = memo(function OccurrenceRow(props: OccurrenceRowProps) {
  const { id, index, occurrence, clashes, isOpen, isKept, date, today, format, lineSide, lineTime } = props;
  const answer = useAnswer(occurrence);
  const tone = useNow((now) => rowTone(occurrence, now, format.zone));
  const marks = useMarks(props, tone === 'over');
  const { isInUse, ref, handlers } = useInUse();
  const sentence = useMemo(
    () =>
      answer === null
        ? rowSentence(occurrence, marks, clashes ?? NO_CLASHES, { tone, today, date }, format)
        : `${spokenTimes(occurrence, format)}, ${texts.sentence.answered(occurrence.title, answer.next)}`,
    [occurrence, marks, clashes, answer, tone, today, date, format],
  );
  return (
    <div
      {...handlers}
      ref={ref}
      role="row"
      tabIndex={-1}
      className="row-item"
      data-key={id}
      aria-rowindex={index}
      aria-label={sentence}
      aria-current={isOpen || undefined}
      data-open={isOpen || undefined}
      data-kept={isKept || undefined}
      {...(lineSide !== null && { 'data-now': lineTime, 'data-now-side': lineSide })}
    >
      <div role="gridcell">
        <RowContent {...props} marks={marks} tone={tone} answer={answer} isInUse={isInUse} />
      </div>
    </div>
  );
});
