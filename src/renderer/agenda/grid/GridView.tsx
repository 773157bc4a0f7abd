import { useCallback, useLayoutEffect, useMemo, useRef, useState, type FocusEvent } from 'react';
import { dateOf } from '#core/agenda/agenda.ts';
import { wallMinutes, windowOf } from '#core/agenda/gridSlots.ts';
import { MINUTE, type CalendarDate } from '#base';
import { useApp, useFirstDayOfWeek, useNow, useTimeFormat } from '../../kit/AppContext.tsx';
import { ScreenHead } from '../../kit/ScreenHead.tsx';
import { useHeroAt } from '../hero/useHero.ts';
import { useRestingMinute } from '../useRestingMinute.ts';
import { useOccurrences } from '../useOccurrences.ts';
import { HOUR_PX, type Variables } from './GridBlock.tsx';
import { GridColumn, type GridShared } from './GridColumn.tsx';
import { GridHead } from './GridHead.tsx';
import { hasHalves } from './hours.ts';
import { gridItems, nextItem, stopOf } from './gridItems.ts';
import { GridTools } from './GridTools.tsx';
import { HourLabels } from './HourLabels.tsx';
import { dateWords, periodWords, weekNumber, type GridForm } from './period.ts';
import { GRID_ID, ITEM, scrollToNow } from './showNow.ts';
import { useHueFor } from '../../kit/useHueFor.ts';
import { useColumns } from './useColumns.ts';
import { useGridDays } from './useGridDays.ts';
import { useGridKeys } from './useGridKeys.ts';
import { usePeriod } from './usePeriod.ts';
import { useWeekend } from './useWeekend.ts';
import { WeekStrip } from './WeekStrip.tsx';
import { texts } from './texts.ts';

const NO_ZONES: readonly string[] = [];

/** The agenda as a day or a week of hours. Its `key` is its form, so that another form begins at now. */
export function GridView({ form }: { readonly form: GridForm }) {
  const format = useTimeFormat();
  const { zone, locale } = format;
  const now = useNow((instant) => instant - (instant % MINUTE));
  const today = dateOf(now, zone);
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useColumns(scroller);
  const { dates, turn } = usePeriod(form, today, columns);
  const { occurrences } = useOccurrences(windowOf(dates, zone));
  const until = useRestingMinute(scroller);
  const { shown, running } = useHeroAt(until);
  const first = useMemo(() => [...shown, ...running].map(({ key }) => key), [shown, running]);
  const grid = useGridDays(occurrences, dates, zone, until, first);
  const firstDay = useFirstDayOfWeek();
  const isRestDay = useWeekend();
  const hueFor = useHueFor();
  const others = useApp((state) => state.settings?.otherZones ?? NO_ZONES);
  const selectedKey = useApp((state) => state.selectedKey);
  const onOpen = useApp((state) => state.occurrenceSelected);
  const showDate = useApp((state) => state.dateShown);
  const showView = useApp((state) => state.agendaViewShown);
  const [focused, setFocused] = useState<string | null>(null);
  const items = useMemo(() => gridItems(grid, form), [grid, form]);
  const page = dates[0] ?? today;
  const onKeyDown = useGridKeys({ grid: scroller, items, columns: dates.length, page, onPage: turn });
  const next = nextItem(grid, today, now, zone);
  const stop = stopOf(items, focused, next);
  const hasToday = dates.includes(today);
  const nowMinutes = wallMinutes(now, zone);
  const zones = [...others.filter((one) => one !== zone), zone];
  const isFullWeek = dates.length === 7;
  const words = periodWords(dates, locale);
  useLayoutEffect(scrollToNow, []);
  const showDay = useCallback(
    (date: CalendarDate) => {
      showDate(date);
      showView('day');
    },
    [showDate, showView],
  );
  const onShowList = useCallback(
    (date: CalendarDate) => {
      showDate(date);
      showView('list');
    },
    [showDate, showView],
  );
  const shared: GridShared = {
    onShowList,
    form,
    format,
    today,
    now,
    nowMinutes,
    hueFor,
    stop,
    next,
    selectedKey,
    onOpen,
  };
  const size: Variables = {
    '--columns': dates.length,
    '--zones': zones.length,
    '--hour': `${HOUR_PX[form]}px`,
  };
  const inside = {
    // An empty day can be reached, too.
    tabIndex: items.length === 0 ? 0 : -1,
    onKeyDownCapture: onKeyDown,
    onFocus: ({ target }: FocusEvent): void =>
      setFocused((before) => target.closest(`[${ITEM}]`)?.getAttribute(ITEM) ?? before),
  };
  const nowPlace: Variables = { '--top': nowMinutes };
  const year = dateWords(page, 'year', locale);
  return (
    <>
      <ScreenHead
        title={words}
        note={isFullWeek ? texts.yearAndWeek(year, weekNumber(page, firstDay)) : year}
      >
        <GridTools step={form === 'day' ? 'day' : isFullWeek ? 'week' : 'days'} onTurn={turn} />
      </ScreenHead>
      {form === 'day' && <WeekStrip shown={page} today={today} onShow={showDate} />}
      <section
        ref={scroller}
        id={GRID_ID}
        className={`grid-scroll grid-of-${form}`}
        aria-label={texts.meetingsOf(words)}
        data-half-days={hasHalves(format) || undefined}
        style={size}
        {...inside}
      >
        <GridHead grid={grid} shared={shared} zones={zones} isRestDay={isRestDay} onShow={showDay} />
        <div className="grid-body">
          {zones.map((one) => (
            <HourLabels
              key={one}
              date={hasToday ? today : page}
              zone={one}
              format={format}
              nowMinutes={hasToday ? nowMinutes : null}
            />
          ))}
          {hasToday && <div className="grid-now-thin" style={nowPlace} aria-hidden />}
          {grid.days.map((day) => (
            <GridColumn key={day.date} day={day} shared={shared} isRest={isRestDay(day.date)} />
          ))}
        </div>
      </section>
    </>
  );
}
