import type { TimeFormat } from '#core/format/formatTime.ts';
import type { AlertCard, AlertSnapshot } from '#core/reminders/alertSnapshot.ts';
import type { AlertPlacement } from '../ports/alertWindow.ts';
import type { MeetingId } from '#core/keys.ts';
import { createSignal, SECOND, type Signal } from '#base';
import type { Ports } from '../ports/ports.ts';

/** A card whose text is made anew each time it is shown: titles may be hidden meanwhile. */
export type UpdatingCard = Omit<AlertCard, 'text'> & { readonly text: () => string };

/** What stands in the large window. It is open while there is something in it. */
export interface AlertWindowController extends Disposable {
  /** Adds a card, or puts it in place of the meeting's former one. */
  put(meeting: MeetingId, card: UpdatingCard, told: AlertOutcome): void;
  /** Changes the card of a meeting, where it has one. */
  change(meeting: MeetingId, change: Partial<Pick<UpdatingCard, 'joinsAt' | 'text'>>): void;
  remove(meeting: MeetingId): void;
  /** The settings are other ones: shows the same as they say now. */
  refresh(): void;
  /** For the page; asking for it tells that the page is there. */
  snapshot(): AlertSnapshot;
  /** The user closed the window; these meetings stood in it. */
  readonly closed: Signal<readonly MeetingId[]>;
}

/** What became of a card. */
export interface AlertOutcome {
  readonly onShown: () => void;
  readonly onFailed: () => void;
}

/** A page that asks for nothing for so long is not on the screen. */
const PATIENCE_MS = 5 * SECOND;

/** As many as there are digits to choose one. The others come up as these are answered. */
const MOST_CARDS = 9;

/** The earliest first. Of too many those that are about to join come before all: that must be seen. */
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
  look: () => AlertPlacement & { readonly hidesTitles: boolean },
): AlertWindowController {
  const cards = new Map<MeetingId, UpdatingCard>();
  const waiting = new Map<MeetingId, AlertOutcome>();
  const closed = createSignal<readonly MeetingId[]>();
  let isPageThere = false;
  let patience: Disposable | undefined;

  const take = (): AlertSnapshot => ({
    now: clock.now(),
    format: { ...format() },
    hidesTitles: look().hidesTitles,
    cards: inOrder([...cards.values()])
      .slice(0, MOST_CARDS)
      .map(({ text, ...card }) => Object.assign(card, { text: text() })),
    more: Math.max(0, cards.size - MOST_CARDS),
  });

  const settle = (outcome: keyof AlertOutcome): void => {
    patience?.[Symbol.dispose]();
    const all = [...waiting.values()];
    waiting.clear();
    for (const told of all) told[outcome]();
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
    put: (meeting, card, told) => {
      cards.set(meeting, card);
      waiting.set(meeting, told);
      alert.show(look());
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
      alert.show(look());
      if (isPageThere) ipc.send('alert:changed', take());
    },
    snapshot: () => {
      isPageThere = true;
      // Being shown may change a card: a countdown begins.
      settle('onShown');
      return take();
    },
    [Symbol.dispose]: () => owned.dispose(),
  };
}
