import { ArrowLeft, Bell, NotebookPen, NotebookText, Video } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { isRunning, startOf } from '#core/agenda/agenda.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { timeRange } from '#core/format/formatTime.ts';
import { timesElsewhere } from '#core/format/timesElsewhere.ts';
import { timeUntil } from '#core/format/timeUntil.ts';
import type { SeriesName } from '#core/keys.ts';
import type { SeriesPage } from '#core/series/seriesPage.ts';
import { DAY, MINUTE } from '#base';
import { SERIES_BUTTON_ID } from '../agenda/details/Head.tsx';
import { focusMeeting } from '../agenda/focusRow.ts';
import { useMeeting } from '../agenda/useMeeting.ts';
import { changesOf, WhatChanged } from '../agenda/WhatChanged.tsx';
import { useApp, useAppStore, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { EarlierDates } from './EarlierDates.tsx';
import { NextDates } from './NextDates.tsx';
import { Decisions, OpenItems } from './SeriesNotes.tsx';
import { SeriesLinks } from './SeriesLinks.tsx';
import { SeriesPart } from './SeriesPart.tsx';
import { useOpenDate } from './useOpenDate.ts';
import { useSeriesPage } from './useSeriesPage.ts';
import { texts } from './texts.ts';

/** From then on before the start, `Join` is the main action. */
const NEAR_MS = 15 * MINUTE;

function Rhythm({ sample }: { readonly sample: Occurrence }) {
  const format = useTimeFormat();
  const settings = useApp((state) => state.settings);
  const parts = [
    sample.rhythm,
    timeRange(sample, format),
    ...(settings === null ? [] : timesElsewhere(sample, format, settings)),
    sample.joinLinks[0]?.serviceName ?? null,
  ];
  return <p className="quiet">{parts.filter((part) => part !== null).join(' · ')}</p>;
}

function JoinNext({ next, service }: { readonly next: Occurrence; readonly service: string }) {
  const { zone } = useTimeFormat();
  const { join } = useMeeting();
  const isNear = useNow((now) => startOf(next, zone) - now <= NEAR_MS);
  const words = useNow((now) => {
    const start = startOf(next, zone);
    if (isRunning(next, now, zone)) return texts.joinNow(service);
    return start - now < DAY ? texts.joinIn(service, timeUntil(start, now)) : texts.join(service);
  });
  return (
    <Button look={isNear ? 'primary' : 'plain'} onPress={() => join(next)}>
      <Video aria-hidden size={16} />
      {words}
    </Button>
  );
}

function Actions({ page }: { readonly page: SeriesPage }) {
  const { openNote } = useMeeting();
  const open = useOpenDate();
  const showBrief = useApp((state) => state.briefShown);
  const changeReminders = useApp((state) => state.remindersChanged);
  const next = page.next.find(({ status, skipped }) => status !== 'cancelled' && skipped === null);
  if (next === undefined) return null;
  const [room] = next.joinLinks;
  return (
    <div className="series-actions">
      {room !== undefined && <JoinNext next={next} service={room.serviceName} />}
      <Button onPress={() => openNote(next)}>
        <NotebookPen aria-hidden size={16} />
        {texts.newNote}
      </Button>
      <Button onPress={() => showBrief(next.key)}>
        <NotebookText aria-hidden size={16} />
        {texts.brief}
      </Button>
      <Button
        onPress={() => {
          open(next.key);
          changeReminders(next.key);
        }}
      >
        <Bell aria-hidden size={16} />
        {texts.reminders}
      </Button>
      <Button onPress={() => open(next.key)}>{texts.details}</Button>
    </div>
  );
}

function Changes({ sample }: { readonly sample: Occurrence }) {
  const all = useApp((state) => state.changes);
  const changes = changesOf(all, sample);
  if (changes.length === 0) return null;
  return (
    <SeriesPart title={texts.changes}>
      <WhatChanged changes={changes} />
    </SeriesPart>
  );
}

function Page({ page }: { readonly page: SeriesPage }) {
  const { sample } = page;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="scroll series-scroll">
      <header className="series-head">
        <div className="series-head-words">
          <h1 ref={heading} tabIndex={-1} className="series-title" dir="auto">
            {page.title}
          </h1>
          {sample !== null && <Rhythm sample={sample} />}
        </div>
        <Actions page={page} />
      </header>
      <div className="series-columns">
        <div className="series-main">
          <NextDates page={page} />
          <EarlierDates page={page} />
          {sample !== null && <Changes sample={sample} />}
        </div>
        <div className="series-side">
          <OpenItems page={page} />
          <Decisions page={page} />
          {sample !== null && <SeriesLinks sample={sample} />}
        </div>
      </div>
    </div>
  );
}

/** Everything about one series, in place of the agenda. */
export function SeriesScreen({ series }: { readonly series: SeriesName }) {
  const store = useAppStore();
  const close = useApp((state) => state.seriesShown);
  useEffect(
    () => () => {
      // The agenda renders before the next frame.
      requestAnimationFrame(() => {
        const opener = document.getElementById(SERIES_BUTTON_ID);
        if (opener !== null) opener.focus();
        else if (document.activeElement === document.body) focusMeeting(store.getState().selectedKey ?? '');
      });
    },
    [store],
  );
  const page = useSeriesPage(series);
  return (
    <div className="series">
      <nav className="series-bar" aria-label={texts.where}>
        <Button look="quiet" size="small" aria-label={texts.back} onPress={() => close(null)}>
          <ArrowLeft aria-hidden size={16} />
          {texts.agenda}
        </Button>
        {page !== null && (
          <>
            <span aria-hidden>/</span>
            <span className="series-bar-title" dir="auto">
              {page.title}
            </span>
          </>
        )}
      </nav>
      {page === null ? (
        <output className="series-loading" aria-label={texts.loading} />
      ) : (
        <Page page={page} />
      )}
    </div>
  );
}
