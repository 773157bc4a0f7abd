import { Check, ChevronRight, CircleHelp } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { asksForWeek, needsAnswer, type Doubt } from '#calendar';
import { doubtTextIn } from '#core/agenda/doubtText.ts';
import { openRooms, roomsToChoose } from '#core/agenda/openRooms.ts';
import { isUnconfirmed } from '#core/agenda/statements.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { useApp, useTimeFormat } from '../../kit/AppContext.tsx';
import { answeredRowOf } from '../../store/answersSlice.ts';
import { AnswerSummary } from '../AnswerSummary.tsx';
import { ConflictingSources } from '../ConflictingSources.tsx';
import { roomMarks } from '../describe.ts';
import { RoomQuestion } from '../RoomQuestion.tsx';
import { StatementQuestion } from '../StatementQuestion.tsx';
import { useWeek } from '../useWeek.ts';
import { WeekQuestion } from '../WeekQuestion.tsx';
import { whyThisDate } from '../whyThisDate.ts';
import { texts } from '../texts.ts';

const { card: words } = texts;

/** What is open about the meeting: questions that can be answered here, and others that only its source can answer. */
function openQuestions(occurrence: Occurrence): { titles: string[]; others: Doubt[] } {
  const { week, isWeekUnknown, versions, doubts } = occurrence;
  const others = doubts.filter(
    (doubt) => needsAnswer(doubt) && doubt.kind !== 'unconfirmed' && !(week !== null && asksForWeek(doubt)),
  );
  return {
    titles: [
      ...(isUnconfirmed(occurrence) ? [texts.stillOn] : []),
      ...(week !== null && week.settled === null && isWeekUnknown ? [texts.whichWeekIsIt] : []),
      ...(openRooms(occurrence).length > 0 ? [words.whichRoom] : []),
      ...(versions !== null && versions.chosenAt === null ? [texts.whichSource] : []),
    ],
    others,
  };
}

/** What is assumed, and why the meeting is on this date. Folded: it rarely matters. */
function Assumed({ occurrence }: { readonly occurrence: Occurrence }) {
  const format = useTimeFormat();
  const assumed = occurrence.doubts.filter((doubt) => !needsAnswer(doubt)).map(doubtTextIn(format.locale));
  const reasons = whyThisDate(occurrence, format).filter(({ kind }) => kind !== 'assumed' && kind !== 'open');
  return (
    <Disclosure className="ask-more">
      <Heading level={3}>
        <Button slot="trigger" className="ask-more-button">
          <ChevronRight aria-hidden size={14} />
          {assumed.length > 0 ? words.assumed(assumed.length) : texts.whyThisDate}
        </Button>
      </Heading>
      <DisclosurePanel className="ask-more-panel">
        {assumed.length > 0 && (
          <ul className="ask-assumed">
            {assumed.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
        <ul className="reasons">
          {reasons.map(({ label, text }) => (
            <li key={`${label} ${text}`}>
              <span className="quiet">{label}</span>
              <span>{text}</span>
            </li>
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}

/** The card keeps the height that it had while it asked, so that an answer moves nothing. */
function useHeldHeight(isOpen: boolean) {
  const ref = useRef<HTMLElement>(null);
  const asked = useRef(0);
  const [held, setHeld] = useState<number | null>(null);
  useLayoutEffect(() => {
    if (isOpen) asked.current = ref.current?.offsetHeight ?? 0;
    setHeld(isOpen || asked.current === 0 ? null : asked.current);
  }, [isOpen]);
  return { ref, style: held === null ? {} : { minBlockSize: held } };
}

/** The answer that took this date from the agenda, with its undo. */
function Removed({ occurrence, next }: { readonly occurrence: Occurrence; readonly next: string | null }) {
  const { takeBack } = useWeek();
  return (
    <>
      <h3 className="ask-title" data-done>
        <Check aria-hidden size={16} />
        {words.notThisDate}
      </h3>
      <AnswerSummary at={null} onTakeBack={() => takeBack(occurrence)}>
        {next === null ? words.youSaidSo : words.heldInstead(next)}
      </AnswerSummary>
    </>
  );
}

function Questions({ occurrence }: { readonly occurrence: Occurrence }) {
  const { locale } = useTimeFormat();
  const { titles, others } = openQuestions(occurrence);
  const count = titles.length + others.length;
  const warnings = roomMarks(occurrence, true);
  const [only] = titles;
  const heading = count === 1 ? (only ?? words.oneQuestion) : words.questions(count);
  // A single question is the heading of the card.
  const isTitled = count > 1;
  return (
    <>
      {count > 0 && (
        <h3 className="ask-title">
          <CircleHelp aria-hidden size={16} />
          {heading}
        </h3>
      )}
      <StatementQuestion occurrence={occurrence} isTitled={isTitled} />
      <WeekQuestion occurrence={occurrence} isTitled={isTitled} />
      <RoomQuestion occurrence={occurrence} isTitled={isTitled} />
      <ConflictingSources occurrence={occurrence} isTitled={isTitled} />
      {[...others.map(doubtTextIn(locale)), ...warnings.map(({ meaning }) => meaning)].map((text) => (
        <p key={text}>{text}</p>
      ))}
    </>
  );
}

/** Whether anything was asked, answered or warned about, beyond what is assumed. */
function hasContent(occurrence: Occurrence): boolean {
  const { week, versions } = occurrence;
  const isWeekSaid =
    week !== null && (week.settled !== null || week.saidAt !== null || occurrence.isWeekUnknown);
  return (
    isWeekSaid ||
    occurrence.statement !== null ||
    versions !== null ||
    roomsToChoose(occurrence).length > 0 ||
    openQuestions(occurrence).others.length > 0 ||
    roomMarks(occurrence, true).length > 0
  );
}

/** All doubts and questions about the meeting on one card, and below them what is assumed. */
export function QuestionCard({ occurrence }: { readonly occurrence: Occurrence }) {
  const answered = useApp(answeredRowOf(occurrence.key));
  const isRemoved = answered?.occurrence === occurrence;
  const { titles, others } = openQuestions(occurrence);
  const isOpen = !isRemoved && titles.length + others.length > 0;
  const { ref, style } = useHeldHeight(isOpen);
  const content: ReactNode = isRemoved ? (
    <Removed occurrence={occurrence} next={answered?.next ?? null} />
  ) : hasContent(occurrence) ? (
    <Questions occurrence={occurrence} />
  ) : null;
  return (
    <section
      ref={ref}
      className="question-card"
      aria-label={words.label}
      data-open={isOpen || undefined}
      style={style}
    >
      {content !== null && <div className="ask-body">{content}</div>}
      <Assumed occurrence={occurrence} />
    </section>
  );
}
