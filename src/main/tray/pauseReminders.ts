import { dayAround } from '#core/agenda/agenda.ts';
import type { TimeFormat } from '#core/format/formatTime.ts';
import { HOUR } from '#base';
import type { Clock } from '../ports/clock.ts';
import type { SettingsModel } from '../settings/settings.ts';

/** For how long reminders pause; `now` ends a pause. */
export type PauseUntil = 'hour' | 'tomorrow' | 'now';

/** Pauses all reminders, from tray and panel. */
export function pauseReminders(
  clock: Pick<Clock, 'now'>,
  settings: Pick<SettingsModel, 'current' | 'change'>,
  format: () => TimeFormat,
  until: PauseUntil,
): void {
  const now = clock.now();
  const ends = { hour: now + HOUR, tomorrow: dayAround(now, format().zone).to, now: null };
  settings.change({ reminders: { ...settings.current().reminders, pausedUntil: ends[until] } });
}
