import { type OccurrenceKey } from '#core/keys.ts';
import { remindersProblem } from '#core/reminders/problems.ts';
import type { ReminderAction } from '#core/reminders/reminderAction.ts';
import type { SnoozeChoice } from '#core/reminders/snooze.ts';
import { type Instant, type Result } from '#base';
import { createAlertPresenter } from './alertPresenter.ts';
import { createAutoJoin } from './autoJoin.ts';
import { isOver, keysOf, meetingOf, onePerMeeting, type Card } from './card.ts';
import { createNoticePresenter } from './noticePresenter.ts';
import { createReminderActions } from './reminderActions.ts';
import type { ReminderContext } from './reminderContext.ts';
import { createShownReminders } from './shownReminders.ts';

/** The reminders on the screen: at most one for each meeting, the newest. */
export interface ActiveReminders extends Disposable {
  /** Shows cards that are due at the same time; many notices become one. */
  show(cards: readonly Card[]): void;
  /** Closes reminders that are over or that `isWanted` rejects. */
  tidy(now: Instant, isWanted: (card: Card) => boolean): void;
  readonly act: (key: string, action: ReminderAction) => Promise<Result<null>>;
  /** If titles are hidden now, replaces notices that show one, without a sound. */
  hideTitles(): void;
  /** Snoozes a meeting, whether or not its reminder is on the screen. @returns until when (ms) */
  readonly snooze: (key: OccurrenceKey, choice: SnoozeChoice) => Promise<Result<Instant>>;
  readonly unsnooze: (key: OccurrenceKey) => Promise<Result<null>>;
  isEmpty(): boolean;
}

/** @param decided is called when the user decided something: plan again */
export function createActiveReminders(context: ReminderContext, decided: () => void): ActiveReminders {
  const { agenda, alertWindow, hidesTitles, ledger, log, problems } = context;
  const autoJoin = createAutoJoin(context, (meeting, key) => void actions.joinAndClose(meeting, key));
  const shown = createShownReminders(alertWindow, autoJoin.drop);
  const alerts = createAlertPresenter(context, shown, autoJoin);
  const notices = createNoticePresenter(context, shown, {
    act: (key, action) => void actions.act(key, action),
    showLarge: alerts.show,
    failed,
  });
  const actions = createReminderActions(context, { shown, autoJoin, showAlert: alerts.show, decided });

  /** A notice was not shown: the alert window replaces it. A quiet card remains visible in tray and agenda only. */
  function failed(card: Card, reason: string): void {
    log(`a notice was not shown: ${reason}`);
    problems.report(remindersProblem('reminders/notShown'));
    // It was answered, or a newer reminder of its meeting is on the screen.
    const present = shown.get(meetingOf(card));
    if (present !== undefined && present.card.key !== card.key) return;
    shown.close(meetingOf(card));
    if (card.isQuiet) void ledger.record(...keysOf(card).map((key) => ({ kind: 'failed' as const, key })));
    else alerts.show(card);
  }

  using parts = new DisposableStack();
  parts.defer(() => shown.entries().forEach(([meeting]) => shown.close(meeting)));
  parts.use(notices);
  parts.use(autoJoin);
  parts.use(
    alertWindow.closed.on((meetings) => {
      for (const meeting of meetings) {
        const key = shown.get(meeting)?.card.key;
        if (key !== undefined) void ledger.record({ kind: 'dismissed', key });
        shown.close(meeting);
      }
      decided();
    }),
  );
  const owned = parts.move();

  return {
    show: (due) => {
      const cards = onePerMeeting(due);
      // A quiet card, which comes in the middle of a meeting, does not cover the screen.
      const isLarge = ({ kind, isQuiet }: Card): boolean => kind !== 'notice' && !isQuiet;
      cards.filter(isLarge).forEach(alerts.show);
      notices.showAll(cards.filter((card) => !isLarge(card)));
    },
    act: actions.act,
    snooze: actions.snooze,
    unsnooze: actions.unsnooze,
    isEmpty: shown.isEmpty,
    hideTitles: () => {
      if (!hidesTitles()) return;
      for (const [meeting, { card, notice, isHidden }] of shown.entries()) {
        if (notice === null || isHidden) continue;
        shown.close(meeting);
        notices.show({ ...card, isQuiet: true });
      }
    },
    tidy: (now, isWanted) => {
      for (const [meeting, { card }] of shown.entries()) {
        const isUseless = card.occurrence !== null && isOver(card.occurrence, now, agenda.zone());
        if (isUseless || !isWanted(card)) shown.close(meeting);
      }
    },
    [Symbol.dispose]: () => owned.dispose(),
  };
}
