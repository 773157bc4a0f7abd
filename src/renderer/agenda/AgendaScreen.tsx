import { CalendarDays } from 'lucide-react';
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
import { firstFoundRow } from './focusRow.ts';
import { FoundMeetings } from './FoundMeetings.tsx';
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

function Meetings() {
  const { zone } = useTimeFormat();
  const [rows, setRows] = useState(ROWS_AT_ONCE);
  const occurrences = useApp(occurrencesOf);
  const isLoading = useApp((state) => state.agenda === null);
  const goTo = useApp((state) => state.screenShown);
  const minute = useNow((now) => now - (now % MINUTE));
  const days = useMemo(() => agendaDays(occurrences, minute, zone), [occurrences, minute, zone]);
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
  const today = dateOf(minute, zone);
  const shown = shownDays(days, rows, rows === ROWS_AT_ONCE ? today : null);
  return (
    <>
      <DayList days={shown} />
      {shown.every((day) => day.occurrences.length === 0) && <p className="hint">{texts.nothingSoon}</p>}
      {shown.length < days.length && (
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
  const select = useApp((state) => state.occurrenceSelected);
  const searched = query.trim();
  const openFirst = (): void => {
    const key = firstFoundRow()?.getAttribute('data-key') ?? null;
    if (searched !== '' && key !== null) select(key);
  };
  return (
    <>
      <ScreenHead title={texts.agenda} note={isReady ? <Where /> : null}>
        <ViewSwitch />
        <SearchBox
          label={texts.search}
          value={query}
          onChange={setQuery}
          firstResult={firstFoundRow}
          onOpenFirst={openFirst}
        />
      </ScreenHead>
      <div className="scroll" id="agenda-scroll">
        {searched === '' ? (
          <>
            <NextMeeting />
            <WhatHappened />
            <DstNotice />
            <UnconfirmedNotice />
            <Meetings />
          </>
        ) : (
          <FoundMeetings query={searched} />
        )}
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
