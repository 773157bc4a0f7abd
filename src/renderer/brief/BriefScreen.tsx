import { ArrowLeft, NotebookPen, Video } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { hasEnded, isRunning, startOf } from '#core/agenda/agenda.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { Brief } from '#core/brief/brief.ts';
import { briefText } from '#core/brief/briefText.ts';
import { shortDay, timeRange } from '#core/format/formatTime.ts';
import { shortServiceName } from '#core/format/shortServiceName.ts';
import { timesElsewhere } from '#core/format/timesElsewhere.ts';
import { countdown, timeUntil } from '#core/format/timeUntil.ts';
import type { OccurrenceKey } from '#core/keys.ts';
import { HOUR, MINUTE } from '#base';
import { focusMeeting } from '../agenda/focusRow.ts';
import { joinWords } from '../agenda/describe.ts';
import { useMeeting } from '../agenda/useMeeting.ts';
import { useApp, useAppStore, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { CopyButton } from '../kit/widgets/CopyButton.tsx';
import { useHue } from '../kit/useHue.ts';
import { BriefAside } from './BriefAside.tsx';
import { BriefAgenda, BriefDecisions, BriefItems } from './BriefLines.tsx';
import { useBrief } from './useBrief.ts';
import { texts } from './texts.ts';

/** From then on before the start, `Join` is the main action. */
const NEAR_MS = 15 * MINUTE;

/** Counts down to the start in the last hour; else how long it is until then, `now` or `over`. */
function BriefClock({ occurrence }: { readonly occurrence: Occurrence }) {
  const { zone } = useTimeFormat();
  const words = useNow((now) => {
    const start = startOf(occurrence, zone);
    if (isRunning(occurrence, now, zone)) return texts.now;
    if (hasEnded(occurrence, now, zone)) return texts.over;
    return start - now < HOUR ? countdown(start - now) : texts.inTime(timeUntil(start, now));
  });
  return <span className="brief-clock">{words}</span>;
}

function Head({ occurrence }: { readonly occurrence: Occurrence }) {
  const format = useTimeFormat();
  const settings = useApp((state) => state.settings);
  const visit = useApp((state) => state.visits.get(occurrence.key) ?? null);
  const { join, openNote } = useMeeting();
  const hue = useHue(occurrence);
  const isNear = useNow((now) => startOf(occurrence, format.zone) - now <= NEAR_MS);
  const isOver = useNow((now) => hasEnded(occurrence, now, format.zone));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const [room] = occurrence.joinLinks;
  const when = [
    `${shortDay(startOf(occurrence, format.zone), format)}, ${timeRange(occurrence, format)}`,
    ...(settings === null ? [] : timesElsewhere(occurrence, format, settings)),
  ];
  const isFilled = isNear && !isOver && visit?.kind !== 'joined';
  return (
    <header className="brief-head">
      <div className="brief-head-words">
        <p className="quiet brief-when">
          <span className={`hue-mark c-${hue}`} aria-hidden />
          <span>{when.join(' · ')}</span>
        </p>
        <h1 ref={heading} tabIndex={-1} className="brief-title" dir="auto">
          {occurrence.title}
        </h1>
      </div>
      <div className="brief-actions">
        <BriefClock occurrence={occurrence} />
        {room !== undefined && !isOver && (
          <Button size="large" look={isFilled ? 'primary' : 'plain'} onPress={() => join(occurrence)}>
            <Video aria-hidden size={16} />
            {joinWords(visit, shortServiceName(room.serviceName))}
            <kbd aria-hidden>J</kbd>
          </Button>
        )}
        <Button size="large" onPress={() => openNote(occurrence)}>
          <NotebookPen aria-hidden size={16} />
          {texts.note}
        </Button>
      </div>
    </header>
  );
}

/** Before the first meeting: what the calendar knows of it. */
function FirstTime({ occurrence }: { readonly occurrence: Occurrence }) {
  const [room] = occurrence.joinLinks;
  const facts = [
    ...(occurrence.rhythm === null ? [] : [texts.meets(occurrence.rhythm)]),
    ...(occurrence.communityName === null ? [] : [texts.runBy(occurrence.communityName)]),
    room !== undefined
      ? texts.room(room.serviceName)
      : occurrence.location === ''
        ? texts.noRoom
        : texts.place(occurrence.location),
  ];
  return (
    <section className="brief-part" aria-label={texts.first}>
      <header className="brief-part-head">
        <h2>{texts.first}</h2>
      </header>
      <p className="quiet">{texts.firstHint}</p>
      <ul className="brief-facts">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </section>
  );
}

function Parts({ brief }: { readonly brief: Brief }) {
  const { occurrence, yours, waiting, decided, agenda, lastTime, lastNote, changes } = brief;
  const isFirst = lastTime === null && lastNote === null;
  const isEmpty = yours.length + waiting.length + decided.length + changes.length === 0 && agenda === null;
  return (
    <div className="brief-columns">
      <div className="brief-main">
        {isFirst && <FirstTime occurrence={occurrence} />}
        {yours.length > 0 && <BriefItems title={texts.yours} note={texts.open(yours.length)} items={yours} />}
        <BriefDecisions decided={decided} />
        {waiting.length > 0 && (
          <BriefItems title={texts.waiting} note={String(waiting.length)} items={waiting} />
        )}
        {agenda !== null && <BriefAgenda agenda={agenda} />}
        {isEmpty && !isFirst && <p className="quiet">{texts.nothingNew}</p>}
      </div>
      <BriefAside brief={brief} />
    </div>
  );
}

/** What to know before a meeting, in place of the agenda. */
export function BriefScreen({ meeting }: { readonly meeting: OccurrenceKey }) {
  const store = useAppStore();
  const format = useTimeFormat();
  const close = useApp((state) => state.briefShown);
  const brief = useBrief(meeting);
  useEffect(
    () => () => {
      // The agenda renders before the next frame.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) focusMeeting(store.getState().selectedKey ?? meeting);
      });
    },
    [store, meeting],
  );
  return (
    <div className="brief">
      <nav className="brief-bar" aria-label={texts.where}>
        <Button look="quiet" size="small" aria-label={texts.back} onPress={() => close(null)}>
          <ArrowLeft aria-hidden size={16} />
          {texts.agenda}
        </Button>
        <span aria-hidden>/</span>
        <span className="brief-bar-title">{texts.brief}</span>
        <span className="brief-origin">{texts.origin}</span>
        {brief !== null && <CopyButton label={texts.copy} text={briefText(brief, format)} />}
      </nav>
      {brief === null ? (
        <output className="series-loading" aria-label={texts.loading} />
      ) : (
        <div className="scroll brief-scroll">
          <Head occurrence={brief.occurrence} />
          <Parts brief={brief} />
        </div>
      )}
    </div>
  );
}
