import { homeDate } from '#core/agenda/whichWeek.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { useApp, useTimeFormat } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { OutLink } from '../kit/widgets/OutLink.tsx';
import { AnswerSummary } from './AnswerSummary.tsx';
import { MaybeAnswers } from './MaybeAnswers.tsx';
import { useWeek } from './useWeek.ts';
import { dateWords, weekOptions } from './weekOptions.ts';
import { texts } from './texts.ts';

/** A link to the agenda document, if the meeting has one. */
export function AgendaDocument({
  occurrence: { links },
  words = texts.agendaDocumentInText,
}: {
  readonly occurrence: Occurrence;
  readonly words?: string;
}) {
  const url = links.agenda ?? links.notes;
  return url === null ? null : <OutLink url={url}>{words}</OutLink>;
}

function Options({ occurrence }: { readonly occurrence: Occurrence }) {
  const format = useTimeFormat();
  const { say } = useWeek();
  const readings = occurrence.week?.left ?? [];
  const options = weekOptions(readings, homeDate(occurrence), format);
  if (options.length === 0)
    return (
      <div className="question-answers">
        <MaybeAnswers occurrence={occurrence} />
      </div>
    );
  return (
    <ul className="week-options">
      {options.map(({ label, dates, saying }) => (
        <li key={label}>
          <Button size="small" onPress={() => say(occurrence, saying, label)}>
            {label}
          </Button>
          <span className="quiet">{dates.slice(1).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}

/** Says what settled the dates. */
function settledWords({ week, rhythm }: Occurrence, words: (date: string) => string): string {
  const settled = week?.settled ?? null;
  if (settled === null) return '';
  if (settled.feedName !== null) return texts.settledByFeed(settled.feedName, words(settled.date));
  if (settled.turnTitle !== null) return texts.settledByTurn(settled.turnTitle);
  return texts.settledByUser(words(settled.date), rhythm);
}

/** A question of the card about one meeting. */
export interface QuestionProps {
  readonly occurrence: Occurrence;
  /** It has its own title, because there are several. */
  readonly isTitled: boolean;
}

/** Asks on which dates a meeting is held if its source does not say, or shows the answer. */
export function WeekQuestion({ occurrence, isTitled }: QuestionProps) {
  const format = useTimeFormat();
  const { takeBack } = useWeek();
  const isAnnounced = useApp((state) => state.settings?.reminders.maybe ?? true);
  const { week } = occurrence;
  if (week === null) return null;
  const isOpen = week.settled === null && occurrence.isWeekUnknown;
  const onTakeBack = week.saidAt === null ? null : () => takeBack(occurrence);
  return (
    <section className="question" aria-label={texts.whichWeek}>
      {isOpen && (
        <>
          <p>
            {isTitled && <strong>{texts.whichWeekIsIt} </strong>}
            {texts.sourceDoesNotSay}{' '}
            {(occurrence.links.agenda ?? occurrence.links.notes) !== null && (
              <>
                {texts.documentSays[0]}
                <AgendaDocument occurrence={occurrence} />
                {texts.documentSays[1]}
              </>
            )}
            {isAnnounced && texts.announcedAsMaybe}
          </p>
          <Options occurrence={occurrence} />
        </>
      )}
      {(week.settled !== null || week.saidAt !== null) && (
        <AnswerSummary at={week.settled === null ? week.saidAt : week.settled.at} onTakeBack={onTakeBack}>
          {week.settled === null
            ? texts.datesAnswered
            : settledWords(occurrence, (date) => dateWords(date, format))}
        </AnswerSummary>
      )}
    </section>
  );
}
