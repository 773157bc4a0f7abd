import { DateTime } from 'luxon';
import { useEffect, useMemo, useState } from 'react';
import { dateOf } from '#core/agenda/agenda.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { shownMeetings } from '#core/agenda/shownMeetings.ts';
import type { CalendarDate, TimeWindow, ZoneName } from '#base';
import { useApi, useApp, useTimeFormat } from '../kit/AppContext.tsx';
import { occurrencesOf } from '../store/agendaSlice.ts';

const NONE: readonly Occurrence[] = [];

const dayOf = (date: CalendarDate, zone: ZoneName): TimeWindow => {
  const day = DateTime.fromISO(date, { zone });
  return { from: day.toMillis(), to: day.plus({ days: 1 }).toMillis() };
};

/** The shown meetings that begin on a date, which main is asked for if the agenda does not reach it. Null: no date. */
export function useDayMeetings(date: CalendarDate | null): readonly Occurrence[] {
  const api = useApi();
  const { zone } = useTimeFormat();
  const agenda = useApp((state) => state.agenda);
  const loaded = useApp(occurrencesOf);
  const [answer, setAnswer] = useState<{
    readonly date: CalendarDate | null;
    readonly found: readonly Occurrence[];
  }>({ date: null, found: NONE });
  const day = useMemo(() => (date === null ? null : dayOf(date, zone)), [date, zone]);
  const isLoaded =
    day !== null && agenda !== null && day.from >= agenda.window.from && day.to <= agenda.window.to;
  useEffect(() => {
    if (day === null || isLoaded) return undefined;
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      const outcome = await api.invoke('agenda:range', day);
      if (isCurrent && outcome.ok) setAnswer({ date, found: shownMeetings(outcome.value.occurrences) });
    };
    void ask();
    return () => {
      isCurrent = false;
    };
  }, [api, date, day, isLoaded]);
  return useMemo(() => {
    if (date === null) return NONE;
    const known = isLoaded ? loaded : answer.date === date ? answer.found : NONE;
    return known.filter(
      ({ time }) => (time.kind === 'allDay' ? time.start : dateOf(time.start, zone)) === date,
    );
  }, [date, isLoaded, loaded, answer, zone]);
}
