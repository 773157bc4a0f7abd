import type { AlertCard, AlertSnapshot } from '#core/reminders/alertSnapshot.ts';
import type { ReminderAction } from '#core/reminders/reminderAction.ts';
import type { Instant } from '#base';
import type { Api } from '../kit/api.ts';
import { createSnapshotModel, type SnapshotModel, type SnapshotView } from '../kit/snapshotModel.ts';

export type AlertView = SnapshotView<AlertSnapshot>;

/** State, clock and actions of the alert window. */
export interface AlertModel extends Pick<
  SnapshotModel<AlertSnapshot>,
  'view' | 'subscribe' | 'choose' | 'end'
> {
  readonly act: (key: string, action: ReminderAction) => void;
  readonly toggleTitles: () => void;
  /** False just after the window or a card appeared: keys were meant for another window. */
  readonly isListening: () => boolean;
  /** The window came to the front. */
  readonly appeared: () => void;
}

/** Keys are ignored for this long. */
const GUARD_MS = 500;

/** The card that all keys act on, which has the focus; the first one before any had it. */
export const selectedCard = ({ snapshot, chosen }: AlertView): AlertCard | null =>
  snapshot?.cards.find(({ key }) => key === chosen) ?? snapshot?.cards[0] ?? null;

/** @param localNow this window's clock (ms) */
export function createAlertModel(
  api: Api,
  localNow: () => Instant,
  after: (delayMs: number, callback: () => void) => () => void,
): AlertModel {
  let listensFrom = localNow() + GUARD_MS;
  const appeared = (): void => {
    listensFrom = localNow() + GUARD_MS;
  };
  const model = createSnapshotModel<AlertSnapshot>({
    ask: () => api.invoke('alert:get'),
    listen: (callback) => api.on('alert:changed', callback),
    localNow,
    after,
    received: ({ cards }, before) => {
      const known = new Set(before?.cards.map(({ key }) => key));
      if (cards.some(({ key }) => !known.has(key))) appeared();
    },
  });
  return {
    view: model.view,
    subscribe: model.subscribe,
    choose: model.choose,
    end: model.end,
    appeared,
    isListening: () => localNow() >= listensFrom,
    act: (key, action) => model.attempt(api.invoke('reminders:act', key, action)),
    // For all reminders: the screen is probably still shared at the next one.
    toggleTitles: () => {
      const hidesTitles = model.view().snapshot?.hidesTitles !== true;
      model.attempt(api.invoke('settings:change', { hidesTitles }));
    },
  };
}
