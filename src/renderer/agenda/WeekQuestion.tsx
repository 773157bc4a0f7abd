import { homeDate } from '#core/agenda/whichWeek.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { useApp, useTimeFormat } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { OutLink } from '../kit/widgets/OutLink.tsx';
import { AnswerSummary } from './AnswerSummary.tsx';
import { MaybeAnswers } from './MaybeAnswers.tsx';
import { useWeek } from './useWeek.ts';
import { dateWords, weekOptions } from './weekOptions.ts';

/** The document that knows, where the meeting has one. */
export function AgendaDocument({
  occurrence: { links },
  words = 'agenda document',
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

/** What settled the dates, in words. */
function settledWords({ week, rhythm }: Occurrence, words: (date: string) => string): string {
  const settled = week?.settled ?? null;
  if (settled === null) return '';
  if (settled.feedName !== null)
    return `Its week is known from “${settled.feedName}”, which has it on ${words(settled.date)}`;
  if (settled.turnTitle !== null)
    return `It takes turns with “${settled.turnTitle}”, which has the other week`;
  return `You said that it is on ${words(settled.date)}${rhythm === null ? '' : `, ${rhythm}`}`;
}

/** Where the source leaves open on which dates a meeting takes place: the question, or what answered it. */
export function WeekQuestion({ occurrence }: { readonly occurrence: Occurrence }) {
  const format = useTimeFormat();
  const { takeBack } = useWeek();
  const isAnnounced = useApp((state) => state.settings?.reminders.maybe ?? true);
  const { week } = occurrence;
  if (week === null) return null;
  const isOpen = week.settled === null && occurrence.isWeekUnknown;
  const onTakeBack = week.saidAt === null ? null : () => takeBack(occurrence);
  return (
    <section className="question" aria-label="Which week?" data-open={isOpen || undefined}>
      {isOpen && (
        <>
          <p className="question-title">Which week is it held?</p>
          <p>
            Its source does not say.{' '}
            {(occurrence.links.agenda ?? occurrence.links.notes) !== null && (
              <>
                Its <AgendaDocument occurrence={occurrence} /> knows.
              </>
            )}
            {isAnnounced && ' Until you say, it is announced as “may be on”.'}
          </p>
          <Options occurrence={occurrence} />
        </>
      )}
      {(week.settled !== null || week.saidAt !== null) && (
        <AnswerSummary at={week.settled === null ? week.saidAt : week.settled.at} onTakeBack={onTakeBack}>
          {week.settled === null
            ? 'You said something of its dates'
            : settledWords(occurrence, (date) => dateWords(date, format))}
        </AnswerSummary>
      )}
    </section>
  );
}
