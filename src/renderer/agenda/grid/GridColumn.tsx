import { restOfDay, gapsOf, WORKING_HOURS, type Gap } from '#core/agenda/freeTime.ts';
import { DAY_MINUTES } from '#core/agenda/gridSlots.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { TimeFormat } from '#core/format/formatTime.ts';
import type { Hue } from '#core/format/hue.ts';
import type { CalendarDate, Instant } from '#base';
import { GridBlock, type Variables } from './GridBlock.tsx';
import { dayName, gapWords, restWords, wallTime } from './gridWords.ts';
import { blockId, moreId } from './ids.ts';
import { MoreMeetings } from './MoreMeetings.tsx';
import type { GridForm } from './period.ts';
import type { GridDay } from './useGridDays.ts';

/** What all columns of the grid share. */
export interface GridShared {
  readonly form: GridForm;
  readonly format: TimeFormat;
  readonly today: CalendarDate;
  /** The present minute: an instant, and minutes of today's wall clock. */
  readonly now: Instant;
  readonly nowMinutes: number;
  readonly hueFor: (occurrence: Occurrence) => Hue;
  /** Ids of the item that Tab reaches, and of the meeting that is on or next. */
  readonly stop: string | null;
  readonly next: string | null;
  readonly selectedKey: string | null;
  readonly onOpen: (key: string) => void;
  /** Shows a day in the list, which has room for any number. */
  readonly onShowList: (date: CalendarDate) => void;
}

/** The last free stretch of today is drawn as one hour. */
const LAST_GAP_MINUTES = 60;

const placeOf = ({ from, to }: Gap): Variables => ({
  '--top': from,
  '--length': to === DAY_MINUTES ? Math.min(LAST_GAP_MINUTES, to - from) : to - from,
});

/** Free time: what is left of today, and on coming working days where the pointer is. */
function Gaps({ day, shared, isRest }: GridColumnProps) {
  const { today, nowMinutes, form, format } = shared;
  if (day.date === today)
    return restOfDay(day.slots, nowMinutes).map((gap) => (
      <p key={gap.from} className="grid-gap grid-gap-now" style={placeOf(gap)}>
        {restWords(gap, nowMinutes, form, format)}
      </p>
    ));
  if (day.date < today || isRest) return null;
  return gapsOf(day.slots, WORKING_HOURS).map((gap) => (
    <p key={gap.from} className="grid-gap" style={placeOf(gap)} aria-hidden>
      {gapWords(gap)}
    </p>
  ));
}

export interface GridColumnProps {
  readonly day: GridDay;
  readonly shared: GridShared;
  /** A day of the weekend. */
  readonly isRest: boolean;
}

/** The meetings of one day, at their hours. */
export function GridColumn({ day, shared, isRest }: GridColumnProps) {
  const { date, blocks, more } = day;
  const { form, format, today, now, nowMinutes, hueFor, stop, next, selectedKey, onOpen } = shared;
  const isToday = date === today;
  const nowPlace: Variables = { '--top': nowMinutes };
  return (
    <section
      className="grid-column"
      aria-labelledby={`grid-day-${date}`}
      data-today={isToday || undefined}
      data-rest={isRest || undefined}
    >
      <h2 id={`grid-day-${date}`} className="visually-hidden">
        {dayName(day, today, isRest, format)}
      </h2>
      <Gaps day={day} shared={shared} isRest={isRest} />
      <ul>
        {blocks.map((block) => {
          const id = blockId(date, block.occurrence.key);
          return (
            <GridBlock
              key={id}
              block={block}
              id={id}
              date={date}
              now={now}
              format={format}
              form={form}
              hue={hueFor(block.occurrence)}
              isOpen={block.occurrence.key === selectedKey}
              isStop={id === stop}
              isNext={id === next}
              onOpen={onOpen}
            />
          );
        })}
        {more.map(({ at, top, slots }) => (
          <li key={at} className="grid-place grid-place-more" style={{ '--top': top } as Variables}>
            <MoreMeetings
              id={moreId(date, at)}
              occurrences={slots.map(({ occurrence }) => occurrence)}
              when={wallTime(at, format)}
              format={format}
              isStop={moreId(date, at) === stop}
              onOpen={onOpen}
              onShowDay={() => shared.onShowList(date)}
            />
          </li>
        ))}
      </ul>
      {isToday && <div className="grid-now" style={nowPlace} aria-hidden />}
    </section>
  );
}
