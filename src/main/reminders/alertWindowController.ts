import type { TimeFormat } from '#core/format/formatTime.ts';
import type { AlertCard, AlertSnapshot } from '#core/reminders/alertSnapshot.ts';
import type { AlertPlacement } from '../ports/alertWindow.ts';
import type { MeetingId } from '#core/keys.ts';
import { createSignal, SECOND, type Signal } from '#base';
import type { Ports } from '../ports/ports.ts';

/** A card with its text as a function, because titles may be hidden while it is shown. */
export type UpdatingCard = Omit<AlertCard, 'text'> & { readonly text: () => string };

/** The content of the alert window, which is open while it has cards. */
export interface AlertWindowController extends Disposable {
  /** Adds a card, or replaces the meeting's card. */
  put(meeting: MeetingId, card: UpdatingCard, outcome: AlertOutcome): void;
  /** Changes the card of a meeting, if there is one. */
  change(meeting: MeetingId, change: Partial<Pick<UpdatingCard, 'joinsAt' | 'text'>>): void;
  remove(meeting: MeetingId): void;
  /** Applies changed settings to the open window. */
  refresh(): void;
  /** For the page; the request also shows that the page has loaded. */
  snapshot(): AlertSnapshot;
  /** The user closed the window, which had these meetings. */
  readonly closed: Signal<readonly MeetingId[]>;
}

/** Whether a card was shown. */
export interface AlertOutcome {
  readonly onShown: () => void;
  readonly onFailed: () => void;
}

/** A page that sends no request for this long has not loaded. */
const PATIENCE_MS = 5 * SECOND;

/** One for each digit key. Further cards appear as these are answered. */
const MOST_CARDS = 9;

/** Earliest first. If there are too many, cards with a countdown come first, because the user must see them. */
function inOrder(cards: readonly UpdatingCard[]): readonly UpdatingCard[] {
  const sorted = cards.toSorted((a, b) => (a.time?.start ?? 0) - (b.time?.start ?? 0));
  if (sorted.length <= MOST_CARDS) return sorted;
  const isJoining = ({ joinsAt }: UpdatingCard): boolean => joinsAt !== null;
  return [...sorted.filter(isJoining), ...sorted.filter((card) => !isJoining(card))];
}

/** Its window is closed. */
export function createAlertWindowController(
  { alert, clock, ipc }: Pick<Ports, 'alert' | 'clock' | 'ipc'>,
  format: () => TimeFormat,
  options: () => AlertPlacement & Pick<AlertSnapshot, 'hidesTitles' | 'hasLetterKeys'>,
): AlertWindowController {
  const cards = new Map<MeetingId, UpdatingCard>();
  const waiting = new Map<MeetingId, AlertOutcome>();
  const closed = createSignal<readonly MeetingId[]>();
  let isPageThere = false;
  let patience: Disposable | undefined;

  const take = (): AlertSnapshot => ({
    now: clock.now(),
    format: { ...format() },
    hidesTitles: options().hidesTitles,
    hasLetterKeys: options().hasLetterKeys,
    cards: inOrder([...cards.values()])
      .slice(0, MOST_CARDS)
      .map(({ text, ...card }) => Object.assign(card, { text: text() })),
    more: Math.max(0, cards.size - MOST_CARDS),
  });

  const settle = (result: keyof AlertOutcome): void => {
    patience?.[Symbol.dispose]();
    const all = [...waiting.values()];
    waiting.clear();
    for (const outcome of all) outcome[result]();
  };

  const empty = (): readonly MeetingId[] => {
    const meetings = [...cards.keys()];
    cards.clear();
    waiting.clear();
    isPageThere = false;
    patience?.[Symbol.dispose]();
    return meetings;
  };

  using parts = new DisposableStack();
  parts.use(
    alert.onClosed(() => {
      const meetings = empty();
      if (meetings.length > 0) closed.emit(meetings);
    }),
  );
  parts.defer(() => {
    empty();
    alert.close();
  });
  const owned = parts.move();

  return {
    closed,
    put: (meeting, card, outcome) => {
      cards.set(meeting, card);
      waiting.set(meeting, outcome);
      alert.show(options());
      if (isPageThere) {
        ipc.send('alert:changed', take());
        settle('onShown');
        return;
      }
      patience?.[Symbol.dispose]();
      patience = clock.after(PATIENCE_MS, () => settle('onFailed'));
    },
    change: (meeting, change) => {
      const card = cards.get(meeting);
      if (card === undefined) return;
      cards.set(meeting, { ...card, ...change });
      if (isPageThere) ipc.send('alert:changed', take());
    },
    remove: (meeting) => {
      if (!cards.delete(meeting)) return;
      waiting.delete(meeting);
      if (cards.size > 0) ipc.send('alert:changed', take());
      else {
        empty();
        alert.close();
      }
    },
    refresh: () => {
      if (cards.size === 0) return;
      alert.show(options());
      if (isPageThere) ipc.send('alert:changed', take());
    },
    snapshot: () => {
      isPageThere = true;
      // Showing a card may change it: a countdown begins.
      settle('onShown');
      return take();
    },
    [Symbol.dispose]: () => owned.dispose(),
  };
}
