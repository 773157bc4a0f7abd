import { useEffect, useState } from 'react';
import { clockTime } from '../../../shared/agenda/formatTime.ts';
import type { RemindersToday } from '../../../shared/ipc/reminderRequests.ts';
import { MINUTE } from '../../../shared/time.ts';
import { useApi, useAppStore, useTicker, useTimeFormat } from '../../frame/AppContext.tsx';
import { entryKind, entryState, selfCheck } from './reminderWords.ts';

/** Main's list, asked for again with each minute and each change of the agenda or the settings. */
function useToday(): RemindersToday | null {
  const api = useApi();
  const store = useAppStore();
  const ticker = useTicker();
  const [today, setToday] = useState<RemindersToday | null>(null);
  useEffect(() => {
    let isCurrent = true;
    let minute = 0;
    const ask = async (): Promise<void> => {
      const answer = await api.ask('reminders:today');
      if (isCurrent && answer.ok) setToday(answer.value);
    };
    const ticked = (): void => {
      const present = Math.floor(ticker.now() / MINUTE);
      if (present !== minute) void ask();
      minute = present;
    };
    const stopTicking = ticker.subscribe(ticked);
    const stopWatching = store.subscribe((state, before) => {
      if (state.agenda !== before.agenda || state.settings !== before.settings) void ask();
    });
    ticked();
    return () => {
      isCurrent = false;
      stopTicking();
      stopWatching();
    };
  }, [api, store, ticker]);
  return today;
}

/** Today's plan and what became of it, with a self-check above. */
export function TodaysReminders() {
  const today = useToday();
  const format = useTimeFormat();
  if (today === null) return null;
  return (
    <div className="todays-reminders">
      <output className="quiet">{selfCheck(today)}</output>
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
  );
}
