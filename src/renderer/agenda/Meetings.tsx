import { CalendarDays, EyeOff } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { AgendaDay } from '#core/agenda/agenda.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { useApp, useToday } from '../kit/AppContext.tsx';
import { useSettings } from '../kit/useSettings.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { EmptyState } from '../kit/widgets/EmptyState.tsx';
import { allOccurrencesOf, occurrencesOf } from '../store/agendaSlice.ts';
import { DAY_LIST_ID, DayList } from './DayList.tsx';
import { LoadingRows } from './LoadingRows.tsx';
import { scrollListToNow } from './toNow.ts';
import { useAnsweredDays } from './useAnsweredDays.ts';
import { useEndedToday } from './useEndedToday.ts';
import { useListedDays } from './useListedDays.ts';
import { useRenderedRows } from './useRenderedRows.ts';
import { texts } from './texts.ts';

/** There are meetings, but calendars that are not shown, or rules, hide them all. */
function AllHidden() {
  const goTo = useApp((state) => state.screenShown);
  const showSetting = useApp((state) => state.settingShown);
  const areRules = useSettings().settings.meetingRules.length > 0;
  return (
    <EmptyState icon={EyeOff} title={texts.allHidden}>
      <p>{areRules ? texts.hiddenByRulesHint : texts.hiddenHint}</p>
      <div className="empty-actions">
        <Button onPress={() => goTo('feeds')}>{texts.toCalendars}</Button>
        {areRules && <Button onPress={() => showSetting('rules', null)}>{texts.toRules}</Button>}
      </div>
    </EmptyState>
  );
}

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

const without = (day: AgendaDay, folded: ReadonlySet<Occurrence>): AgendaDay => ({
  ...day,
  occurrences: day.occurrences.filter((one) => !folded.has(one)),
});

/** From today on; later days are loaded as one scrolls. */
function LaterDays() {
  const list = useRef<HTMLDivElement>(null);
  const today = useToday();
  const [isUnfolded, unfold] = useState(false);
  const wished = useApp((state) => state.shownDate);
  const { days: loaded, isLoading, isEnd, shownDate, loadMore } = useListedDays('future', wished);
  const days = useAnsweredDays(loaded, DAY_LIST_ID);
  const ended = useEndedToday(days, today, list);
  const isFolding = ended.length > 0;
  const unfolded = useMemo(() => {
    const folded = new Set(isUnfolded ? [] : ended);
    return folded.size === 0 ? days : days.map((day) => (day.date === today ? without(day, folded) : day));
  }, [days, ended, isUnfolded, today]);
  const rows = useRenderedRows({
    days: unfolded,
    direction: 'future',
    list,
    shownDate,
    onEnd: isLoading || isEnd ? null : loadMore,
  });
  return (
    <>
      <div ref={list}>
        <DayList
          id={DAY_LIST_ID}
          label={texts.meetings}
          rows={rows}
          fold={isFolding ? { ended, isOpen: isUnfolded, onToggle: () => unfold(!isUnfolded) } : null}
        />
      </div>
      {isLoading && <LoadingRows label={texts.loadingLater} />}
      {!isLoading && !isEnd && rows.isWhole && (
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
  const isHidden = useApp((state) => allOccurrencesOf(state).length > 0);
  const wasEmpty = useRef(false);
  // What was hidden is shown again: earlier days come back too, above now.
  useEffect(() => {
    if (wasEmpty.current && !isEmpty) scrollListToNow();
    wasEmpty.current = isEmpty && !isLoading;
  }, [isEmpty, isLoading]);
  if (isLoading) return <LoadingRows label={texts.loading} />;
  if (!isEmpty) return <LaterDays />;
  return isHidden ? <AllHidden /> : <NoMeetings />;
}
