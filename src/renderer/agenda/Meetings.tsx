import { CalendarDays } from 'lucide-react';
import { useRef, useState } from 'react';
import { dateOf, type AgendaDay } from '#core/agenda/agenda.ts';
import { MINUTE } from '#base';
import { useApp, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { EmptyState } from '../kit/widgets/EmptyState.tsx';
import { occurrencesOf } from '../store/agendaSlice.ts';
import { DAY_LIST_ID, DayList } from './DayList.tsx';
import { LoadingRows } from './LoadingRows.tsx';
import { useEndedToday } from './useEndedToday.ts';
import { useListedDays } from './useListedDays.ts';
import { texts } from './texts.ts';

function NoMeetings() {
  const goTo = useApp((state) => state.screenShown);
  return (
    <EmptyState icon={CalendarDays} title={texts.noMeetings}>
      <p>{texts.noMeetingsHint}</p>
      <div className="empty-actions">
        <Button look="primary" onPress={() => goTo('communities')}>
          {texts.browseCommunities}
        </Button>
        <Button onPress={() => goTo('feeds')}>{texts.addCalendar}</Button>
      </div>
    </EmptyState>
  );
}

/** From today on; later days are loaded as one scrolls. */
function LaterDays() {
  const list = useRef<HTMLDivElement>(null);
  const { zone } = useTimeFormat();
  const today = useNow((now) => dateOf(now - (now % MINUTE), zone));
  const [isUnfolded, unfold] = useState(false);
  const shownDate = useApp((state) => state.shownDate);
  const { days, isLoading, isEnd, isWhole, loadMore } = useListedDays({
    direction: 'future',
    list,
    shownDate,
  });
  const ended = useEndedToday(days, today, list);
  const isFolding = ended.length > 0;
  const folded = new Set(isFolding && !isUnfolded ? ended : []);
  const unfolded = (day: AgendaDay): AgendaDay => ({
    ...day,
    occurrences: day.occurrences.filter((one) => !folded.has(one)),
  });
  const shown = folded.size === 0 ? days : days.map((day) => (day.date === today ? unfolded(day) : day));
  return (
    <>
      <div ref={list}>
        <DayList
          id={DAY_LIST_ID}
          label={texts.meetings}
          days={shown}
          fold={isFolding ? { ended, isOpen: isUnfolded, onToggle: () => unfold(!isUnfolded) } : null}
        />
      </div>
      {isLoading && <LoadingRows label={texts.loadingLater} />}
      {!isLoading && !isEnd && isWhole && (
        <div className="more">
          <Button look="quiet" onPress={loadMore}>
            {texts.showLater}
          </Button>
        </div>
      )}
      {isEnd && <p className="list-end">{texts.nothingLater}</p>}
    </>
  );
}

/** The meetings of the agenda from today on. */
export function Meetings() {
  const isLoading = useApp((state) => state.agenda === null);
  const isEmpty = useApp((state) => occurrencesOf(state).length === 0);
  if (isLoading) return <LoadingRows label={texts.loading} />;
  return isEmpty ? <NoMeetings /> : <LaterDays />;
}
