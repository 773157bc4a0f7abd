import { CalendarCheck, MapPin, NotebookPen, Video } from 'lucide-react';
import { useMemo } from 'react';
import { dateOf, hasEnded, startOf } from '#core/agenda/agenda.ts';
import type { HeroMeetings } from '#core/agenda/heroMeetings.ts';
import { openRooms, shortRoomName } from '#core/agenda/openRooms.ts';
import { shortDay, timeRange } from '#core/format/formatTime.ts';
import { shortServiceName } from '#core/format/shortServiceName.ts';
import { timesElsewhere } from '#core/format/timesElsewhere.ts';
import { timeUntil } from '#core/format/timeUntil.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { MINUTE } from '#base';
import { useApp, useNow, useTimeFormat, useToday } from '../../kit/AppContext.tsx';
import { useIsWide } from '../../kit/useMedia.ts';
import { occurrenceOf, occurrencesOf } from '../../store/agendaSlice.ts';
import { Button } from '../../kit/widgets/Button.tsx';
import { clashesOf } from '../clashes.ts';
import { joinWords, progress } from '../describe.ts';
import { useMeeting } from '../useMeeting.ts';
import { HeroClock } from './HeroClock.tsx';
import { HeroFoot } from './HeroFoot.tsx';
import { useHero } from './useHero.ts';
import { useNear } from './useNear.ts';
import { texts } from '../texts.ts';

/** A line that fills during the last hour before the start, and again during the meeting. */
function ProgressLine({ occurrence }: { readonly occurrence: Occurrence }) {
  const { zone } = useTimeFormat();
  // In thousandths: finer steps are invisible, and each step renders again.
  const thousandths = useNow((now) => Math.round(progress(occurrence, now, zone) * 1000));
  return (
    <div className="hero-line" aria-hidden>
      <div className="hero-line-fill" style={{ transform: `scaleX(${thousandths / 1000})` }} />
    </div>
  );
}

function Title({ occurrence }: { readonly occurrence: Occurrence }) {
  const select = useApp((state) => state.occurrenceSelected);
  return (
    <h2 className="hero-title">
      <button type="button" className="hero-title-button" onClick={() => select(occurrence.key)}>
        {occurrence.title}
      </button>
    </h2>
  );
}

/** `17:00–18:00 · 08:00 in Los Angeles`; with its day and how long it is until then, if that is not today. */
function When({ occurrence }: { readonly occurrence: Occurrence }) {
  const format = useTimeFormat();
  const settings = useApp((state) => state.settings);
  const start = startOf(occurrence, format.zone);
  const isToday = useToday() === dateOf(start, format.zone);
  const left = useNow((now) => (start > now ? timeUntil(start, now) : ''));
  const elsewhere = settings === null ? [] : timesElsewhere(occurrence, format, settings);
  return (
    <p className="hero-when">
      {!isToday && `${shortDay(start, format)}, `}
      <strong>{timeRange(occurrence, format)}</strong>
      {elsewhere.map((time) => ` · ${time}`)}
      {!isToday && left !== '' && ` · ${texts.inTime(left)}`}
    </p>
  );
}

/** Only one button of the window is filled. In a narrow window the details cover the hero, and the button is theirs. */
function useIsFilled(occurrence: Occurrence): boolean {
  const isNear = useNear(occurrence);
  const isWide = useIsWide();
  const isCovered = useApp((state) => occurrenceOf(state.selectedKey)(state) !== null) && !isWide;
  return isNear && !isCovered;
}

function Actions({ occurrence }: { readonly occurrence: Occurrence }) {
  const { join, openNote } = useMeeting();
  const visit = useApp((state) => state.visits.get(occurrence.key) ?? null);
  const isFilled = useIsFilled(occurrence);
  const isJoined = visit?.kind === 'joined';
  const rooms = openRooms(occurrence);
  const [link] = occurrence.joinLinks;
  const choices = rooms.length > 0 ? rooms.slice(0, 2) : link === undefined ? [] : [link];
  return (
    <div className="hero-actions">
      {choices.map((room, index) => {
        const name = rooms.length > 0 ? shortRoomName(room, rooms) : shortServiceName(room.serviceName);
        return (
          <Button
            key={room.url}
            size="large"
            look={isFilled && !isJoined && index === 0 ? 'primary' : 'plain'}
            onPress={() => join(occurrence, rooms.length > 0 ? room.url : undefined)}
          >
            <Video aria-hidden size={16} />
            <span className="hero-join-words">{joinWords(visit, name)}</span>
            {!isJoined && index === 0 && <kbd aria-hidden>J</kbd>}
          </Button>
        );
      })}
      {choices.length === 0 && occurrence.location !== '' && (
        <p className="hero-place">
          <MapPin aria-hidden size={14} />
          <span>{occurrence.location}</span>
        </p>
      )}
      <Button
        size="large"
        look={isFilled && isJoined ? 'primary' : 'plain'}
        aria-label={isJoined ? texts.openNote : texts.notes}
        onPress={() => openNote(occurrence)}
      >
        <NotebookPen aria-hidden size={16} />
        <span className="hero-note-words">{isJoined ? texts.openNote : texts.notes}</span>
      </Button>
    </div>
  );
}

/** Meetings that start together: each with its own button. J asks which one, and the digit answers. */
function Together({ shown }: { readonly shown: readonly Occurrence[] }) {
  const format = useTimeFormat();
  const { join } = useMeeting();
  const visits = useApp((state) => state.visits);
  const [first] = shown;
  const isFilled = useNow((now) => first !== undefined && startOf(first, format.zone) - now <= 15 * MINUTE);
  return (
    <ul className="hero-together">
      {shown.slice(0, 2).map((occurrence, index) => {
        const [link] = occurrence.joinLinks;
        const visit = visits.get(occurrence.key) ?? null;
        return (
          <li key={occurrence.key}>
            <Title occurrence={occurrence} />
            {link !== undefined && (
              <Button
                look={isFilled && index === 0 ? 'primary' : 'plain'}
                aria-label={texts.joinOn(occurrence.title, link.serviceName)}
                onPress={() => join(occurrence)}
              >
                <Video aria-hidden size={16} />
                {joinWords(visit, shortServiceName(link.serviceName))}
                <kbd aria-hidden>{texts.hero.keysOf(index + 1)}</kbd>
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Meeting({ hero }: { readonly hero: HeroMeetings }) {
  const { zone } = useTimeFormat();
  const occurrences = useApp(occurrencesOf);
  const minute = useNow((now) => now - (now % MINUTE));
  const { shown, isOverTime } = hero;
  const [main] = shown;
  const clashes = useMemo(() => clashesOf(occurrences, zone), [occurrences, zone]);
  if (main === undefined) return null;
  const also = isOverTime
    ? []
    : (clashes.get(main.key) ?? []).filter(
        (other) => !hasEnded(other, minute, zone) && !shown.includes(other),
      );
  return (
    <>
      <div className="hero-main">
        <HeroClock occurrence={main} count={shown.length} isOverTime={isOverTime} />
        {shown.length > 1 ? (
          <Together shown={shown} />
        ) : (
          <>
            <div className="hero-body">
              <Title occurrence={main} />
              <When occurrence={main} />
            </div>
            <Actions occurrence={main} />
          </>
        )}
      </div>
      <HeroFoot hero={hero} also={also} />
      <ProgressLine occurrence={main} />
    </>
  );
}

/** The running or next meeting, with its countdown. It has one height in all its states. */
export function NextMeeting() {
  const occurrences = useApp(occurrencesOf);
  const isLoading = useApp((state) => state.agenda === null);
  const hero = useHero();
  if (isLoading) return <section className="hero hero-loading" aria-label={texts.nextMeeting} aria-busy />;
  // An empty agenda shows its own message.
  if (occurrences.length === 0) return null;
  return (
    <section className="hero" aria-label={texts.nextMeeting}>
      {hero.shown.length > 0 ? (
        <Meeting hero={hero} />
      ) : (
        <div className="hero-free">
          <CalendarCheck aria-hidden size={20} />
          <p>{texts.nothingNext}</p>
        </div>
      )}
    </section>
  );
}
