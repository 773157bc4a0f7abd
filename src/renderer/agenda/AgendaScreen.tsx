import { useDeferredValue, useEffect, useState } from 'react';
import { cityOf, clockTime, shortDay, timeIn } from '#core/format/formatTime.ts';
import { useApp, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { ScreenHead } from '../kit/ScreenHead.tsx';
import { occurrenceOf } from '../store/agendaSlice.ts';
import { answeredRowOf } from '../store/answersSlice.ts';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { SearchBox } from '../kit/widgets/SearchBox.tsx';
import { useIsWide } from '../kit/useMedia.ts';
import { keyOfRow } from '#core/agenda/listedDays.ts';
import { firstFoundRow, focusAfterDetails } from './focusRow.ts';
import { FoundMeetings } from './FoundMeetings.tsx';
import { AgendaList } from './AgendaList.tsx';
import { laterDetails } from './laterDetails.ts';
import { GridView } from './grid/GridView.tsx';
import { ViewSwitch } from './ViewSwitch.tsx';
import { texts } from './texts.ts';

const Details = laterDetails.Component;
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
  // A jump to a day ends the search, whose results would cover the day.
  const dateRequest = useApp((state) => state.dateRequest);
  const [lastRequest, setLastRequest] = useState(dateRequest);
  if (lastRequest !== dateRequest) {
    setLastRequest(dateRequest);
    setQuery('');
  }
  const isReady = useApp((state) => state.agenda !== null);
  const isOld = useApp((state) => state.isAgendaOld);
  const select = useApp((state) => state.occurrenceSelected);
  const searched = query.trim();
  const openFirst = (): void => {
    const key = firstFoundRow()?.getAttribute('data-key') ?? null;
    if (searched !== '' && key !== null) select(keyOfRow(key));
  };
  return (
    <>
      <ScreenHead title={texts.agenda} note={isOld ? texts.checking : isReady ? <Where /> : null}>
        <ViewSwitch />
        <SearchBox
          label={texts.search}
          value={query}
          onChange={setQuery}
          firstResult={firstFoundRow}
          onOpenFirst={openFirst}
        />
      </ScreenHead>
      {searched === '' ? (
        <AgendaList />
      ) : (
        <div className="scroll" id="agenda-scroll">
          <FoundMeetings query={searched} />
        </div>
      )}
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
  // First the list becomes narrower, then the details are rendered: together they would take too long for a frame.
  const detailed = useDeferredValue(selected);
  const shownKey = selected?.key ?? null;
  useEffect(() => {
    if (shownKey === null) return undefined;
    const before = document.activeElement;
    return () => {
      if (document.activeElement === document.body) focusAfterDetails(shownKey, before);
    };
  }, [shownKey]);
  return (
    <div className="agenda">
      <div className="agenda-main">
        {view === 'list' ? <ListView /> : <GridView key={view} form={view} />}
      </div>
      {selected && isWide && detailed === null && <div className="details-pane" />}
      {selected && isWide && detailed !== null && (
        <aside className="details-pane" aria-label={texts.detailsOf(detailed.title)}>
          <Details occurrence={detailed} onClose={close} />
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
