import type { AlertSnapshot } from '#core/reminders/alertSnapshot.ts';
import type { ReminderAction } from '#core/reminders/reminderAction.ts';
import { type Instant, type Problem, SECOND } from '#base';
import type { Api } from '../kit/api.ts';
import { createSecondClock } from '../kit/secondClock.ts';

/** What the alert window shows at one moment. */
export interface AlertView {
  /** null until main has answered. */
  readonly snapshot: AlertSnapshot | null;
  /** Main's clock (ms). */
  readonly now: Instant;
  /** Index of the card that keys without a digit act on. */
  readonly selected: number;
  readonly problem: Problem | null;
}

/** State, clock and actions of the alert window. */
export interface AlertModel {
  readonly view: () => AlertView;
  readonly subscribe: (callback: () => void) => () => void;
  readonly act: (key: string, action: ReminderAction) => void;
  readonly select: (index: number) => void;
  readonly toggleTitles: () => void;
  /** False just after the window opened: keys were meant for another window. */
  readonly isListening: () => boolean;
  /** Stops the clock and all subscriptions. */
  readonly end: () => void;
}

const GUARD_MS = SECOND;

/** @param localNow this window's clock (ms) */
export function createAlertModel(
  api: Api,
  localNow: () => Instant,
  after: (delayMs: number, callback: () => void) => () => void,
): AlertModel {
  const listeners = new Set<() => void>();
  let listensFrom = localNow() + GUARD_MS;
  /** Key of the card that the user chose; null before. */
  let chosen: string | null = null;
  let view: AlertView = { snapshot: null, now: localNow(), selected: 0, problem: null };

  const become = (change: Partial<AlertView>): void => {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  };
  const clock = createSecondClock(localNow, after, (now) => become({ now }));
  const receive = (snapshot: AlertSnapshot): void => {
    clock.set(snapshot.now);
    const known = new Set(view.snapshot?.cards.map((card) => card.key));
    // Ignore keys for a moment after a new card appears.
    if (snapshot.cards.some((card) => !known.has(card.key))) listensFrom = localNow() + GUARD_MS;
    const place = snapshot.cards.findIndex((card) => card.key === chosen);
    // Keep the chosen card when cards before it come or go.
    const selected = place >= 0 ? place : Math.max(0, Math.min(view.selected, snapshot.cards.length - 1));
    become({ snapshot, now: snapshot.now, selected });
  };
  const ask = async (): Promise<void> => {
    const answer = await api.invoke('alert:get');
    if (answer.ok) receive(answer.value);
    else become({ problem: answer.problem });
  };
  const act = async (key: string, action: ReminderAction): Promise<void> => {
    const answer = await api.invoke('reminders:act', key, action);
    become({ problem: answer.ok ? null : answer.problem });
  };

  /** Applies to all reminders: the screen is probably still shared at the next one. */
  const toggleTitles = async (): Promise<void> => {
    const answer = await api.invoke('settings:change', { hidesTitles: view.snapshot?.hidesTitles !== true });
    if (!answer.ok) become({ problem: answer.problem });
  };

  const stopListening = api.on('alert:changed', receive);
  void ask();
  clock.start();
  return {
    view: () => view,
    subscribe: (callback) => {
      listeners.add(callback);
      return () => void listeners.delete(callback);
    },
    act: (key, action) => void act(key, action),
    select: (selected) => {
      chosen = view.snapshot?.cards[selected]?.key ?? null;
      become({ selected });
    },
    toggleTitles: () => void toggleTitles(),
    isListening: () => localNow() >= listensFrom,
    end: () => {
      clock.stop();
      stopListening();
    },
  };
}
