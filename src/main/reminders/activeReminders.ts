import { remindersProblem, remindersFailure } from '#core/reminders/problems.ts';
import { type OccurrenceKey, meetingIdOf, readReminderKey, reminderKey, type MeetingId } from '#core/keys.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { ReminderAction } from '#core/reminders/reminderAction.ts';
import { type Instant, type Result, success } from '#base';
import { slotTime } from '#core/reminders/reminder.ts';
import { hasJoined } from '#core/reminders/reminderHistory.ts';
import { repeated, type ReminderKind, type ReminderRules } from '#core/reminders/reminderRules.ts';
import { snoozedUntil, type SnoozeChoice } from '#core/reminders/snooze.ts';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import { joinFromDesktop } from '../join/joinFromDesktop.ts';
import type { Joiner } from '../join/meetingJoiner.ts';
import type { Ports } from '../ports/ports.ts';
import type { Problems } from '../app/problems.ts';
import type { AlertWindowController } from './alertWindowController.ts';
import { createAutoJoin } from './autoJoin.ts';
import type { Chimes } from './chimes.ts';
import { chooseMany, createManyNotices } from './manyNotices.ts';
import { URGENCY } from './urgency.ts';
import { alertCardOf, isOver, keysOf, onePerMeeting, type Card } from './card.ts';
import { noticeButtons } from './noticeButtons.ts';
import { clickOf } from './noticeClick.ts';
import { noticeId } from './noticeId.ts';
import { HIDDEN_TITLE } from '#core/reminders/texts.ts';
import type { ReminderLedger } from './reminderLedger.ts';

/** Announcements on the screen: at most one of each meeting, the newest. */
export interface ActiveReminders extends Disposable {
  /** Those that are due at one moment; of many notices one is made. */
  show(cards: readonly Card[]): void;
  close(meeting: MeetingId): void;
  /** Takes away what is over, and what `isWanted` no longer wants. */
  tidy(now: Instant, isWanted: (card: Card) => boolean): void;
  act(key: string, action: ReminderAction): Promise<Result<null>>;
  /** Where titles are hidden now: notices that show one come again without any, and without a sound. */
  hideTitles(): void;
  /** Puts off a meeting, whether or not it is shown; says until when (ms). */
  snooze(key: OccurrenceKey, choice: SnoozeChoice): Result<Instant>;
  readonly isEmpty: () => boolean;
}

export interface CardParts {
  readonly agenda: AgendaModel;
  readonly ledger: ReminderLedger;
  readonly joiner: Joiner;
  readonly problems: Problems;
  readonly alertWindow: AlertWindowController;
  readonly chimes: Chimes;
  readonly rules: () => ReminderRules;
  readonly hidesTitles: () => boolean;
  /** Says whether a meeting is on at a date on which it may be. Resolves when the agenda shows it. */
  readonly answerWeek: (occurrence: Occurrence, isOn: boolean) => Promise<Result<null>>;
  /** Skips a meeting and says so under this title, with a way back; null for not a word. */
  readonly skip: (key: OccurrenceKey, title: string | null) => void;
  /** Something was decided: plan again. */
  readonly decided: () => void;
}

interface ShownCard {
  readonly card: Card;
  /** null where it stands in the large window. */
  readonly notice: Disposable | null;
  /** Whether its titles are hidden. */
  readonly isHidden: boolean;
}

/** Holds what is shown until it is answered or over: a notification that is collected no longer answers to clicks. */
export function createActiveReminders(
  ports: Pick<Ports, 'clock' | 'power' | 'notifier' | 'desktop' | 'log'>,
  {
    agenda,
    ledger,
    joiner,
    problems,
    alertWindow,
    chimes,
    rules,
    hidesTitles,
    answerWeek,
    skip,
    decided,
  }: CardParts,
): ActiveReminders {
  const { clock, notifier, desktop, log } = ports;
  const autoJoin = createAutoJoin(ports, {
    agenda,
    ledger,
    alertWindow,
    rules,
    join: (meeting, occurrenceKey) => void joinAndClose(meeting, occurrenceKey),
  });
  const shown = new Map<MeetingId, ShownCard>();

  function close(meeting: MeetingId): void {
    takeDown(meeting);
    alertWindow.remove(meeting);
  }

  function takeDown(meeting: MeetingId): void {
    shown.get(meeting)?.notice?.[Symbol.dispose]();
    shown.delete(meeting);
    autoJoin.drop(meeting);
  }

  const record = (kind: 'shown' | 'failed', cards: readonly Card[]): void =>
    void ledger.record(...cards.flatMap(keysOf).map((key) => ({ kind, key })));
  const meetingOf = ({ key }: Card): MeetingId => readReminderKey(key).meeting;
  const cardsOf = (meetings: readonly MeetingId[]): Card[] =>
    meetings.flatMap((meeting) => shown.get(meeting)?.card ?? []);
  const many = createManyNotices(
    { ...ports, chimes },
    {
      // The user opens them, so nothing has to be heard.
      open: (meetings) => cardsOf(meetings).forEach((card) => showLarge({ ...card, loudness: 'quiet' })),
      dismissed: (meetings) => cardsOf(meetings).forEach(({ key }) => void act(key, 'dismiss')),
      shown: (meetings, loudness) => {
        record('shown', cardsOf(meetings));
        chimes.accompany('notice', loudness);
      },
      failed: (meetings, reason) =>
        cardsOf(meetings).forEach((card) => failed(meetingOf(card), card, reason)),
    },
  );

  function show(due: readonly Card[]): void {
    const cards = onePerMeeting(due);
    // In the middle of a meeting nothing takes the screen.
    const isLarge = ({ kind, isQuiet }: Card): boolean => kind !== 'notice' && !isQuiet;
    cards.filter(isLarge).forEach(showLarge);
    const notices = cards.filter((card) => !isLarge(card));
    if (notices.length === 0) return;
    for (const card of notices) close(meetingOf(card));
    if (!notifier.isSupported())
      for (const card of notices) failed(meetingOf(card), card, 'notifications are not supported');
    else {
      const all = [...cardsOf(many.recent()), ...notices];
      const together = many.hasRoomFor(notices.length) ? [] : chooseMany(all);
      for (const card of notices.filter((one) => !together.includes(one))) {
        many.shown(meetingOf(card));
        showNotice(meetingOf(card), card);
      }
      if (together.length > 0) showMany(together);
    }
  }

  /** A card takes the place of the former one: the window must not go and come again under the user's eyes. */
  function showLarge(card: Card): void {
    takeDown(meetingOf(card));
    showAlert(meetingOf(card), card);
  }

  function showMany(cards: readonly Card[]): void {
    for (const card of cards) takeDown(meetingOf(card));
    // Its notice names no title, so hiding titles changes nothing.
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
  }

  function showNotice(meeting: MeetingId, card: Card): void {
    const { key, loudness } = card;
    const does = (action: ReminderAction) => () => void act(key, action);
    const isHidden = hidesTitles();
    const notice = notifier.show({
      id: noticeId(card.occurrenceKey),
      title: titleOf(card),
      body: card.body(),
      isSilent: card.isQuiet || chimes.isSilent(loudness),
      urgency: URGENCY[loudness],
      actions: noticeButtons(card, does),
      onClick: () => void act(key, clickOf(card, agenda, clock.now())),
      onDismissed: does('dismiss'),
      onShown: () => {
        record('shown', [card]);
        if (!card.isQuiet) chimes.accompany('notice', loudness);
      },
      onFailed: (reason) => failed(meeting, card, reason),
    });
    shown.set(meeting, { card, notice, isHidden });
    void breakThrough([card]);
  }

  /** Where the desktop holds back urgent notices too, the large window comes instead. */
  async function breakThrough(cards: readonly Card[]): Promise<void> {
    const urgent = cards.filter(({ loudness, isQuiet }) => loudness === 'urgent' && !isQuiet);
    if (urgent.length === 0) return;
    if ((await notifier.doNotDisturb()) !== 'holdsEverything') return;
    urgent.filter((card) => shown.get(meetingOf(card))?.card === card).forEach(showLarge);
  }

  function showAlert(meeting: MeetingId, card: Card): void {
    shown.set(meeting, { card, notice: null, isHidden: false });
    const service = card.occurrence?.joinLinks[0]?.serviceName ?? null;
    alertWindow.put(meeting, alertCardOf(card), {
      onShown: () => {
        record('shown', [card]);
        chimes.accompany('alert', card.loudness);
        if (card.kind === 'autoJoin' && service !== null) beginToJoin(meeting, card);
      },
      // The last resort, so that the meeting is seen all the same.
      onFailed: () => {
        log('the alert window did not open');
        record('failed', [card]);
        desktop.showWindow({ screen: 'agenda', occurrenceKey: card.occurrenceKey });
      },
    });
  }

  function beginToJoin(meeting: MeetingId, { key, occurrenceKey }: Card): void {
    const { slot, start } = readReminderKey(key);
    autoJoin.begin(meeting, occurrenceKey, slotTime(slot, start) ?? start);
  }

  /** False where its room did not open. */
  async function joinAndClose(meeting: MeetingId, occurrenceKey: OccurrenceKey): Promise<boolean> {
    const isDone = await joinFromDesktop({ joiner, problems, desktop }, occurrenceKey);
    close(meeting);
    decided();
    return isDone;
  }

  /** The large window takes over; a quiet card is seen in the tray and in the agenda. */
  function failed(meeting: MeetingId, card: Card, reason: string): void {
    log(`a notice was not shown: ${reason}`);
    problems.report(remindersProblem('reminders/notShown'));
    // It was answered, or something newer of its meeting is there.
    const present = shown.get(meeting);
    if (present !== undefined && present.card.key !== card.key) return;
    close(meeting);
    if (card.isQuiet) record('failed', [card]);
    else showAlert(meeting, card);
  }

  const titleOf = ({ title, maybe }: Card): string =>
    `${maybe === null ? '' : `${maybe}: `}${hidesTitles() ? HIDDEN_TITLE : title}`;

  async function act(key: string, action: ReminderAction): Promise<Result<null>> {
    const { meeting, occurrenceKey, start } = readReminderKey(key);
    const present = shown.get(meeting)?.card;
    if (typeof action === 'object' && 'room' in action) return enter(key, action.room);
    if (typeof action === 'object') {
      const time = present?.occurrence?.time;
      if (present === undefined || time?.kind !== 'timed' || time.start !== start)
        return remindersFailure('reminders/gone');
      const snoozed = putOff(key, action.snooze, time, present.kind);
      return snoozed.ok ? success(null) : snoozed;
    }
    if (action === 'stayOut') {
      autoJoin.cancel(meeting);
      return success(null);
    }
    if (action === 'itIsOn' || action === 'notThisWeek') return answerMaybe(key, action === 'itIsOn');
    if (action === 'skip') {
      skipShown(meeting, occurrenceKey);
      return success(null);
    }
    if (action === 'join') {
      autoJoin.drop(meeting);
      // Whose room did not open has done nothing about the meeting yet: it is announced again.
      if (await joinAndClose(meeting, occurrenceKey)) void ledger.record({ kind: 'acknowledged', key });
      return success(null);
    }
    void ledger.record({ kind: action === 'dismiss' ? 'dismissed' : 'acknowledged', key });
    close(meeting);
    if (action !== 'dismiss')
      desktop.showWindow({ screen: action === 'notes' ? 'notes' : 'agenda', occurrenceKey });
    decided();
    return success(null);
  }

  /** The user says whether a maybe is on. What is on stays in the large window, where it can be joined. */
  async function answerMaybe(key: string, isOn: boolean): Promise<Result<null>> {
    const { meeting, occurrenceKey } = readReminderKey(key);
    const occurrence = agenda.find(occurrenceKey);
    if (occurrence === null) return remindersFailure('reminders/gone');
    // Who says that it is on has not put it away: its reminders go on.
    if (!isOn) void ledger.record({ kind: 'acknowledged', key });
    const present = shown.get(meeting);
    const answered = await answerWeek(occurrence, isOn);
    const settled = agenda.find(occurrenceKey);
    const isInWindow = present?.notice === null && shown.get(meeting) === present;
    if (isOn && isInWindow && settled !== null)
      showAlert(meeting, {
        ...present.card,
        occurrence: settled,
        maybe: null,
        text: () => '',
        // It is on the screen already, and was heard.
        loudness: 'quiet',
      });
    else close(meeting);
    decided();
    return answered;
  }

  function skipShown(meeting: MeetingId, occurrenceKey: OccurrenceKey): void {
    const card = shown.get(meeting)?.card;
    close(meeting);
    skip(occurrenceKey, card === undefined ? null : titleOf(card));
  }

  /** Into one of several rooms; where it does not open, the card stays. */
  async function enter(key: string, url: string): Promise<Result<null>> {
    const { meeting, occurrenceKey } = readReminderKey(key);
    const joined = await joiner.join(occurrenceKey, url);
    if (!joined.ok) return joined;
    if (joined.value === 'asked') desktop.showWindow({ screen: 'agenda', occurrenceKey });
    void ledger.record({ kind: 'acknowledged', key });
    close(meeting);
    decided();
    return success(null);
  }

  function putOff(
    key: string,
    choice: SnoozeChoice,
    time: { readonly start: Instant; readonly end: Instant },
    kind: ReminderKind,
  ): Result<Instant> {
    const until = snoozedUntil(choice, time, clock.now());
    if (until === null) return remindersFailure('reminders/tooLate');
    void ledger.record({ kind: 'snoozed', key, until, as: repeated(kind) });
    close(readReminderKey(key).meeting);
    decided();
    return success(until);
  }

  function snooze(occurrenceKey: OccurrenceKey, choice: SnoozeChoice): Result<Instant> {
    const occurrence = agenda.find(occurrenceKey);
    if (occurrence?.time.kind !== 'timed') return remindersFailure('reminders/gone');
    const meeting = meetingIdOf(occurrence);
    if (hasJoined(ledger.history().get(meeting))) return remindersFailure('reminders/joined');
    const card = shown.get(meeting)?.card;
    // Without a card it is as if one had come now.
    const key = card?.key ?? reminderKey(`snooze-${clock.now()}`, meeting);
    return putOff(key, choice, occurrence.time, card?.kind ?? 'notice');
  }

  const closedByUser = alertWindow.closed.on((meetings) => {
    for (const meeting of meetings) {
      const key = shown.get(meeting)?.card.key;
      if (key !== undefined) void ledger.record({ kind: 'dismissed', key });
      close(meeting);
    }
    decided();
  });

  return {
    show,
    close,
    act,
    hideTitles: () => {
      if (!hidesTitles()) return;
      for (const [meeting, { card, notice, isHidden }] of shown) {
        if (notice === null || isHidden) continue;
        close(meeting);
        showNotice(meeting, { ...card, isQuiet: true });
      }
    },
    snooze,
    isEmpty: () => shown.size === 0,
    tidy: (now, isWanted) => {
      for (const [meeting, { card }] of shown) {
        const isUseless = card.occurrence !== null && isOver(card.occurrence, now, agenda.zone());
        if (isUseless || !isWanted(card)) close(meeting);
      }
    },
    [Symbol.dispose]: () => {
      closedByUser[Symbol.dispose]();
      autoJoin[Symbol.dispose]();
      many[Symbol.dispose]();
      for (const meeting of shown.keys()) close(meeting);
    },
  };
}
