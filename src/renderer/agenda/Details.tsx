import { NotebookPen, Video, X } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { asksForWeek, type Doubt } from '#calendar';
import { startOf } from '#core/agenda/agenda.ts';
import { doubtText } from '#core/agenda/doubtText.ts';
import { shortDay, timeRange } from '#core/format/formatTime.ts';
import { timesElsewhere } from '#core/format/timesElsewhere.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { CommunityFacts } from '../communities/CommunityFacts.tsx';
import { useApp, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { MeetingReminders } from '../reminders/MeetingReminders.tsx';
import { occurrencesOf } from '../store/agendaSlice.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { OutLink } from '../kit/widgets/OutLink.tsx';
import { openRooms, roomName, roomsToChoose } from '#core/agenda/openRooms.ts';
import { clashesOf } from './clashes.ts';
import { Description } from './Description.tsx';
import { joinWords, marksOf, roomMarks, stateWords, visitMarks } from './describe.ts';
import { Badges } from './Badges.tsx';
import { Room } from './Room.tsx';
import { VisitLine } from './VisitLine.tsx';
import { SkipMeeting } from './SkipMeeting.tsx';
import { ConflictingSources } from './ConflictingSources.tsx';
import { useMeeting } from './useMeeting.ts';
import { whyThisDate } from './whyThisDate.ts';
import { useChangesOf, WhatChanged } from './WhatChanged.tsx';
import { RoomQuestion } from './RoomQuestion.tsx';
import { WeekQuestion } from './WeekQuestion.tsx';
import { texts } from './texts.ts';
import { useHue } from '../kit/useHue.ts';
import './details.css';
import './questions.css';

interface PartProps {
  readonly title: string;
  readonly children: ReactNode;
}

const Part = ({ title, children }: PartProps) => (
  <section className="details-part">
    <h3 className="eyebrow">{title}</h3>
    {children}
  </section>
);

function When({ occurrence }: { readonly occurrence: Occurrence }) {
  const format = useTimeFormat();
  const settings = useApp((state) => state.settings);
  const state = useNow((now) => stateWords(occurrence, now, format.zone));
  const elsewhere = settings === null ? [] : timesElsewhere(occurrence, format, settings);
  return (
    <div className="details-when">
      <p>
        {shortDay(startOf(occurrence, format.zone), format)} ·{' '}
        <strong>{timeRange(occurrence, format)}</strong>
        {state !== '' && (
          <>
            {' '}
            <span className="details-state">· {state}</span>
          </>
        )}
      </p>
      {elsewhere.length > 0 && <p className="quiet">{elsewhere.join(' · ')}</p>}
      {occurrence.rhythm !== null && <p className="quiet">{occurrence.rhythm}</p>}
    </div>
  );
}

/** What is uncertain about the meeting. */
function Doubts({ occurrence }: { readonly occurrence: Occurrence }) {
  const { zone } = useTimeFormat();
  const occurrences = useApp(occurrencesOf);
  const clashes = useMemo(
    () => clashesOf(occurrences, zone).get(occurrence.key) ?? [],
    [occurrences, zone, occurrence.key],
  );
  const marks = [...marksOf(occurrence, clashes, zone), ...roomMarks(occurrence, false)].filter(
    // Questions below cover these.
    ({ kind }) => kind !== 'recorded' && kind !== 'sources' && kind !== 'week' && kind !== 'skipped',
  );
  // WeekQuestion asks about the dates.
  const isAsked = (doubt: Doubt): boolean => occurrence.week !== null && asksForWeek(doubt);
  const doubts = occurrence.doubts.filter((doubt) => !isAsked(doubt)).map(doubtText);
  if (marks.length + doubts.length === 0) return null;
  return (
    <ul className="doubts">
      {marks.map((mark) => (
        <li key={mark.label} data-tone={mark.tone}>
          {mark.meaning}
        </li>
      ))}
      {doubts.map((doubt) => (
        <li key={doubt}>{doubt}</li>
      ))}
    </ul>
  );
}

const DOCUMENTS = ['agenda', 'notes', 'recordings', 'page'] as const;

function Documents({ occurrence }: { readonly occurrence: Occurrence }) {
  const links = DOCUMENTS.flatMap((name) => {
    const url = occurrence.links[name];
    return url === null ? [] : [{ name, label: texts.documentLinks[name], url }];
  });
  if (links.length === 0) return null;
  return (
    <Part title={texts.documents}>
      <ul className="link-list">
        {links.map(({ name, label, url }) => (
          <li key={name}>
            <OutLink url={url}>{label}</OutLink>
          </li>
        ))}
      </ul>
    </Part>
  );
}

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

/** The community that runs the meeting, from the catalogue; else the contacts that the feed gives. */
function RunBy({ occurrence }: { readonly occurrence: Occurrence }) {
  const community = useApp(
    (state) => state.communities?.find((one) => one.id === occurrence.community) ?? null,
  );
  const { chat, mailingList } = occurrence.links;
  if (community)
    return (
      <Part title={texts.community}>
        <p className="details-community">{community.name}</p>
        <CommunityFacts community={community} />
      </Part>
    );
  if (chat === null && mailingList === null) return null;
  return (
    <Part title={texts.contact}>
      <ul className="link-list">
        {chat !== null && (
          <li>
            <OutLink url={chat}>{texts.chat}</OutLink>
          </li>
        )}
        {mailingList !== null && (
          <li>
            <OutLink url={mailingList}>{texts.mailingList}</OutLink>
          </li>
        )}
      </ul>
    </Part>
  );
}

function Why({ occurrence }: { readonly occurrence: Occurrence }) {
  const format = useTimeFormat();
  return (
    <Part title={texts.whyThisDate}>
      <ul className="reasons">
        {whyThisDate(occurrence, format).map(({ label, text }) => (
          <li key={`${label} ${text}`}>
            <span className="quiet">{label}</span>
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

export interface DetailsProps {
  readonly occurrence: Occurrence;
  readonly onClose: () => void;
}

/** Everything about one meeting. */
export function Details({ occurrence, onClose }: DetailsProps) {
  const { join, openNote } = useMeeting();
  const visit = useApp((state) => state.visits.get(occurrence.key) ?? null);
  const isJoined = visit?.kind === 'joined';
  const hue = useHue(occurrence);
  const format = useTimeFormat();
  const changes = useChangesOf(occurrence);
  const rooms = roomsToChoose(occurrence);
  const feeds = [...new Map(occurrence.sources.map((source) => [source.feedId, source])).values()];
  const [best, ...rest] = occurrence.joinLinks;
  // RoomQuestion shows the rooms that are still to be chosen from.
  const others = rest.filter((link) => !openRooms(occurrence).includes(link));
  return (
    <div className="details">
      <header className="details-head">
        <p className="details-feed">
          <span className={`dot c-${hue}`} aria-hidden />
          {occurrence.communityName ?? occurrence.feedName}
        </p>
        <Button look="quiet" size="icon" aria-label={texts.closeDetails} onPress={onClose}>
          <X aria-hidden size={16} />
        </Button>
      </header>
      <div className="details-body">
        <h2
          className="details-title"
          dir="auto"
          data-cancelled={occurrence.status === 'cancelled' || occurrence.skipped !== null || undefined}
        >
          {occurrence.title}
        </h2>
        <When occurrence={occurrence} />
        <div className="details-marks">
          <Badges
            marks={[
              ...visitMarks(visit, format),
              ...marksOf(occurrence, [], format.zone),
              ...roomMarks(occurrence, false),
            ]}
          />
        </div>
        <div className="details-actions">
          {best && (
            <Button look={isJoined ? 'plain' : 'primary'} onPress={() => join(occurrence)}>
              <Video aria-hidden size={16} />
              {joinWords(visit, best.serviceName)}
            </Button>
          )}
          <Button look={isJoined ? 'primary' : 'plain'} onPress={() => openNote(occurrence)}>
            <NotebookPen aria-hidden size={16} />
            {isJoined ? texts.openNote : texts.notes}
          </Button>
        </div>
        <VisitLine occurrence={occurrence} />
        <ConflictingSources occurrence={occurrence} />
        <RoomQuestion occurrence={occurrence} />
        <WeekQuestion occurrence={occurrence} />
        <SkipMeeting occurrence={occurrence} />
        <Doubts occurrence={occurrence} />
        <MyNote occurrence={occurrence} />
        {best && (
          <Part title={texts.room}>
            <Room link={best} />
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
        )}
        {!best &&
          occurrence.location !== '' &&
          !occurrence.roomFlags.some(({ kind }) => kind === 'document') && (
            <Part title={texts.place}>
              <p className="details-place">{occurrence.location}</p>
            </Part>
          )}
        <Documents occurrence={occurrence} />
        <Part title={texts.reminders}>
          <MeetingReminders occurrence={occurrence} />
        </Part>
        {changes.length > 0 && (
          <Part title={texts.whatChanged}>
            <WhatChanged changes={changes} />
          </Part>
        )}
        {occurrence.description.content.trim() !== '' && (
          <Part title={texts.description}>
            <Description description={occurrence.description} />
          </Part>
        )}
        <RunBy occurrence={occurrence} />
        <Why occurrence={occurrence} />
        {feeds.length > 1 && (
          <Part title={texts.inSeveralCalendars}>
            <ul className="link-list">
              {feeds.map(({ feedId, feedName }) => (
                <li key={feedId}>{feedName}</li>
              ))}
            </ul>
          </Part>
        )}
      </div>
    </div>
  );
}
