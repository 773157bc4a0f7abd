import { ArrowRight, CalendarX2, Check, CircleHelp, Coffee, Layers2, Radio } from 'lucide-react';
import type { ReactNode } from 'react';
import { dateOf, endOf, isRunning, startOf } from '#core/agenda/agenda.ts';
import type { HeroMeetings } from '#core/agenda/heroMeetings.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { isUnconfirmed } from '#core/agenda/statements.ts';
import { clockTime, shortDay } from '#core/format/formatTime.ts';
import { timeUntil } from '#core/format/timeUntil.ts';
import { carriesPasscode } from '#meeting-links';
import { useApp, useNow, useTimeFormat, useToday } from '../../kit/AppContext.tsx';
import { CopyButton } from '../../kit/widgets/CopyButton.tsx';
import { StatementAnswers } from '../StatementAnswers.tsx';
import { MaybeAnswers } from '../MaybeAnswers.tsx';
import { AgendaDocument } from '../WeekQuestion.tsx';
import { useMeeting } from '../useMeeting.ts';
import { useNear } from './useNear.ts';
import { texts } from '../texts.ts';

const { hero: words } = texts;

interface ItemProps {
  readonly tone?: 'accent' | 'danger' | 'warn';
  /** Where it is narrow, it gives way to what comes after it. */
  readonly isLess?: boolean;
  readonly children: ReactNode;
}

const Item = ({ tone, isLess = false, children }: ItemProps) => (
  <span className="hero-foot-item" data-tone={tone} data-less={isLess || undefined}>
    {children}
  </span>
);

/** Titles that open the details; more than two are counted. */
function Titles({ meetings }: { readonly meetings: readonly Occurrence[] }) {
  const select = useApp((state) => state.occurrenceSelected);
  return (
    <>
      {meetings.slice(0, 2).map(({ key, title }, index) => (
        <span key={key} className="hero-foot-title">
          {index > 0 && words.between}
          <button type="button" className="text-button" onClick={() => select(key)}>
            {title}
          </button>
        </span>
      ))}
      {meetings.length > 2 && <span>{texts.andMore(meetings.length - 2)}</span>}
    </>
  );
}

const doubtOf = (one: Occurrence): 'maybe' | 'unconfirmed' | null =>
  one.isWeekUnknown ? 'maybe' : isUnconfirmed(one) ? 'unconfirmed' : null;

/** Asks about a meeting. @param help a link that helps to answer */
function Question({
  question,
  help,
  children,
}: {
  readonly question: string;
  readonly help?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className="hero-foot" data-tone="warn">
      <Item tone="warn">
        <CircleHelp aria-hidden size={14} />
        {question}
      </Item>
      {help}
      <span className="hero-foot-space" />
      {children}
    </div>
  );
}

/** That the user joined, and the way back. */
function Joined({ occurrence }: { readonly occurrence: Occurrence }) {
  const format = useTimeFormat();
  const { undoVisit } = useMeeting();
  const visit = useApp((state) => state.visits.get(occurrence.key) ?? null);
  if (visit === null) return null;
  const at = clockTime(visit.at, format);
  return (
    <>
      <Item>
        <Check aria-hidden size={14} />
        {visit.kind === 'joined' ? words.joinedAt(at) : words.openedAt(at)}
      </Item>
      <button type="button" className="text-button" onClick={() => undoVisit(occurrence)}>
        {visit.kind === 'joined' ? words.notJoined : words.notOpened}
      </button>
    </>
  );
}

function OnNow({ running }: { readonly running: readonly Occurrence[] }) {
  const { zone } = useTimeFormat();
  const [first] = running;
  const left = useNow((now) => (first === undefined ? '' : timeUntil(endOf(first, zone), now)));
  if (first === undefined) return null;
  return (
    <Item tone="accent">
      <Radio aria-hidden size={14} />
      <span>{words.onNow}</span>
      <Titles meetings={running} />
      {running.length === 1 && <span className="hero-foot-tail">{words.endsInTail(left)}</span>}
    </Item>
  );
}

/** The next meeting after those of the card; before a free time, how long it is free. */
function Then({ hero: { shown, later, running } }: { readonly hero: HeroMeetings }) {
  const format = useTimeFormat();
  const [main] = shown;
  const isOn = useNow((now) => main !== undefined && isRunning(main, now, format.zone));
  const today = useToday();
  if (main === undefined) return null;
  const start = startOf(main, format.zone);
  const isToday = dateOf(start, format.zone) === today;
  if (!isOn && isToday && running.length === 0)
    return (
      <Item>
        <Coffee aria-hidden size={14} />
        {words.freeUntil(clockTime(start, format))}
      </Item>
    );
  if (later === null) return null;
  const at = startOf(later, format.zone);
  const isSameDay = dateOf(at, format.zone) === dateOf(start, format.zone);
  return (
    <Item>
      <ArrowRight aria-hidden size={14} />
      <span>{words.afterThat}</span>
      <Titles meetings={[later]} />
      <span>{words.at(isSameDay ? clockTime(at, format) : shortDay(at, format), doubtOf(later))}</span>
    </Item>
  );
}

/** Copies what the room asks for, near the meeting. */
function Passcode({ occurrence }: { readonly occurrence: Occurrence }) {
  const isNear = useNear(occurrence);
  const [link, ...others] = occurrence.joinLinks;
  if (!isNear || link === undefined || (others.length > 0 && occurrence.roomChosenAt === null)) return null;
  if (link.passcode !== null)
    return <CopyButton look="plain" label={texts.thePasscode} text={link.passcode} words={texts.passcode} />;
  if (!carriesPasscode(link)) return null;
  return (
    <CopyButton look="plain" label={texts.theInvitationLink} text={link.url} words={texts.invitationLink} />
  );
}

/** Leads to the brief of the meeting. */
function BriefLink({ occurrence }: { readonly occurrence: Occurrence }) {
  const showBrief = useApp((state) => state.briefShown);
  return (
    <button type="button" className="text-button" onClick={() => showBrief(occurrence.key)}>
      {texts.brief}
    </button>
  );
}

export interface HeroFootProps {
  readonly hero: HeroMeetings;
  /** Meetings that overlap those of the card, and are not named on it. */
  readonly also: readonly Occurrence[];
}

/** The line below the next meeting: the question, or what is beside and after it. */
export function HeroFoot({ hero, also }: HeroFootProps) {
  const [main] = hero.shown;
  if (main === undefined) return null;
  if (isUnconfirmed(main) && !hero.isOverTime)
    return (
      <Question question={texts.stillOn}>
        <StatementAnswers occurrence={main} />
      </Question>
    );
  if (main.isWeekUnknown && !hero.isOverTime)
    return (
      <Question
        question={texts.isItOn}
        help={<AgendaDocument occurrence={main} words={texts.agendaDocument} />}
      >
        <MaybeAnswers occurrence={main} />
      </Question>
    );
  const beside = also.filter((one) => !hero.running.includes(one));
  return (
    <div className="hero-foot">
      {hero.shown.length === 1 && <Joined occurrence={main} />}
      {hero.shown.length > 1 && (
        <Item>
          <Layers2 aria-hidden size={14} />
          <span>{hero.shown.length > 2 ? words.sameTimeMore(hero.shown.length) : words.sameTimeBoth}</span>
        </Item>
      )}
      {beside.length > 0 && (
        <Item isLess>
          <Layers2 aria-hidden size={14} />
          <span>{texts.sameTime}</span>
          <Titles meetings={beside} />
        </Item>
      )}
      <OnNow running={hero.running} />
      {hero.cancelled !== null && (
        <Item tone="danger">
          <CalendarX2 aria-hidden size={14} />
          <span>{words.cancelled}</span>
          <Titles meetings={[hero.cancelled]} />
        </Item>
      )}
      {beside.length === 0 && hero.shown.length === 1 && <Then hero={hero} />}
      <span className="hero-foot-space" />
      {hero.shown.length === 1 && <BriefLink occurrence={main} />}
      {hero.shown.length === 1 && <Passcode occurrence={main} />}
    </div>
  );
}
