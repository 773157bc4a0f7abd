import { type OccurrenceKey, meetingIdOf, readReminderKey, reminderKey, type MeetingId } from '#core/keys.ts';
import { remindersFailure } from '#core/reminders/problems.ts';
import type { GivenReply } from '#core/agenda/attendance.ts';
import { hasJoined } from '#core/reminders/reminderHistory.ts';
import type { ReminderAction } from '#core/reminders/reminderAction.ts';
import { repeated, type ReminderKind } from '#core/reminders/reminderRules.ts';
import { snoozedUntil, type SnoozeChoice } from '#core/reminders/snooze.ts';
import { type Instant, type Result, success } from '#base';
import { joinFromDesktop } from '../join/joinFromDesktop.ts';
import type { AutoJoin } from './autoJoin.ts';
import { shownTitle, type Card } from './card.ts';
import type { ReminderContext } from './reminderContext.ts';
import type { ShownReminders } from './shownReminders.ts';

/** What the user can do with a reminder. */
export interface ReminderActions {
  readonly act: (key: string, action: ReminderAction) => Promise<Result<null>>;
  /** Snoozes a meeting, whether or not its reminder is on the screen. @returns until when (ms) */
  readonly snooze: (key: OccurrenceKey, choice: SnoozeChoice) => Promise<Result<Instant>>;
  /** Undoes a snooze: the other reminders of the meeting come as planned. */
  readonly unsnooze: (key: OccurrenceKey) => Promise<Result<null>>;
  /** @returns false if the room did not open */
  readonly joinAndClose: (meeting: MeetingId, occurrenceKey: OccurrenceKey) => Promise<boolean>;
}

export interface ActionParts {
  readonly shown: ShownReminders;
  readonly autoJoin: AutoJoin;
  readonly showAlert: (card: Card) => void;
  /** The user decided something: plan again. */
  readonly decided: () => void;
}

export function createReminderActions(context: ReminderContext, parts: ActionParts): ReminderActions {
  const { desktop, ledger, hidesTitles } = context;
  const { shown, autoJoin, decided } = parts;
  const snoozing = createSnoozing(context, parts);

  async function joinAndClose(meeting: MeetingId, occurrenceKey: OccurrenceKey): Promise<boolean> {
    const isDone = await joinFromDesktop(context, occurrenceKey);
    shown.close(meeting);
    decided();
    return isDone;
  }

  /** Closes the reminder, and goes on with its meeting in the window or the floating clock unless it is dismissed. */
  function finish(key: string, action: 'notes' | 'open' | 'dismiss' | 'shrink'): void {
    const { meeting, occurrenceKey } = readReminderKey(key);
    void ledger.record({ kind: action === 'dismiss' ? 'dismissed' : 'acknowledged', key });
    shown.close(meeting);
    if (action === 'shrink') context.showClock(occurrenceKey);
    else if (action !== 'dismiss')
      desktop.showWindow({ screen: action === 'notes' ? 'notes' : 'agenda', occurrenceKey });
    decided();
  }

  async function join(key: string): Promise<void> {
    const { meeting, occurrenceKey } = readReminderKey(key);
    autoJoin.drop(meeting);
    // If the room did not open, the meeting is not acknowledged and is announced again.
    if (await joinAndClose(meeting, occurrenceKey)) void ledger.record({ kind: 'acknowledged', key });
  }

  function skip(key: string): void {
    const { meeting, occurrenceKey } = readReminderKey(key);
    const card = shown.get(meeting)?.card;
    shown.close(meeting);
    context.skip(occurrenceKey, card === undefined ? null : shownTitle(card, hidesTitles()));
  }

  async function act(key: string, action: ReminderAction): Promise<Result<null>> {
    if (typeof action === 'object') {
      if ('room' in action) return enterRoom(context, parts, key, action.room);
      if ('reply' in action) return answerInvitation(context, parts, key, action.reply);
      return snoozing.ofCard(key, action.snooze);
    }
    switch (action) {
      case 'itIsOn':
      case 'notThisWeek':
        return answerMaybe(context, parts, key, action === 'itIsOn');
      case 'stayOut':
        autoJoin.cancel(readReminderKey(key).meeting);
        break;
      case 'skip':
        skip(key);
        break;
      case 'undoDismiss':
        void ledger.record({ kind: 'undone', key });
        decided();
        break;
      case 'join':
        await join(key);
        break;
      case 'notes':
      case 'open':
      case 'dismiss':
      case 'shrink':
        finish(key, action);
    }
    return success(null);
  }

  return { act, joinAndClose, snooze: snoozing.ofMeeting, unsnooze: snoozing.undo };
}

/** Opens one of several rooms. If it does not open, the card stays. */
async function enterRoom(
  { joiner, desktop, ledger }: ReminderContext,
  { shown, decided }: ActionParts,
  key: string,
  url: string,
): Promise<Result<null>> {
  const { meeting, occurrenceKey } = readReminderKey(key);
  const joined = await joiner.join(occurrenceKey, url);
  if (!joined.ok) return joined;
  if (joined.value === 'asked') desktop.showWindow({ screen: 'agenda', occurrenceKey });
  void ledger.record({ kind: 'acknowledged', key });
  shown.close(meeting);
  decided();
  return success(null);
}

/**
 * Answers an invitation. Its notice is over with the press; its card in the alert window stays to join from, unless the
 * user declined. After a refusal everything is as before.
 */
async function answerInvitation(
  { agenda, answers, ledger, problems }: ReminderContext,
  { shown, showAlert, decided }: ActionParts,
  key: string,
  reply: GivenReply,
): Promise<Result<null>> {
  const { meeting, occurrenceKey } = readReminderKey(key);
  const answerKey = agenda.find(occurrenceKey)?.answerKey ?? null;
  if (answerKey === null) return remindersFailure('reminders/gone');
  const present = shown.get(meeting);
  const isInWindow = present?.notice === null;
  if (!isInWindow) shown.close(meeting);
  const answered = await answers.answer(answerKey, reply, 'one');
  if (!answered.ok) {
    // The notice is gone by now, and the alert window has no room for it.
    problems.report(answered.problem);
    return answered;
  }
  if (reply === 'no') void ledger.record({ kind: 'acknowledged', key });
  const occurrence = agenda.find(occurrenceKey);
  if (isInWindow && shown.get(meeting) === present) {
    if (reply === 'no' || occurrence === null) shown.close(meeting);
    // It is on the screen already, and its sound was played.
    else showAlert({ ...present.card, occurrence, loudness: 'quiet' });
  }
  decided();
  return success(null);
}

/** Stores whether an unconfirmed meeting takes place. If it does, its card stays in the alert window to join from. */
async function answerMaybe(
  { agenda, ledger, answerWeek }: ReminderContext,
  { shown, showAlert, decided }: ActionParts,
  key: string,
  isOn: boolean,
): Promise<Result<null>> {
  const { meeting, occurrenceKey } = readReminderKey(key);
  const occurrence = agenda.find(occurrenceKey);
  if (occurrence === null) return remindersFailure('reminders/gone');
  // Confirming a meeting does not dismiss it: its reminders continue.
  if (!isOn) void ledger.record({ kind: 'acknowledged', key });
  const present = shown.get(meeting);
  const answered = await answerWeek(occurrence, isOn);
  const settled = agenda.find(occurrenceKey);
  const isInWindow = present?.notice === null && shown.get(meeting) === present;
  if (isOn && isInWindow && settled !== null)
    showAlert({
      ...present.card,
      occurrence: settled,
      maybe: null,
      text: () => '',
      // It is on the screen already, and its sound was played.
      loudness: 'quiet',
    });
  else shown.close(meeting);
  decided();
  return answered;
}

interface Snoozing {
  /** Snoozes the meeting of a card on the screen. */
  ofCard(key: string, choice: SnoozeChoice): Result<null>;
  readonly ofMeeting: (key: OccurrenceKey, choice: SnoozeChoice) => Promise<Result<Instant>>;
  readonly undo: (key: OccurrenceKey) => Promise<Result<null>>;
}

function createSnoozing(
  { agenda, clock, ledger }: ReminderContext,
  { shown, decided }: ActionParts,
): Snoozing {
  /** @param kind of the reminder that comes again */
  function snooze(
    key: string,
    choice: SnoozeChoice,
    time: { readonly start: Instant; readonly end: Instant },
    kind: ReminderKind,
  ): Result<Instant> {
    const until = snoozedUntil(choice, time, clock.now());
    if (until === null) return remindersFailure('reminders/tooLate');
    void ledger.record({ kind: 'snoozed', key, until, as: repeated(kind) });
    shown.close(readReminderKey(key).meeting);
    decided();
    return success(until);
  }
  return {
    ofCard: (key, choice) => {
      const { meeting, start } = readReminderKey(key);
      const card = shown.get(meeting)?.card;
      const time = card?.occurrence?.time;
      if (card === undefined || time?.kind !== 'timed' || time.start !== start)
        return remindersFailure('reminders/gone');
      const snoozed = snooze(key, choice, time, card.kind);
      return snoozed.ok ? success(null) : snoozed;
    },
    undo: async (occurrenceKey) => {
      const occurrence = await agenda.locate(occurrenceKey);
      if (occurrence === null) return remindersFailure('reminders/gone');
      const meeting = meetingIdOf(occurrence);
      void ledger.record({ kind: 'unsnoozed', key: reminderKey('before-0', meeting) });
      decided();
      return success(null);
    },
    ofMeeting: async (occurrenceKey, choice) => {
      // A snooze by the start also serves a meeting that the agenda does not reach yet.
      const isByStart = choice === 'minuteBefore' || choice === 'start';
      const occurrence = isByStart ? await agenda.locate(occurrenceKey) : agenda.find(occurrenceKey);
      if (occurrence?.time.kind !== 'timed') return remindersFailure('reminders/gone');
      const meeting = meetingIdOf(occurrence);
      if (hasJoined(ledger.history().get(meeting))) return remindersFailure('reminders/joined');
      const card = shown.get(meeting)?.card;
      // Without a card, act as if a reminder had come now.
      const key = card?.key ?? reminderKey(`snooze-${clock.now()}`, meeting);
      return snooze(key, choice, occurrence.time, card?.kind ?? 'notice');
    },
  };
}
