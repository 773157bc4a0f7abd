import { Check } from 'lucide-react';
import { useMemo } from 'react';
import { clockTime, weekday } from '#core/format/formatTime.ts';
import { startOf } from '#core/agenda/agenda.ts';
import { homeDate } from '#core/agenda/whichWeek.ts';
import { isSameReading } from '#calendar';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { MINUTE } from '#base';
import { useApp, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { occurrencesOf } from '../store/agendaSlice.ts';
import { SegmentedChoice } from '../kit/widgets/SegmentedChoice.tsx';
import { MaybeAnswers } from './MaybeAnswers.tsx';
import { askedMeetings, type AskedMeeting } from './openMeetings.ts';
import { useWeek } from './useWeek.ts';
import { AgendaDocument } from './WeekQuestion.tsx';
import { dateWords, weekOptions, type WeekOption } from './weekOptions.ts';
import { texts } from './texts.ts';
import { useHue } from '../kit/useHue.ts';
import './questions.css';

/** The meetings with an unknown week, and those that were answered. */
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

function Question({ occurrence }: { readonly occurrence: Occurrence }) {
  const format = useTimeFormat();
  const hue = useHue(occurrence);
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
        <Answers occurrence={occurrence} />
      )}
    </li>
  );
}

/** Each meeting with an unknown week, and its possible dates. One click answers or changes the answer. */
export const WeekQuestions = ({ meetings }: { readonly meetings: readonly AskedMeeting[] }) => (
  <ul className="week-questions">
    {meetings.map(({ occurrence }) => (
      <Question key={`${occurrence.week?.feedId} ${occurrence.week?.uid}`} occurrence={occurrence} />
    ))}
  </ul>
);
