import { CalendarDays, SearchX } from 'lucide-react';
import { useMemo, useState } from 'react';
import { agendaDays, dateOf } from '#core/agenda/agenda.ts';
import { cityOf, clockTime, shortDay, timeIn } from '#core/format/formatTime.ts';
import { MINUTE } from '#base';
import { useApp, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { ScreenHead } from '../kit/ScreenHead.tsx';
import { occurrenceOf, occurrencesOf } from '../store/agendaSlice.ts';
import { answeredRowOf } from '../store/answersSlice.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { EmptyState } from '../kit/widgets/EmptyState.tsx';
import { SearchBox } from '../kit/widgets/SearchBox.tsx';
import { useFocusBack } from '../kit/useFocusBack.ts';
import { useIsWide } from '../kit/useMedia.ts';
import { DstNotice } from './DstNotice.tsx';
import { DayList } from './DayList.tsx';
import { matchesQuery } from './describe.ts';
import { Details } from './Details.tsx';
import { NextMeeting } from './hero/NextMeeting.tsx';
import { GridView } from './grid/GridView.tsx';
import { ViewSwitch } from './ViewSwitch.tsx';
import { UnconfirmedNotice } from './UnconfirmedNotice.tsx';
import { ROWS_AT_ONCE, shownDays } from './shownDays.ts';
import { WhatHappened } from './WhatHappened.tsx';
import { texts } from './texts.ts';
import './agenda.css';

function LoadingRows() {
  return (
    <output className="loading-rows" aria-label={texts.loading}>
      <span className="loading-row" />
      <span className="loading-row" />
      <span className="loading-row" />
      <span className="loading-row" />
    </output>
  );
}

function Meetings({ query }: { readonly query: string }) {
  const { zone } = useTimeFormat();
  const [rows, setRows] = useState(ROWS_AT_ONCE);
  const occurrences = useApp(occurrencesOf);
  const isLoading = useApp((state) => state.agenda === null);
  const goTo = useApp((state) => state.screenShown);
  const minute = useNow((now) => now - (now % MINUTE));
  const days = useMemo(
    () =>
      agendaDays(
        occurrences.filter((one) => matchesQuery(one, query)),
        minute,
        zone,
      ),
    [occurrences, query, minute, zone],
  );
  if (isLoading) return <LoadingRows />;
  if (occurrences.length === 0)
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
  if (query !== '' && days.every((day) => day.occurrences.length === 0))
    return <EmptyState icon={SearchX} title={texts.noMatch(query)} />;
  const today = dateOf(minute, zone);
  const found = query === '' ? days : days.filter((day) => day.occurrences.length > 0);
  const shown = shownDays(found, rows, query === '' && rows === ROWS_AT_ONCE ? today : null);
  return (
    <>
      <DayList days={shown} />
      {shown.every((day) => day.occurrences.length === 0) && <p className="hint">{texts.nothingSoon}</p>}
      {shown.length < found.length && (
        <div className="more">
          <Button look="quiet" onPress={() => setRows(rows + ROWS_AT_ONCE)}>
            {texts.showLater}
          </Button>
        </div>
      )}
    </>
  );
}

const NO_ZONES: readonly string[] = [];

/** Date, time and city of the viewer's zone, and the time in the other zones that the user chose. */
function Where() {
  const format = useTimeFormat();
  const others = useApp((state) => state.settings?.otherZones ?? NO_ZONES);
  const words = useNow((now) =>
    [
      shortDay(now, format),
      texts.timeInCity(clockTime(now, format), cityOf(format.zone)),
      ...others.filter((zone) => zone !== format.zone).map((zone) => timeIn(now, zone, format)),
    ].join(' · '),
  );
  return <>{words}</>;
}

/** The next meeting, and the agenda as a list below it. */
function ListView() {
  const [query, setQuery] = useState('');
  const isReady = useApp((state) => state.agenda !== null);
  return (
    <>
      <ScreenHead title={texts.agenda} note={isReady ? <Where /> : null}>
        <ViewSwitch />
        <SearchBox label={texts.search} value={query} onChange={setQuery} />
      </ScreenHead>
      <div className="scroll" id="agenda-scroll">
        <NextMeeting />
        <WhatHappened />
        <DstNotice />
        <UnconfirmedNotice />
        <Meetings query={query.trim()} />
      </div>
    </>
  );
}

/** The home screen: the agenda as a list, a day or a week, and the details of the chosen meeting. */
export function AgendaScreen() {
  const view = useApp((state) => state.agendaView);
  const isWide = useIsWide();
  const selectedKey = useApp((state) => state.selectedKey);
  const selected = useApp(
    (state) => occurrenceOf(selectedKey)(state) ?? answeredRowOf(selectedKey)(state)?.occurrence ?? null,
  );
  const select = useApp((state) => state.occurrenceSelected);
  const close = (): void => select(null);
  useFocusBack(selected?.key ?? null);
  return (
    <div className="agenda">
      <div className="agenda-main">
        {view === 'list' ? <ListView /> : <GridView key={view} form={view} />}
      </div>
      {selected && isWide && (
        <aside className="details-pane" aria-label={texts.detailsOf(selected.title)}>
          <Details occurrence={selected} onClose={close} />
        </aside>
      )}
      {!isWide && (
        <Dialog
          title={texts.detailsOf(selected?.title ?? texts.theMeeting)}
          isTitleHidden
          place="side"
          isOpen={selected !== null}
          onClose={close}
        >
          {selected && <Details occurrence={selected} onClose={close} />}
        </Dialog>
      )}
    </div>
  );
}
