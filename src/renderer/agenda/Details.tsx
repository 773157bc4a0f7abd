import { X } from 'lucide-react';
import { hasEnded } from '#core/agenda/agenda.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { openRooms, roomName, roomsToChoose } from '#core/agenda/openRooms.ts';
import { useApp, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { useHue } from '../kit/useHue.ts';
import { MeetingReminders } from '../reminders/MeetingReminders.tsx';
import { answeredRowOf } from '../store/answersSlice.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { Description } from './Description.tsx';
import { roomMarks } from './describe.ts';
import { Clamped } from './details/Clamped.tsx';
import { Also, Facts } from './details/Facts.tsx';
import { Actions, When } from './details/Head.tsx';
import { Invitation } from './details/Invitation.tsx';
import { Documents, RunBy } from './details/Links.tsx';
import { Part } from '../kit/widgets/Part.tsx';
import { PastDetails } from './PastDetails.tsx';
import { People } from './details/People.tsx';
import { QuestionCard } from './details/QuestionCard.tsx';
import { Room } from './Room.tsx';
import { SkipMeeting } from './SkipMeeting.tsx';
import { VisitLine } from './VisitLine.tsx';
import { useChangesOf, WhatChanged } from './WhatChanged.tsx';
import { useMeeting } from './useMeeting.ts';
import { texts } from './texts.ts';

function MyNote({ occurrence }: { readonly occurrence: Occurrence }) {
  const { openNote } = useMeeting();
  const note = useApp(
    (state) =>
      state.notes?.find((one) => occurrence.sources.some(({ key }) => key === one.occurrenceKey)) ?? null,
  );
  if (!note) return null;
  return (
    <Part title={texts.myNote}>
      <button type="button" className="note-excerpt" onClick={() => openNote(occurrence)}>
        {note.excerpt === '' ? texts.emptyNote : note.excerpt}
      </button>
    </Part>
  );
}

/** The room and how to join by hand; or the place. */
function RoomPart({ occurrence }: { readonly occurrence: Occurrence }) {
  const { join } = useMeeting();
  const [best, ...rest] = occurrence.joinLinks;
  const rooms = roomsToChoose(occurrence);
  // RoomQuestion shows the rooms that are still to be chosen from.
  const others = rest.filter((link) => !openRooms(occurrence).includes(link));
  const onCard = new Set(roomMarks(occurrence, true).map(({ label }) => label));
  const warnings = roomMarks(occurrence, false).filter(({ label }) => !onCard.has(label));
  const { location } = occurrence;
  const isPlaceShown = !best && location !== '' && warnings.length === 0;
  if (!best && !isPlaceShown && warnings.length === 0) return null;
  return (
    <Part title={best ? texts.room : texts.place}>
      {best && <Room link={best} />}
      {isPlaceShown && <p className="details-place">{location}</p>}
      {warnings.map(({ label, meaning }) => (
        <p key={label} className="details-warning">
          {meaning}
        </p>
      ))}
      {others.length > 0 && (
        <div className="other-links">
          {others.map((link) => (
            <Button key={link.url} size="small" onPress={() => join(occurrence, link.url)}>
              {texts.joinInstead(roomName(link, rooms))}
            </Button>
          ))}
        </div>
      )}
    </Part>
  );
}

function Sources({ occurrence: { sources } }: { readonly occurrence: Occurrence }) {
  const feeds = [...new Map(sources.map((source) => [source.feedId, source])).values()];
  if (feeds.length < 2) return null;
  return (
    <Part title={texts.inSeveralCalendars}>
      <ul className="link-list">
        {feeds.map(({ feedId, feedName }) => (
          <li key={feedId}>{feedName}</li>
        ))}
      </ul>
    </Part>
  );
}

function Body({ occurrence }: { readonly occurrence: Occurrence }) {
  const { zone } = useTimeFormat();
  const changes = useChangesOf(occurrence);
  const isRemoved = useApp((state) => answeredRowOf(occurrence.key)(state)?.occurrence === occurrence);
  const isOver = useNow((now) => hasEnded(occurrence, now, zone));
  const isOff = occurrence.status === 'cancelled' || occurrence.skipped !== null;
  return (
    <div className="details-body">
      <div className="details-top">
        <div className="details-title-box" data-cancelled={isOff || undefined}>
          <Clamped key={occurrence.key} lines={2}>
            <h2 className="details-title" dir="auto">
              {occurrence.title}
            </h2>
          </Clamped>
        </div>
        <When occurrence={occurrence} isRemoved={isRemoved} />
      </div>
      {isOver ? (
        <PastDetails key={`past ${occurrence.key}`} occurrence={occurrence}>
          <VisitLine occurrence={occurrence} />
          <MeetingReminders key={`reminders ${occurrence.key}`} occurrence={occurrence} />
        </PastDetails>
      ) : (
        <>
          <Actions occurrence={occurrence} />
          <VisitLine occurrence={occurrence} />
        </>
      )}
      {!isOver && !isRemoved && <Invitation occurrence={occurrence} />}
      <QuestionCard key={`card ${occurrence.key}`} occurrence={occurrence} />
      <Facts occurrence={occurrence} />
      {occurrence.attendance !== null && (
        <People key={`people ${occurrence.key}`} attendance={occurrence.attendance} />
      )}
      {!isRemoved && !isOver && (
        <MeetingReminders key={`reminders ${occurrence.key}`} occurrence={occurrence} />
      )}
      {!isRemoved && !isOver && <SkipMeeting occurrence={occurrence} />}
      {!isOver && <MyNote occurrence={occurrence} />}
      <RoomPart occurrence={occurrence} />
      <Documents occurrence={occurrence} />
      <Also occurrence={occurrence} />
      {changes.length > 0 && (
        <Part title={texts.whatChanged}>
          <WhatChanged changes={changes} />
        </Part>
      )}
      {occurrence.description.content.trim() !== '' && (
        <Part title={texts.description}>
          <Clamped key={`description ${occurrence.key}`} lines={6}>
            <Description description={occurrence.description} />
          </Clamped>
        </Part>
      )}
      <RunBy occurrence={occurrence} />
      <Sources occurrence={occurrence} />
    </div>
  );
}

export interface DetailsProps {
  readonly occurrence: Occurrence;
  readonly onClose: () => void;
}

/** Everything about one meeting. */
export function Details({ occurrence, onClose }: DetailsProps) {
  const hue = useHue(occurrence);
  return (
    <div className="details">
      <header className="details-head">
        <p className="details-feed">
          <span className={`hue-mark c-${hue}`} aria-hidden />
          <span>{occurrence.communityName ?? occurrence.feedName}</span>
        </p>
        <Button look="quiet" size="icon" aria-label={texts.closeDetails} onPress={onClose}>
          <X aria-hidden size={16} />
        </Button>
      </header>
      <Body occurrence={occurrence} />
    </div>
  );
}
