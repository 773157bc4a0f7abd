import { settingsProblem } from '#core/settings/problems.ts';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { dayAround, hasEnded, startOf } from '#core/agenda/agenda.ts';
import { clockTime } from '#core/format/formatTime.ts';
import type { RemindersToday } from '#core/reminders/remindersToday.ts';
import type { ReminderEntry } from '#core/reminders/remindersOfDay.ts';
import { MINUTE } from '#base';
import { useApi, useApp, useAppStore, useNow, useTicker, useTimeFormat } from '../../kit/AppContext.tsx';
import { useNotAnnounced } from '../../reminders/useNotAnnounced.ts';
import { allOccurrencesOf, occurrenceOf } from '../../store/agendaSlice.ts';
import { Button } from '../../kit/widgets/Button.tsx';
import { ProblemBox } from '../../kit/widgets/ProblemBox.tsx';
import { SettingRow, SettingsGroup } from '../SettingsGroup.tsx';
import { TestNotification } from './TestNotification.tsx';
import { entryKind, entryState, selfCheck } from './reminderWords.ts';
import { texts } from '../texts.ts';

/**
 * Main's list, requested again each minute and after each change of the agenda or the settings; `look` requests it
 * now.
 */
function useToday(): { readonly today: RemindersToday | null; readonly look: () => void } {
  const api = useApi();
  const store = useAppStore();
  const ticker = useTicker();
  const [today, setToday] = useState<RemindersToday | null>(null);
  const look = useCallback(async (): Promise<void> => {
    const answer = await api.invoke('reminders:today');
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

function Entry({ entry }: { readonly entry: ReminderEntry }) {
  const format = useTimeFormat();
  // Entries from before titles were recorded have none.
  const known = useApp(occurrenceOf(entry.occurrenceKey))?.title ?? texts.aMeeting;
  return (
    <li className="todays-reminder" data-state={entry.state}>
      <time>{clockTime(entry.at, format)}</time>
      <span className="todays-reminder-title">
        {entry.title || known} <span className="quiet">{entryKind(entry)}</span>
      </span>
      <span className="todays-reminder-state">{entryState(entry)}</span>
    </li>
  );
}

/** The meetings of today that the user's calendars and rules keep silent, with the reason. */
function SilentToday() {
  const format = useTimeFormat();
  const { zone } = format;
  const occurrences = useApp(allOccurrencesOf);
  const notAnnounced = useNotAnnounced();
  const minute = useNow((now) => now - (now % MINUTE));
  const silent = useMemo(() => {
    const { to } = dayAround(minute, zone);
    return occurrences.filter(
      (one) =>
        !one.isAnnounced &&
        one.time.kind === 'timed' &&
        one.status !== 'cancelled' &&
        one.time.start < to &&
        !hasEnded(one, minute, zone),
    );
  }, [occurrences, minute, zone]);
  if (silent.length === 0) return null;
  return (
    <ul aria-label={texts.silentToday} className="silent-today">
      {silent.map((one) => (
        <li key={one.key} className="todays-reminder">
          <time>{clockTime(startOf(one, zone), format)}</time>
          <span className="todays-reminder-title">
            {one.title} <span className="quiet">{notAnnounced(one.silencedBy)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

const NO_NOTIFICATIONS = settingsProblem('settings/noNotifications');

/** Today's reminders and their outcome, below a self-check and a test. */
export function TodaysReminders() {
  const { today, look } = useToday();
  const format = useTimeFormat();
  const showPast = useApp((state) => state.pastShown);
  const hasNotifications = useApp((state) => state.info?.hasNotifications ?? true);
  return (
    <SettingsGroup title={texts.today}>
      {!hasNotifications && <ProblemBox problem={NO_NOTIFICATIONS} />}
      <TestNotification onTested={look} />
      <SettingRow label={texts.pastMeetings} hint={texts.pastMeetingsHint}>
        <Button onPress={() => showPast(true)}>{texts.showPast}</Button>
      </SettingRow>
      {/* Reserves the space, so that content below does not move. */}
      <div className="todays-reminders">
        <p className="quiet">{today !== null && selfCheck(today, format)}</p>
        <ul aria-label={texts.remindersOfToday}>
          {today?.entries.map((entry) => (
            <Entry key={`${entry.what} ${entry.key}`} entry={entry} />
          ))}
        </ul>
        <SilentToday />
      </div>
    </SettingsGroup>
  );
}
