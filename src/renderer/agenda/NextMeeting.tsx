import { countdown, timeUntil } from '#core/format/timeUntil.ts';
import { CalendarCheck, CircleHelp, NotebookPen, Video } from 'lucide-react';
import { useMemo } from 'react';
import { hasEnded, isRunning, nextOccurrence, startOf } from '#core/agenda/agenda.ts';
import { shortDay, timeRange } from '#core/format/formatTime.ts';
import { timesElsewhere } from '#core/format/timesElsewhere.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { HOUR, MINUTE } from '#base';
import { useApp, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { occurrenceOf, occurrencesOf } from '../store/agendaSlice.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { clashesOf } from './clashes.ts';
import { CopyButton } from '../kit/widgets/CopyButton.tsx';
import {
  countdownTarget,
  joinWords,
  marksOf,
  progress,
  roomMarks,
  spokenState,
  visitMarks,
} from './describe.ts';
import { Badges } from './Badges.tsx';
import { MaybeAnswers } from './MaybeAnswers.tsx';
import { AgendaDocument } from './WeekQuestion.tsx';
import { carriesPasscode } from '#meeting-links';
import { openRooms, shortRoomName } from '#core/agenda/openRooms.ts';
import { useMeeting } from './useMeeting.ts';
import { texts } from './texts.ts';

function Countdown({ occurrence }: { readonly occurrence: Occurrence }) {
  const { zone } = useTimeFormat();
  const running = useNow((now) => isRunning(occurrence, now, zone));
  const left = useNow((now) => countdown(countdownTarget(occurrence, now, zone) - now));
  const inWords = useNow((now) => timeUntil(countdownTarget(occurrence, now, zone), now));
  const spoken = useNow((now) => spokenState(occurrence, now, zone));
  return (
    <div className="hero-count" data-running={running || undefined}>
      <p className="eyebrow" data-maybe={occurrence.isWeekUnknown || undefined}>
        {occurrence.isWeekUnknown
          ? running
            ? texts.maybeEndsIn
            : texts.maybeIn
          : running
            ? texts.endsIn
            : texts.nextIn}
      </p>
      <p className="hero-clock">
        <span role="timer" aria-label={inWords}>
          {left}
        </span>
      </p>
      <p className="visually-hidden" aria-live="polite">
        {spoken}
      </p>
    </div>
  );
}

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

/** Asks whether an unconfirmed meeting is on. */
const HeroQuestion = ({ occurrence }: { readonly occurrence: Occurrence }) => (
  <div className="hero-question">
    <CircleHelp aria-hidden size={16} />
    <span>{texts.isItOn}</span>
    <AgendaDocument occurrence={occurrence} words={texts.agendaDocument} />
    <MaybeAnswers occurrence={occurrence} />
  </div>
);

function HeroMeeting({ occurrence }: { readonly occurrence: Occurrence }) {
  const format = useTimeFormat();
  const { zone } = format;
  const { join, openNote } = useMeeting();
  const occurrences = useApp(occurrencesOf);
  const settings = useApp((state) => state.settings);
  const select = useApp((state) => state.occurrenceSelected);
  const isNear = useNow((now) => isRunning(occurrence, now, zone) || startOf(occurrence, zone) - now <= HOUR);
  // Only the button that J presses is filled. While details are open, it is theirs.
  const isFirst = useApp((state) => occurrenceOf(state.selectedKey)(state) === null);
  const elsewhere = settings === null ? [] : timesElsewhere(occurrence, format, settings);
  const link = occurrence.joinLinks[0];
  const minute = useNow((now) => now - (now % MINUTE));
  const clashes = useMemo(
    () => clashesOf(occurrences, zone).get(occurrence.key) ?? [],
    [occurrences, zone, occurrence.key],
  );
  const alsoOn = clashes.filter((other) => !hasEnded(other, minute, zone));
  const visit = useApp((state) => state.visits.get(occurrence.key) ?? null);
  const isJoined = visit?.kind === 'joined';
  const rooms = openRooms(occurrence);
  const marks = [...visitMarks(visit, format), ...marksOf(occurrence), ...roomMarks(occurrence, false)];
  return (
    <>
      <Countdown occurrence={occurrence} />
      <div className="hero-body">
        <h2 className="hero-title">
          <button type="button" className="hero-title-button" onClick={() => select(occurrence.key)}>
            {occurrence.title}
          </button>
        </h2>
        <p className="hero-when">
          <span>
            {shortDay(startOf(occurrence, zone), format)} <strong>{timeRange(occurrence, format)}</strong>
          </span>
          {elsewhere.map((time) => (
            <span key={time}>{time}</span>
          ))}
          <Badges marks={marks} />
        </p>
        {alsoOn.length > 0 && (
          <p className="hero-also">
            {texts.sameTime}{' '}
            {alsoOn.slice(0, 2).map((other) => (
              <button key={other.key} type="button" className="text-button" onClick={() => select(other.key)}>
                {other.title}
              </button>
            ))}
            {alsoOn.length > 2 && texts.andMore(alsoOn.length - 2)}
          </p>
        )}
      </div>
      <div className="hero-actions">
        {link && rooms.length === 0 && (
          <Button
            look={isFirst && isNear && !isJoined ? 'primary' : 'plain'}
            onPress={() => join(occurrence)}
          >
            <Video aria-hidden size={16} />
            {joinWords(visit, link.serviceName)}
          </Button>
        )}
        {rooms.slice(0, 2).map((room, index) => (
          <Button
            key={room.url}
            look={isFirst && isNear && !isJoined && index === 0 ? 'primary' : 'plain'}
            onPress={() => join(occurrence, room.url)}
          >
            <Video aria-hidden size={16} />
            {joinWords(visit, shortRoomName(room, rooms))}
          </Button>
        ))}
        {isNear && link && link.passcode !== null && rooms.length === 0 && (
          <CopyButton label={texts.thePasscode} text={link.passcode} words={texts.passcode} />
        )}
        {isNear && link && link.passcode === null && carriesPasscode(link) && rooms.length === 0 && (
          <CopyButton label={texts.theInvitationLink} text={link.url} words={texts.invitationLink} />
        )}
        <Button look={isFirst && isJoined ? 'primary' : 'plain'} onPress={() => openNote(occurrence)}>
          <NotebookPen aria-hidden size={16} />
          {isJoined ? texts.openNote : texts.notes}
        </Button>
      </div>
      {occurrence.isWeekUnknown && <HeroQuestion occurrence={occurrence} />}
      <ProgressLine occurrence={occurrence} />
    </>
  );
}

/** The running or next meeting, with its countdown. */
export function NextMeeting() {
  const { zone } = useTimeFormat();
  const occurrences = useApp(occurrencesOf);
  const isLoading = useApp((state) => state.agenda === null);
  const key = useNow((now) => nextOccurrence(occurrences, now, zone)?.key ?? null);
  const occurrence = useApp(occurrenceOf(key));
  if (isLoading) return <section className="hero hero-loading" aria-label={texts.nextMeeting} aria-busy />;
  // An empty agenda shows its own message.
  if (occurrences.length === 0) return null;
  return (
    <section className="hero" aria-label={texts.nextMeeting}>
      {occurrence ? (
        <HeroMeeting occurrence={occurrence} />
      ) : (
        <div className="hero-free">
          <CalendarCheck aria-hidden size={20} />
          <p>{texts.nothingNext}</p>
        </div>
      )}
    </section>
  );
}
