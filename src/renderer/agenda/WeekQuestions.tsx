import { Check } from 'lucide-react';
import { useMemo } from 'react';
import { doubtTextIn } from '#core/agenda/doubtText.ts';
import { isUnconfirmed } from '#core/agenda/statements.ts';
import { seriesKey, seriesOfKey } from '#core/keys.ts';
import { clockTime, weekday } from '#core/format/formatTime.ts';
import { startOf } from '#core/agenda/agenda.ts';
import { homeDate } from '#core/agenda/whichWeek.ts';
import { isSameReading } from '#calendar';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { MINUTE } from '#base';
import { useApp, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { occurrencesOf } from '../store/agendaSlice.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { SegmentedChoice } from '../kit/widgets/SegmentedChoice.tsx';
import { MaybeAnswers } from './MaybeAnswers.tsx';
import { texts as statementTexts } from '../statements/texts.ts';
import { StatementAnswers } from './StatementAnswers.tsx';
import { useStatement } from '../statements/useStatement.ts';
import { askedMeetings, type AskedMeeting } from './openMeetings.ts';
import { useWeek } from './useWeek.ts';
import { AgendaDocument } from './WeekQuestion.tsx';
import { dateWords, weekOptions, type WeekOption } from './weekOptions.ts';
import { texts } from './texts.ts';
import { useHue } from '../kit/useHue.ts';

/** The meetings with open questions, and those that were answered. */
export function useAskedMeetings(): readonly AskedMeeting[] {
  const { zone } = useTimeFormat();
  const occurrences = useApp(occurrencesOf);
  const minute = useNow((now) => now - (now % MINUTE));
  return useMemo(() => askedMeetings(occurrences, minute, zone), [occurrences, minute, zone]);
}

const LATER = 'later';

/** The label of the current answer. */
function chosenOption({ week }: Occurrence, options: readonly WeekOption[]): string {
  const [only, ...others] = week?.settled ? week.left : [];
  if (only === undefined || others.length > 0) return LATER;
  const chosen = options.find(
    ({ saying }) => saying.says === 'rule' && isSameReading(only, { rule: saying.rule, anchor: saying.date }),
  );
  return chosen?.label ?? LATER;
}

function Answers({ occurrence }: { readonly occurrence: Occurrence }) {
  const format = useTimeFormat();
  const { say, takeBack } = useWeek();
  const today = useNow((now) =>
    homeDate({ time: { kind: 'timed', start: now, end: now }, zone: occurrence.zone }),
  );
  const options = weekOptions(occurrence.week?.readings ?? [], today, format);
  if (options.length === 0) return <MaybeAnswers occurrence={occurrence} />;
  return (
    <SegmentedChoice
      label={texts.whichWeekIs(occurrence.title)}
      value={chosenOption(occurrence, options)}
      options={[
        ...options.map(({ label }) => ({ value: label, label })),
        { value: LATER, label: texts.askLater },
      ]}
      onChange={(label) => {
        const option = options.find((one) => one.label === label);
        if (option === undefined) takeBack(occurrence);
        else say(occurrence, option.saying, null);
      }}
    />
  );
}

/** Whether a meeting that only a text states still takes place, or the answer. */
function Statement({ occurrence }: { readonly occurrence: Occurrence }) {
  const { takeBack } = useStatement();
  const { locale } = useTimeFormat();
  const asked = occurrence.doubts.find(({ kind }) => kind === 'unconfirmed');
  return (
    <p className="week-question-stated quiet">
      {asked === undefined ? (
        <>
          <Check aria-hidden size={14} />
          {statementTexts.stillOnYes}
          <Button look="quiet" size="small" onPress={() => takeBack(occurrence.sources.map(seriesOfKey))}>
            {texts.takeBack}
          </Button>
        </>
      ) : (
        <>
          {doubtTextIn(locale)(asked)}
          <StatementAnswers occurrence={occurrence} />
        </>
      )}
    </p>
  );
}

function Question({ occurrence }: { readonly occurrence: Occurrence }) {
  const format = useTimeFormat();
  const hue = useHue(occurrence);
  const { statement } = occurrence;
  const settled = occurrence.week?.settled ?? null;
  const start = startOf(occurrence, format.zone);
  const by = settled?.feedName ?? settled?.turnTitle ?? null;
  return (
    <li className="week-question">
      <span className={`dot c-${hue}`} aria-hidden />
      <div className="week-question-text">
        <p className="week-question-title" dir="auto">
          {occurrence.title}
        </p>
        <p className="quiet">
          {weekday(start, format)} {clockTime(start, format)}
          {occurrence.rhythm !== null && ` · ${occurrence.rhythm}`}
          {(occurrence.links.agenda ?? occurrence.links.notes) !== null && (
            <>
              {texts.documentKnows[0]}
              <AgendaDocument occurrence={occurrence} />
              {texts.documentKnows[1]}
            </>
          )}
        </p>
      </div>
      {settled !== null && by !== null ? (
        <p className="week-question-settled quiet">
          <Check aria-hidden size={14} />
          {texts.settledBy(by, dateWords(settled.date, format))}
        </p>
      ) : (
        occurrence.week !== null && !isUnconfirmed(occurrence) && <Answers occurrence={occurrence} />
      )}
      {statement !== null && <Statement occurrence={occurrence} />}
    </li>
  );
}

/** Each meeting with an open question, and the answers to choose from. One click answers or changes the answer. */
export const WeekQuestions = ({ meetings }: { readonly meetings: readonly AskedMeeting[] }) => (
  <ul className="week-questions">
    {meetings.map(({ occurrence }) => (
      <Question key={seriesKey(occurrence.week ?? occurrence)} occurrence={occurrence} />
    ))}
  </ul>
);
