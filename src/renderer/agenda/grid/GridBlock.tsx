import { memo, type CSSProperties } from 'react';
import { isMeeting } from '#core/agenda/agenda.ts';
import { isUncertain } from '#core/agenda/statements.ts';
import type { GridBlock as Block } from '#core/agenda/gridLayout.ts';
import { clockTime, timeRange, type TimeFormat } from '#core/format/formatTime.ts';
import type { Hue } from '#core/format/hue.ts';
import type { CalendarDate, Instant } from '#base';
import { rowTone } from '../describe.ts';
import { MaybeAnswers } from '../MaybeAnswers.tsx';
import { blockName } from './gridWords.ts';
import type { GridForm } from './period.ts';
import { ITEM } from './showNow.ts';
import { texts } from './texts.ts';

/** Height of an hour, px. */
export const HOUR_PX: Readonly<Record<GridForm, number>> = { week: 48, day: 56 };
/** Height of a line of text in a block, px. */
const LINE_PX: Readonly<Record<GridForm, number>> = { week: 14, day: 18 };
/** Space above and below the text of a block, px. */
const AROUND_PX = 6;

/** Custom properties of an element. */
export type Variables = CSSProperties & Readonly<Record<`--${string}`, number | string>>;

export interface GridBlockProps {
  readonly block: Block;
  readonly id: string;
  readonly date: CalendarDate;
  /** The present minute. */
  readonly now: Instant;
  readonly format: TimeFormat;
  readonly form: GridForm;
  readonly hue: Hue;
  readonly isOpen: boolean;
  /** It is the one that Tab reaches. */
  readonly isStop: boolean;
  /** It is on, or comes next. */
  readonly isNext: boolean;
  readonly onOpen: (key: string) => void;
}

/** Below the title: the times, and in the day view the service; or that its week is open. */
function secondLine({ block: { occurrence }, format, form }: GridBlockProps): string {
  const times = timeRange(occurrence, format);
  const service = occurrence.joinLinks[0]?.serviceName;
  const hasRoom = form === 'day' && service !== undefined && !occurrence.isWeekUnknown;
  return hasRoom ? `${times} · ${service}` : times;
}

/** One meeting in a column. */
export const GridBlock = memo(function Block(props: GridBlockProps) {
  const { block, id, date, now, format, form, hue, isOpen, isStop, isNext, onOpen } = props;
  const { occurrence, top, bottom, start, end } = block;
  const tone = rowTone(occurrence, now, format.zone);
  const isOff = !isMeeting(occurrence);
  const isAsked = occurrence.isWeekUnknown && tone !== 'over' && !isOff;
  const height = ((bottom - top) / 60) * HOUR_PX[form];
  /** There is room for the answers beside the title. */
  const isWide = form === 'day' && end - start > 0.6;
  const isShort = height < AROUND_PX + 2 * LINE_PX[form];
  const clear = ((block.clearTo - top) / 60) * HOUR_PX[form];
  const lines = Math.max(1, Math.floor((clear - AROUND_PX) / LINE_PX[form]));
  const place: Variables = {
    '--top': top,
    '--length': bottom - top,
    '--start': start,
    '--end': end,
    // The last line is that of the time.
    '--lines': Math.max(1, lines - 1),
    '--lines-alone': lines,
  };
  return (
    <li
      className="grid-place"
      style={place}
      data-laid={block.isLaid || undefined}
      data-short={isShort || undefined}
    >
      <button
        type="button"
        className={`grid-block c-${hue}`}
        {...{ [ITEM]: id }}
        data-key={occurrence.key}
        data-tone={tone}
        data-short={isShort || undefined}
        data-by-count={block.isByCount || undefined}
        data-covered={block.clearTo < bottom && lines < 2 ? true : undefined}
        data-perhaps={isUncertain(occurrence) || undefined}
        data-tentative={occurrence.status === 'tentative' || undefined}
        data-off={isOff || undefined}
        data-before={block.isFromBefore || undefined}
        data-after={block.isToAfter || undefined}
        data-asked={(isAsked && (isWide || !isShort)) || undefined}
        data-open={isOpen || undefined}
        data-next={isNext || undefined}
        aria-label={blockName(occurrence, date, now, format)}
        tabIndex={isStop ? 0 : -1}
        onClick={() => onOpen(occurrence.key)}
      >
        <span className="grid-block-title">{occurrence.title}</span>
        {isAsked && !isShort && form === 'week' ? (
          <span className="grid-block-asks">{texts.whichWeek}</span>
        ) : (
          <span className="grid-block-time">
            {isShort && form === 'week' && occurrence.time.kind === 'timed'
              ? clockTime(occurrence.time.start, format)
              : secondLine(props)}
            {isAsked && !isShort && <span className="grid-block-asks">{` · ${texts.whichWeek}`}</span>}
          </span>
        )}
      </button>
      {isAsked && (isWide || !isShort) && form === 'day' && <MaybeAnswers occurrence={occurrence} />}
    </li>
  );
});
