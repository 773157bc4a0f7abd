import { ChevronRight, NotebookPen, Video } from 'lucide-react';
import { dateOf, startOf } from '#core/agenda/agenda.ts';
import { shortDay, timeRange } from '#core/format/formatTime.ts';
import { shortServiceName } from '#core/format/shortServiceName.ts';
import { duration } from '#core/format/timeUntil.ts';
import { timesElsewhere } from '#core/format/timesElsewhere.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { DAY } from '#base';
import { useApp, useNow, useTimeFormat, useToday } from '../../kit/AppContext.tsx';
import { Button } from '../../kit/widgets/Button.tsx';
import { useIsWide } from '../../kit/useMedia.ts';
import { capital, joinWords, stateWords } from '../describe.ts';
import { useNear } from '../hero/useNear.ts';
import { useMeeting } from '../useMeeting.ts';
import { texts } from '../texts.ts';

/** `Today 18:00–19:00 · 1 h · in 1 h 8 min`, and below it the times elsewhere and the rhythm. */
export function When({
  occurrence,
  isRemoved,
}: {
  readonly occurrence: Occurrence;
  readonly isRemoved: boolean;
}) {
  const format = useTimeFormat();
  const settings = useApp((state) => state.settings);
  const start = startOf(occurrence, format.zone);
  const isToday = useToday() === dateOf(start, format.zone);
  const state = useNow((now) => stateWords(occurrence, now, format.zone));
  const elsewhere = settings === null ? [] : timesElsewhere(occurrence, format, settings);
  const { time, rhythm } = occurrence;
  const length =
    time.kind === 'timed' && time.end > time.start && time.end - time.start < DAY
      ? duration(time.end - time.start)
      : null;
  const below = [
    ...elsewhere,
    ...(rhythm === null ? [] : [elsewhere.length === 0 ? capital(rhythm) : rhythm]),
  ];
  return (
    <div className="details-when" data-removed={isRemoved || undefined}>
      <p>
        <span className="details-time">
          {isToday ? capital(texts.today) : shortDay(start, format)}{' '}
          <strong>{timeRange(occurrence, format)}</strong>
        </span>
        {length !== null && <span className="details-second"> · {length}</span>}
        {state !== '' && !isRemoved && <span className="details-second"> · {state}</span>}
      </p>
      {below.length > 0 && <p className="quiet">{below.join(' · ')}</p>}
    </div>
  );
}

/** The button of the details that shows the page of their series. */
export const SERIES_BUTTON_ID = 'show-series';

/** Join and note. Only the hero has a filled button; in a narrow window, where the details cover it, they have it. */
export function Actions({ occurrence }: { readonly occurrence: Occurrence }) {
  const { join, openNote } = useMeeting();
  const visit = useApp((state) => state.visits.get(occurrence.key) ?? null);
  const showBrief = useApp((state) => state.briefShown);
  const showSeries = useApp((state) => state.seriesShown);
  const isWide = useIsWide();
  const isFilled = useNear(occurrence) && !isWide;
  const isJoined = visit?.kind === 'joined';
  const [best] = occurrence.joinLinks;
  return (
    <div className="details-actions">
      {best && (
        <Button look={isFilled && !isJoined ? 'primary' : 'plain'} onPress={() => join(occurrence)}>
          <Video aria-hidden size={16} />
          {joinWords(visit, shortServiceName(best.serviceName))}
        </Button>
      )}
      <Button look={isFilled && isJoined ? 'primary' : 'plain'} onPress={() => openNote(occurrence)}>
        <NotebookPen aria-hidden size={16} />
        {isJoined ? texts.openNote : texts.notes}
      </Button>
      <Button look="quiet" onPress={() => showBrief(occurrence.key)}>
        {texts.brief}
      </Button>
      {occurrence.isRecurring && (
        <Button
          id={SERIES_BUTTON_ID}
          look="quiet"
          onPress={() => showSeries({ feedId: occurrence.feedId, uid: occurrence.uid })}
        >
          {texts.series}
          <ChevronRight aria-hidden size={14} />
        </Button>
      )}
    </div>
  );
}
