import { useMemo, useState, type CSSProperties } from 'react';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { keyOfRow } from '#core/agenda/listedDays.ts';
import type { TimeFormat } from '#core/format/formatTime.ts';
import { MINUTE } from '#base';
import { useApp, useNow, useTimeFormat, useToday } from '../kit/AppContext.tsx';
import { occurrencesOf } from '../store/agendaSlice.ts';
import { answeredRowOf } from '../store/answersSlice.ts';
import { clashesOf } from './clashes.ts';
import { DaySection } from './DaySection.tsx';
import { EARLIER_TODAY_ID, type EarlierTodayProps } from './EarlierToday.tsx';
import { RowMenu, type OpenMenu } from './RowMenu.tsx';
import { RowGrid } from './RowGrid.tsx';
import { RowTools } from './RowTools.tsx';
import type { RenderedDay } from './renderedRows.ts';
import { timeWidth } from './timeWidth.ts';
import { useRowFacts } from './useRowFacts.ts';
import { useRowsInUse } from './useRowsInUse.ts';
import { useSeenDays } from './useSeenDays.ts';
import { useShownActions } from './useShownActions.ts';
import type { ListRows } from './useRenderedRows.ts';

/** The list's id, which the keys `T`, ↑ and ↓ use. */
export const DAY_LIST_ID = 'agenda-days';

/** The format of times, the same object until a part of it changes. */
function useSameFormat(): TimeFormat {
  const { locale, zone, clock } = useTimeFormat();
  return useMemo(() => ({ locale, zone, clock }), [locale, zone, clock]);
}

const hasMeeting = (meetings: readonly Occurrence[], key: string | null): boolean =>
  key !== null && meetings.some((one) => one.key === key);

/** The meeting of a row that is rendered; null for none. */
function meetingOf(days: readonly RenderedDay[], id: string | null): Occurrence | null {
  if (id === null) return null;
  const key = keyOfRow(id);
  return days.flatMap(({ day }) => day.occurrences).find((one) => one.key === key) ?? null;
}

export interface DayListProps {
  readonly id: string;
  readonly label: string;
  readonly rows: ListRows;
  /** The line for the ended meetings of today; null for none. */
  readonly fold?: EarlierTodayProps | null;
}

/** The agenda by days. Arrow keys move through the rows, Enter opens one. */
export function DayList({ id, label, rows, fold = null }: DayListProps) {
  const format = useSameFormat();
  const occurrences = useApp(occurrencesOf);
  const clashes = useMemo(() => clashesOf(occurrences, format.zone), [occurrences, format.zone]);
  const minute = useNow((now) => now - (now % MINUTE));
  const selectedKey = useApp((state) => state.selectedKey);
  const select = useApp((state) => state.occurrenceSelected);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const today = useToday();
  const column = useMemo(
    (): CSSProperties & { readonly '--time-width': string } => ({ '--time-width': `${timeWidth(format)}ch` }),
    [format],
  );
  const facts = useRowFacts();
  const inUse = useRowsInUse(id);
  const watch = useSeenDays();
  const shown = useShownActions(id);
  const otherRows = fold === null ? 0 : 1;
  return (
    <>
      <RowGrid
        id={id}
        label={label}
        style={column}
        count={rows.count + otherRows}
        reveal={rows.reveal}
        onOpen={(key) => (key === EARLIER_TODAY_ID ? fold?.onToggle() : select(keyOfRow(key)))}
      >
        {rows.rendered.map((rendered, index) => {
          const { date, occurrences: ofDay } = rendered.day;
          return (
            <DaySection
              key={date}
              {...rendered}
              today={today}
              format={format}
              clashes={clashes}
              previous={rows.rendered[index - 1]?.day.date ?? null}
              facts={facts}
              openKey={hasMeeting(ofDay, selectedKey) ? selectedKey : null}
              minute={date === today ? minute : null}
              otherRows={otherRows}
              fold={date === today ? fold : null}
              shown={shown}
              watch={watch}
              onMenu={setMenu}
            />
          );
        })}
        {inUse.map((rowId, slot) => {
          const occurrence = meetingOf(rows.rendered, rowId);
          const isAnswered =
            occurrence !== null && answeredRowOf(occurrence.key)(facts)?.occurrence === occurrence;
          return (
            <RowTools
              // oxlint-disable-next-line react/no-array-index-key -- the slots are two, and stay
              key={slot}
              listId={id}
              id={rowId}
              occurrence={occurrence}
              hasButtons={shown === 'none' && !isAnswered}
              zone={format.zone}
              onMenu={setMenu}
            />
          );
        })}
      </RowGrid>
      {menu !== null && <RowMenu {...menu} onClose={() => setMenu(null)} />}
    </>
  );
}
