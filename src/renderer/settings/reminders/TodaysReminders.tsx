import { useCallback, useEffect, useState } from 'react';
import { clockTime } from '../../../shared/agenda/formatTime.ts';
import type { RemindersToday } from '../../../shared/ipc/reminderRequests.ts';
import { MINUTE } from '../../../shared/time.ts';
import { useApi, useAppStore, useTicker, useTimeFormat } from '../../frame/AppContext.tsx';
import { TestNotification } from './TestNotification.tsx';
import { entryKind, entryState, selfCheck } from './reminderWords.ts';

/** Main's list, asked for again with each minute and each change of the agenda or the settings, or when told to. */
function useToday(): { readonly today: RemindersToday | null; readonly look: () => void } {
  const api = useApi();
  const store = useAppStore();
  const ticker = useTicker();
  const [today, setToday] = useState<RemindersToday | null>(null);
  const look = useCallback(async (): Promise<void> => {
    const answer = await api.ask('reminders:today');
    if (answer.ok) setToday(answer.value);
  }, [api]);
  useEffect(() => {
    let minute = 0;
    const ticked = (): void => {
      const present = Math.floor(ticker.now() / MINUTE);
      if (present !== minute) void look();
      minute = present;
    };
    const stopTicking = ticker.subscribe(ticked);
    const stopWatching = store.subscribe((state, before) => {
      if (state.agenda !== before.agenda || state.settings !== before.settings) void look();
    });
    ticked();
    return () => {
      stopTicking();
      stopWatching();
    };
  }, [look, store, ticker]);
  return { today, look: () => void look() };
}

/** Today's plan and what became of it, with a self-check and a try above. */
export function TodaysReminders() {
  const { today, look } = useToday();
  const format = useTimeFormat();
  return (
    <>
      <TestNotification onTested={look} />
      {today !== null && (
        <div className="todays-reminders">
          <output className="quiet">{selfCheck(today, format)}</output>
          <ul aria-label="Reminders of today">
            {today.entries.map((entry) => (
              <li key={entry.key} className="todays-reminder" data-state={entry.state}>
                <time>{clockTime(entry.at, format)}</time>
                <span className="todays-reminder-title">
                  {entry.title} <span className="quiet">{entryKind(entry)}</span>
                </span>
                <span className="todays-reminder-state">{entryState(entry)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
