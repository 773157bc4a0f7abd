import { useState } from 'react';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { clockTime } from '#core/format/formatTime.ts';
import { HOUR, type Instant, type Problem } from '#base';
import { snoozeChoice, snoozeChoices, type SnoozeChoice } from '#core/reminders/snooze.ts';
import { useApi, useAppStore, useNow, useTicker, useTimeFormat } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { ProblemBox } from '../kit/widgets/ProblemBox.tsx';
import { texts } from './texts.ts';

/** Snooze is offered from this long before the start (ms). */
const OFFERED_MS = HOUR;

function choicesAt({ time }: Occurrence, now: Instant): readonly SnoozeChoice[] {
  if (time.kind !== 'timed' || time.start - now > OFFERED_MS || now >= time.end) return [];
  return snoozeChoices(time, now);
}

/** Snoozes the reminders of a meeting that is near, also before its first reminder. */
export function SnoozeMeeting({ occurrence }: { readonly occurrence: Occurrence }) {
  const [api, store, ticker] = [useApi(), useAppStore(), useTicker()];
  const format = useTimeFormat();
  const [outcome, setOutcome] = useState<Instant | Problem | null>(null);
  const offered = useNow((now) => choicesAt(occurrence, now).join(' ')).split(' ');
  const snooze = async (choice: SnoozeChoice): Promise<void> => {
    const answer = await api.invoke('reminders:snooze', occurrence.key, choice);
    setOutcome(answer.ok ? answer.value : answer.problem);
    if (!answer.ok) return;
    store.getState().undoOffered({
      ...texts.snoozed(occurrence.title, clockTime(answer.value, format)),
      takeBack: async () => {
        setOutcome(null);
        return api.invoke('reminders:unsnooze', occurrence.key);
      },
      isStill: () => ticker.now() < answer.value,
    });
  };
  const choices = snoozeChoice.options.filter((choice) => offered.includes(choice));
  return (
    <>
      {choices.length > 0 && (
        <fieldset className="snoozes" aria-label={texts.snoozeGroup}>
          <span className="quiet">{texts.snooze}</span>
          {choices.map((choice) => (
            <Button key={choice} size="small" onPress={() => void snooze(choice)}>
              {texts.snoozeChoices[choice]}
            </Button>
          ))}
        </fieldset>
      )}
      <div aria-live="polite">
        {typeof outcome === 'number' && <p>{texts.silentUntil(clockTime(outcome, format))}</p>}
        {outcome !== null && typeof outcome === 'object' && <ProblemBox problem={outcome} />}
      </div>
    </>
  );
}
