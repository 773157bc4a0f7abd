import { SearchX } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { foundDays } from '#core/agenda/foundMeetings.ts';
import { MINUTE } from '#base';
import { useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { Announced } from '../kit/widgets/Announced.tsx';
import { EmptyState } from '../kit/widgets/EmptyState.tsx';
import { DAY_LIST_ID, DayList } from './DayList.tsx';
import { firstFoundRow } from './focusRow.ts';
import { texts } from './texts.ts';
import { scrollListTo } from './toNow.ts';
import { wholeDays } from './renderedRows.ts';
import { useAnsweredDays } from './useAnsweredDays.ts';
import { LoadingRows } from './LoadingRows.tsx';
import { useFoundMeetings } from './useFoundMeetings.ts';
import type { ListRows } from './useRenderedRows.ts';

/** Scrolls to today once, when it appears. */
function OpenAtToday() {
  useEffect(() => {
    // The list renders its rows after this effect.
    const frame = requestAnimationFrame(() => {
      const day = firstFoundRow()?.closest('[role="rowgroup"]');
      if (day) scrollListTo(day);
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return null;
}

/** The meetings that match: past ones above “Today”, later ones below it, where the list opens. */
export function FoundMeetings({ query }: { readonly query: string }) {
  const { zone } = useTimeFormat();
  const now = useNow((instant) => instant - (instant % MINUTE));
  const { found, isComplete } = useFoundMeetings(query);
  const onDays = useMemo(() => foundDays(found, now, zone), [found, now, zone]);
  const days = useAnsweredDays(onDays, DAY_LIST_ID);
  const rows = useMemo(
    (): ListRows => ({
      rendered: wholeDays(days),
      count: found.length,
      isWhole: true,
      reveal: () => undefined,
    }),
    [days, found],
  );
  return (
    <>
      <Announced
        words={found.length > 0 ? texts.found(found.length) : isComplete ? texts.noMatch(query) : ''}
      />
      {found.length > 0 && <DayList id={DAY_LIST_ID} label={texts.meetings} rows={rows} />}
      <OpenAtToday key={`${query} ${isComplete}`} />
      {found.length === 0 && !isComplete && <LoadingRows label={texts.searching} />}
      {found.length === 0 && isComplete && (
        <EmptyState icon={SearchX} title={texts.noMatch(query)}>
          <p>{texts.searchedYears}</p>
        </EmptyState>
      )}
    </>
  );
}
