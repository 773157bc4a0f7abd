import { useEffect, useRef } from 'react';
import { useAppStore } from '../kit/AppContext.tsx';
import { DstNotice } from './DstNotice.tsx';
import { EarlierDays } from './EarlierDays.tsx';
import { Meetings } from './Meetings.tsx';
import { NextMeeting } from './hero/NextMeeting.tsx';
import { NOW_ID, scrollListToNow } from './toNow.ts';
import { UnconfirmedNotice } from './UnconfirmedNotice.tsx';
import { useKeptPlace } from './useKeptPlace.ts';
import { WhatHappened } from './WhatHappened.tsx';

/** The agenda as a list. It opens at now: earlier days are above the next meeting, today and later ones below it. */
export function AgendaList() {
  const scroller = useRef<HTMLDivElement>(null);
  useKeptPlace(scroller);
  const store = useAppStore();
  useEffect(
    () =>
      store.subscribe((state, before) => {
        if (state.dateRequest !== before.dateRequest && state.shownDate === null) scrollListToNow();
      }),
    [store],
  );
  return (
    <div ref={scroller} className="scroll" id="agenda-scroll">
      <EarlierDays />
      <div id={NOW_ID} className="agenda-now">
        <NextMeeting />
        <WhatHappened />
        <DstNotice />
        <UnconfirmedNotice />
      </div>
      <Meetings />
    </div>
  );
}
