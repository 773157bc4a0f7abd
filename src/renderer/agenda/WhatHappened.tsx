import { seriesKey, seriesKeyOf } from '#core/keys.ts';
import { ArrowRight, X } from 'lucide-react';
import { changeId, type SeriesChange } from '#core/feeds/seriesChange.ts';
import { shortDay } from '#core/format/formatTime.ts';
import { DAY } from '#base';
import { useApp, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { changeWords } from './changeWords.ts';
import { useDismissNews } from './useDismissNews.ts';
import { MissedLine } from './Missed.tsx';
import { texts } from './texts.ts';

/** More lines would push the agenda down: only the latest are shown. */
const MOST_LINES = 4;
/** As long as missed meetings. */
const NEWS_MS = 4 * DAY;
const TITLE_ID = 'what-happened';

function ChangeLine({ change }: { readonly change: SeriesChange }) {
  const dismiss = useDismissNews();
  const format = useTimeFormat();
  const select = useApp((state) => state.occurrenceSelected);
  const key = useApp(
    (state) =>
      state.agenda?.occurrences.find(({ sources }) =>
        sources.some((source) => seriesKeyOf(source.key) === seriesKey(change)),
      )?.key ?? null,
  );
  return (
    <li className="missed-line">
      <ArrowRight aria-hidden size={16} className="missed-icon" />
      <time className="missed-time">{shortDay(change.at, format)}</time>
      <span className="missed-text">
        {key === null ? (
          change.title
        ) : (
          <button type="button" className="missed-title" onClick={() => select(key)}>
            {change.title}
          </button>
        )}{' '}
        <span className="quiet">{changeWords(change, format)}</span>
      </span>
      <span className="missed-links">
        <Button
          look="quiet"
          size="icon"
          aria-label={texts.dismissChange(change.title)}
          onPress={() => dismiss({ missed: [], changes: [change] })}
        >
          <X aria-hidden size={14} />
        </Button>
      </span>
    </li>
  );
}

/** Missed meetings and recent changes of calendars: one line each, until dismissed. */
export function WhatHappened() {
  const dismiss = useDismissNews();
  const missed = useApp((state) => state.missed);
  const changes = useApp((state) => state.changes);
  const showPast = useApp((state) => state.pastShown);
  const today = useNow((now) => Math.floor(now / DAY) * DAY);
  const news = changes.filter(({ at, isPutAway }) => !isPutAway && at > today - NEWS_MS);
  const lines = [
    ...missed.map((meeting) => ({
      at: meeting.start,
      line: <MissedLine key={meeting.key} meeting={meeting} />,
    })),
    ...news.map((change) => ({
      at: change.at,
      line: <ChangeLine key={changeId(change)} change={change} />,
    })),
  ].toSorted((one, other) => one.at - other.at);
  if (lines.length === 0) return null;
  const others = lines.length - MOST_LINES;
  return (
    <section className="missed" aria-labelledby={TITLE_ID}>
      <header className="missed-head">
        <h2 id={TITLE_ID}>{texts.whatHappened}</h2>
        <span className="quiet">{others > 0 && texts.andEarlier(others)}</span>
        <button type="button" className="text-button" onClick={() => showPast(true)}>
          {texts.pastMeetings}
        </button>
        {lines.length > 1 && (
          <button type="button" className="text-button" onClick={() => dismiss({ missed, changes: news })}>
            {texts.dismissAll}
          </button>
        )}
      </header>
      <ul>{lines.slice(-MOST_LINES).map(({ line }) => line)}</ul>
    </section>
  );
}
