import { clockMeeting, type TimedOccurrence } from '#core/floatingClock/clockMeeting.ts';
import type { ClockSnapshot } from '#core/floatingClock/clockSnapshot.ts';
import { followingMeetings } from '#core/agenda/followingMeetings.ts';
import { isUnconfirmed } from '#core/agenda/statements.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { TimeFormat } from '#core/format/formatTime.ts';
import type { Visit } from '#core/join/roomVisit.ts';
import type { OccurrenceKey } from '#core/keys.ts';
import { HIDDEN_TITLE } from '#core/reminders/texts.ts';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { Ports } from '../ports/ports.ts';
import type { SettingsModel } from '../settings/settings.ts';

/** The floating clock: which meeting it counts for, and when its window is open. */
export interface FloatingClock extends Disposable {
  /** The user asks for a clock for this meeting. @returns false if there is nothing to count for */
  readonly show: (key: OccurrenceKey) => boolean;
  readonly dismiss: (key: OccurrenceKey) => void;
  /** Opens, updates or closes the window after a change of agenda, settings, visits or time. */
  readonly update: () => void;
  readonly snapshot: () => ClockSnapshot;
}

/** What the clock depends on. */
export interface ClockParts {
  readonly agenda: Pick<AgendaModel, 'occurrences'>;
  readonly settings: Pick<SettingsModel, 'current'>;
  readonly format: () => TimeFormat;
  readonly visitTo: (occurrence: Occurrence) => Visit | null;
}

/** Its window is closed. */
export function createFloatingClock(
  { clock, clockWindow, ipc }: Pick<Ports, 'clock' | 'clockWindow' | 'ipc'>,
  { agenda, settings, format, visitTo }: ClockParts,
): FloatingClock {
  /** The latest first. */
  let chosen: readonly OccurrenceKey[] = [];
  const dismissed = new Set<OccurrenceKey>();
  let isOpen = false;

  const isAutomatic = (occurrence: Occurrence): boolean =>
    settings.current().showsClock && visitTo(occurrence)?.kind === 'joined';
  const meeting = (): TimedOccurrence | null =>
    clockMeeting(agenda.occurrences(), clock.now(), { chosen, dismissed, isAutomatic });
  const titleOf = ({ title }: Occurrence): string => (settings.current().hidesTitles ? HIDDEN_TITLE : title);

  const snapshot = (): ClockSnapshot => {
    const shown = meeting();
    const [following] = shown === null ? [] : followingMeetings(agenda.occurrences(), shown);
    return {
      now: clock.now(),
      format: { ...format() },
      hasLetterKeys: settings.current().hasLetterKeys,
      meeting:
        shown === null
          ? null
          : {
              key: shown.key,
              title: titleOf(shown),
              start: shown.time.start,
              end: shown.time.end,
              service: shown.joinLinks[0]?.serviceName ?? null,
              isOpened: visitTo(shown) !== null,
              isMaybe: shown.isWeekUnknown,
              isUnconfirmed: isUnconfirmed(shown),
              following: following === undefined ? null : titleOf(following),
            },
    };
  };
  const update = (): void => {
    const isWanted = meeting() !== null;
    if (isWanted) {
      clockWindow.show(settings.current().keptFromCapture !== 'none');
      if (isOpen) ipc.send('clock:changed', snapshot());
    } else if (isOpen) clockWindow.close();
    isOpen = isWanted;
  };
  const forget = (key: OccurrenceKey): void => {
    chosen = chosen.filter((one) => one !== key);
    dismissed.add(key);
  };

  const closing = clockWindow.onClosed(() => {
    // Not to be opened again for another meeting: the user closed the window, or the app quits.
    isOpen = false;
    for (let shown = meeting(); shown !== null; shown = meeting()) forget(shown.key);
  });
  return {
    show: (key) => {
      chosen = [key, ...chosen.filter((one) => one !== key)];
      dismissed.delete(key);
      update();
      return meeting()?.key === key;
    },
    dismiss: (key) => {
      forget(key);
      update();
    },
    update,
    snapshot,
    [Symbol.dispose]: () => {
      closing[Symbol.dispose]();
      if (isOpen) clockWindow.close();
    },
  };
}
