import type { MeetingId } from '#core/keys.ts';
import type { ReminderAction } from '#core/reminders/reminderAction.ts';
import { keysOf, meetingOf, shownTitle, type Card } from './card.ts';
import { chooseMany, createManyNotices, type ManyNotices } from './manyNotices.ts';
import { noticeButtons } from './noticeButtons.ts';
import { clickOf } from './noticeClick.ts';
import { noticeId } from '../desktop/noticeId.ts';
import type { ReminderContext } from './reminderContext.ts';
import type { ShownReminders } from './shownReminders.ts';
import { URGENCY } from './urgency.ts';

/** Shows cards as notifications. */
export interface NoticePresenter extends Disposable {
  /** Shows cards that are due at the same time; many of them share one notification. */
  showAll(cards: readonly Card[]): void;
  show(card: Card): void;
}

export interface NoticeHandlers {
  readonly act: (key: string, action: ReminderAction) => void;
  readonly showLarge: (card: Card) => void;
  /** @param reason for the log */
  readonly failed: (card: Card, reason: string) => void;
}

export function createNoticePresenter(
  context: ReminderContext,
  shown: ShownReminders,
  handlers: NoticeHandlers,
): NoticePresenter {
  const { notifier } = context;
  const many = createSharedNotice(context, shown, handlers);

  const show = (card: Card): void => {
    shown.set(meetingOf(card), {
      card,
      notice: notifier.show(noticeOf(context, card, handlers)),
      isHidden: context.hidesTitles(),
    });
    void breakThrough([card]);
  };

  const showTogether = (cards: readonly Card[]): void => {
    for (const card of cards) shown.withdraw(meetingOf(card));
    // The shared notification has no titles, so hiding titles does not change it.
    for (const card of cards)
      shown.set(meetingOf(card), { card, notice: many.entry(meetingOf(card)), isHidden: true });
    many.put(
      cards.map((card) => ({
        meeting: meetingOf(card),
        occurrence: card.occurrence,
        loudness: card.isQuiet ? 'quiet' : card.loudness,
      })),
    );
    void breakThrough(cards);
  };

  /** Shows urgent cards in the alert window if “do not disturb” suppresses even urgent notifications. */
  async function breakThrough(cards: readonly Card[]): Promise<void> {
    const urgent = cards.filter(({ loudness, isQuiet }) => loudness === 'urgent' && !isQuiet);
    if (urgent.length === 0) return;
    if ((await notifier.doNotDisturb()) !== 'holdsEverything') return;
    urgent.filter((card) => shown.get(meetingOf(card))?.card === card).forEach(handlers.showLarge);
  }

  return {
    show,
    showAll: (cards) => {
      if (cards.length === 0) return;
      for (const card of cards) shown.close(meetingOf(card));
      if (!notifier.isSupported()) {
        for (const card of cards) handlers.failed(card, 'notifications are not supported');
        return;
      }
      const all = [...shown.cardsOf(many.recent()), ...cards];
      const together = many.hasRoomFor(cards.length) ? [] : chooseMany(all);
      for (const card of cards.filter((one) => !together.includes(one))) {
        many.shown(meetingOf(card));
        show(card);
      }
      if (together.length > 0) showTogether(together);
    },
    [Symbol.dispose]: () => many[Symbol.dispose](),
  };
}

/** The notification of one card. */
function noticeOf(
  { agenda, chimes, clock, hidesTitles, ledger }: ReminderContext,
  card: Card,
  { act, failed }: NoticeHandlers,
): Parameters<ReminderContext['notifier']['show']>[0] {
  const { key, loudness } = card;
  const does = (action: ReminderAction) => () => act(key, action);
  return {
    id: noticeId(card.occurrenceKey),
    title: shownTitle(card, hidesTitles()),
    body: card.body(),
    isSilent: card.isQuiet || chimes.isSilent(loudness),
    urgency: URGENCY[loudness],
    actions: noticeButtons(card, does),
    onClick: () => act(key, clickOf(card, agenda, clock.now())),
    onDismissed: does('dismiss'),
    onShown: () => {
      void ledger.record(...keysOf(card).map((one) => ({ kind: 'shown' as const, key: one })));
      if (!card.isQuiet) chimes.accompany('notice', loudness);
    },
    onFailed: (reason) => failed(card, reason),
  };
}

/** The notification that many cards share. */
function createSharedNotice(
  context: ReminderContext,
  shown: ShownReminders,
  { act, showLarge, failed }: NoticeHandlers,
): ManyNotices {
  const { chimes, ledger } = context;
  const cardsOf = (meetings: readonly MeetingId[]): Card[] => shown.cardsOf(meetings);
  return createManyNotices(context, {
    // The user opens them, so they need no sound.
    open: (meetings) => cardsOf(meetings).forEach((card) => showLarge({ ...card, loudness: 'quiet' })),
    dismissed: (meetings) => cardsOf(meetings).forEach(({ key }) => act(key, 'dismiss')),
    shown: (meetings, loudness) => {
      void ledger.record(
        ...cardsOf(meetings)
          .flatMap(keysOf)
          .map((key) => ({ kind: 'shown' as const, key })),
      );
      chimes.accompany('notice', loudness);
    },
    failed: (meetings, reason) => cardsOf(meetings).forEach((card) => failed(card, reason)),
  });
}
