import { remindersProblem } from '#core/reminders/problems.ts';
import {
  type OccurrenceKey,
  meetingIdOf,
  readReminderKey,
  reminderKey,
  type MeetingId,
  meetingId,
} from '#core/keys.ts';
import { dayAround } from '#core/agenda/agenda.ts';
import type { TimeFormat } from '#core/format/formatTime.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { ReminderAction } from '#core/reminders/reminderAction.ts';
import type { RemindersToday } from '#core/reminders/remindersToday.ts';
import type { Clock } from '../ports/clock.ts';
import { createSignal, DAY, HOUR, type Instant, MINUTE, type Result, SECOND, type Signal } from '#base';
import { findChanges, pendingChanges, type ChangeInput } from '#core/reminders/meetingChanges.ts';
import { happenedTo, storyOf, type MeetingStory } from '#core/reminders/meetingStory.ts';
import { missedMeetings, type MissedMeeting } from '#core/reminders/missedMeetings.ts';
import { quietUntil } from '#core/reminders/quietTime.ts';
import { knownMeetings, planReminders, type PlanInput } from '#core/reminders/planReminders.ts';
import { slotTime, usefulEnd, type Reminder } from '#core/reminders/reminder.ts';
import { hasJoined, type ReminderEvent, type ReminderReason } from '#core/reminders/reminderHistory.ts';
import { remindersOfDay } from '#core/reminders/remindersOfDay.ts';
import { openingAt } from '#core/reminders/roomVisit.ts';
import { isSilenced, type ReminderRules } from '#core/reminders/reminderRules.ts';
import type { SnoozeChoice } from '#core/reminders/snooze.ts';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { Joiner } from '../join/meetingJoiner.ts';
import type { Ports } from '../ports/ports.ts';
import type { Problems } from '../app/problems.ts';
import type { AlertWindowController } from './alertWindowController.ts';
import type { Chimes } from './chimes.ts';
import { createCardMaker } from './makeCards.ts';
import { watchNotifier } from './noticeHealth.ts';
import type { Card } from './card.ts';
import { createActiveReminders, type CardParts } from './activeReminders.ts';
import type { ReminderLedger } from './reminderLedger.ts';
import { raiseTestNotice, type TestNotice } from './testNotice.ts';

/** Raises what is due, and nothing twice. */
export interface ReminderScheduler extends Disposable {
  /** Something that reminders depend on may have changed: look again. */
  replan(): void;
  /** The same, and what is on the screen may have to hide its title. */
  settingsChanged(): void;
  /** Does what the user chose for an announcement. */
  act(key: string, action: ReminderAction): Promise<Result<null>>;
  /** Puts off a meeting, shown or not; says until when (ms). */
  snooze(key: OccurrenceKey, choice: SnoozeChoice): Result<Instant>;
  /** The user was not in the meeting after all: its reminders speak again. */
  undoVisit(occurrence: Occurrence): void;
  /** A room was opened near its meeting's start, or that was taken back. */
  readonly visited: Signal<void>;
  /** What happened to a meeting, and what will; null where it is in neither agenda nor ledger. */
  story(key: OccurrenceKey): MeetingStory | null;
  /** What came today and what will, and whether it can. */
  today(): Promise<RemindersToday>;
  /** What was slept through and not put away, earliest first. */
  missed(): readonly MissedMeeting[];
  readonly missedChanged: Signal<readonly MissedMeeting[]>;
  /** Shows a notice to see whether notices work here. */
  test(): Promise<Result<null>>;
}

export interface ReminderParts {
  readonly agenda: AgendaModel;
  readonly ledger: ReminderLedger;
  readonly joiner: Joiner;
  readonly problems: Problems;
  readonly alertWindow: AlertWindowController;
  readonly chimes: Chimes;
  readonly rules: () => ReminderRules;
  readonly hidesTitles: () => boolean;
  readonly absence: ChangeInput['absence'];
  /** When a feed was added, or more of it followed, in this run (ms); null for the others. */
  readonly followedSince: (feedId: string) => Instant | null;
  readonly answerWeek: CardParts['answerWeek'];
  readonly format: () => TimeFormat;
  readonly skip: CardParts['skip'];
}

type Happened = Omit<ReminderEvent, 'at'>;

/** What was raised, and its card as things are when it is shown. */
interface Raised {
  readonly key: string;
  readonly cardNow: () => Card | null;
}

/** Whether a reminder announces the start of its meeting. */
function isOfStart(key: string): boolean {
  const { slot, start } = readReminderKey(key);
  return slotTime(slot, start) !== null;
}

/** Timers stand still while a computer sleeps, and some are late after it: near a due time look often. */
const NEAR_LOOK_MS = 30 * SECOND;
/** So far the plan is written down; the rest would be written again and again as calendars change. */
const AHEAD_MS = 4 * DAY;
/** A long weekend later nobody asks any more what was slept through. */
const MISSED_MS = 4 * DAY;
/** Feeds that are read after the start come so soon. */
const READING_MS = MINUTE;
/** A disk that hangs must not make a reminder late. */
const DISK_PATIENCE_MS = 500;

/** Starts looking at once. One timer, for the earliest reminder. */
export function startReminders(
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
    absence,
    followedSince,
    answerWeek,
    format,
    skip,
  }: ReminderParts,
): ReminderScheduler {
  const { clock, log } = ports;
  const notifier = watchNotifier(ports.notifier);
  using parts = new DisposableStack();
  let timer: Disposable | undefined;
  let trial: TestNotice | undefined;
  let isDisposed = false;
  let missed: readonly MissedMeeting[] = [];
  const missedChanged = createSignal<readonly MissedMeeting[]>();
  const visited = createSignal();
  /** The last one raised of each meeting, until it is shown. */
  const newest = new Map<MeetingId, string>();
  /** When the plan was made, and when the next of it is due. */
  let planned = { at: -Infinity, next: -Infinity };
  const startedAt = clock.now();
  const startedMonotonic = clock.monotonic();
  parts.defer(() => {
    isDisposed = true;
    timer?.[Symbol.dispose]();
    trial?.[Symbol.dispose]();
  });
  const words = createCardMaker({ agenda, ledger, rules, hidesTitles, format, now: () => clock.now() });
  const cards = parts.use(
    createActiveReminders(
      { ...ports, notifier },
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
        decided: () => replan(),
      },
    ),
  );

  const input = (): PlanInput => ({
    occurrences: agenda.occurrences(),
    rules: rules(),
    history: ledger.history(),
    now: clock.now(),
    zone: agenda.zone(),
    ahead: AHEAD_MS,
  });

  function replan(): void {
    if (isDisposed) return;
    const present = input();
    const meetings = knownMeetings(present);
    const changes = findChanges({ ...present, absence }, meetings);
    const plan = planReminders(present, meetings);
    void ledger.record(
      // What is to be told comes first: half of these lines must not lose it.
      ...changes.found.map(({ key, title }): Happened => ({ kind: 'planned', key, title })),
      ...changes.withdrawn.map(({ key, why }): Happened => ({ kind: 'withdrawn', key, why })),
      ...newlyPlanned(plan.upcoming),
      ...plan.missed.map(({ key, at }): Happened => ({ kind: 'missed', key, why: whyMissed(at) })),
      ...plan.overtaken.map((key): Happened => ({ kind: 'missed', key, why: 'overtaken' })),
    );
    const now = clock.now();
    cards.tidy(now, (card) => isWanted(card, now));
    const added = plan.due.filter(wasOnWhenAdded);
    void ledger.record(...added.map(({ key }): Happened => ({ kind: 'missed', key, why: 'added' })));
    raise([
      ...plan.due
        .filter((reminder) => !added.includes(reminder))
        .map((reminder): Raised => {
          const isQuiet = reminder.isQuiet || isRunningSinceStart(reminder);
          return { key: reminder.key, cardNow: () => words.ofReminder({ ...reminder, isQuiet }) };
        }),
      ...pendingChanges(input(), plan.quietUntil !== null).map((change): Raised => ({
        key: change.key,
        cardNow: () => words.ofChange(change),
      })),
    ]);
    planned = { at: now, next: Math.min(plan.upcoming[0]?.at ?? Infinity, plan.quietUntil ?? Infinity) };
    arm(now);
    tellMissed();
  }

  /** The app starts in the middle of a meeting: whoever is in it must not be startled. */
  function isRunningSinceStart({ occurrenceKey }: Reminder): boolean {
    const start = agenda.find(occurrenceKey)?.time.start;
    const isNew = clock.monotonic() - startedMonotonic < READING_MS;
    return isNew && typeof start === 'number' && start <= startedAt;
  }

  /** Whoever adds a calendar sees what is on already; nothing announces it. */
  function wasOnWhenAdded({ occurrenceKey, meeting }: Reminder): boolean {
    const occurrence = agenda.find(occurrenceKey);
    if (occurrence === null || ledger.history().has(meeting)) return false;
    const { start } = readReminderKey(`|${meeting}`);
    return occurrence.sources.every(({ feedId }) => start <= (followedSince(feedId) ?? -Infinity));
  }

  /** At the next due time, but often when it is near; now and then anyway, and while something is on the screen. */
  function arm(now: Instant): void {
    timer?.[Symbol.dispose]();
    const left = planned.next - now;
    const wait = left < HOUR ? Math.min(left, NEAR_LOOK_MS) : cards.isEmpty() ? HOUR : MINUTE;
    timer = clock.after(wait, look);
  }

  /** The timer is only a hint. Before anything is due nothing has to be planned: what changes the plan says so. */
  function look(): void {
    const now = clock.now();
    if (now < planned.at || now >= planned.next || now - planned.at >= HOUR) {
      replan();
      return;
    }
    cards.tidy(now, (card) => isWanted(card, now));
    arm(now);
  }

  /** Those of the plan that are not in the ledger as they are now. */
  function newlyPlanned(upcoming: readonly Reminder[]): Happened[] {
    const history = ledger.history();
    const isKnown = ({ meeting, slot, room, title, isMaybe }: Reminder): boolean => {
      const known = history.get(meeting);
      const state = known?.slots.get(slot);
      const isSame = known?.room === room && known.title === title && known.isMaybe === isMaybe;
      return state?.isPlanned === true && !state.isWithdrawn && isSame;
    };
    return upcoming
      .filter((reminder) => !isKnown(reminder))
      .map(({ key, title, room, isMaybe }) =>
        isMaybe ? { kind: 'planned', key, title, room, isMaybe } : { kind: 'planned', key, title, room },
      );
  }

  function whyMissed(at: Instant): ReminderReason {
    if (quietUntil(rules(), at, agenda.zone()) !== null) return 'quiet';
    return at < startedAt ? 'closed' : 'asleep';
  }

  function tellMissed(): void {
    const present = missedMeetings(ledger.eventsSince(clock.now() - MISSED_MS), ledger.history());
    if (JSON.stringify(present) === JSON.stringify(missed)) return;
    missed = present;
    missedChanged.emit(missed);
  }

  function isWanted({ key, occurrence }: Card, now: Instant): boolean {
    const { slot, meeting, start } = readReminderKey(key);
    const known = ledger.history().get(meeting);
    if (known?.slots.get(slot)?.isWithdrawn === true) return false;
    if (occurrence === null) return now < usefulEnd(start, start);
    if (hasJoined(known) && !slot.startsWith('end-')) return false;
    const present = agenda.find(occurrence.key) ?? occurrence;
    return present.skipped === null && !isSilenced(rules(), occurrence);
  }

  /** On the disk first: a kill between here and the screen must not raise it again with a sound. */
  function raise(all: readonly Raised[]): void {
    if (all.length === 0) return;
    const written = ledger.record(...all.map(({ key }): Happened => ({ kind: 'raised', key })));
    for (const { key } of all) if (isOfStart(key)) newest.set(readReminderKey(key).meeting, key);
    const show = async (): Promise<void> => {
      await atMost(DISK_PATIENCE_MS, written, clock);
      if (isDisposed) return;
      cards.show(all.flatMap((one) => cardToShow(one) ?? []));
      arm(clock.now());
    };
    show().catch((error: unknown) => {
      log(`a reminder was not shown: ${error instanceof Error ? (error.stack ?? '') : String(error)}`);
      problems.report(
        remindersProblem('reminders/broken', error instanceof Error ? error.message : 'unknown'),
      );
    });
  }

  /** The card of what was raised, as things are now; null where it is not wanted any more. */
  function cardToShow({ key, cardNow }: Raised): Card | null {
    const { meeting } = readReminderKey(key);
    const card = cardNow();
    // It was moved, joined or taken out in between.
    if (card === null || !isWanted(card, clock.now())) return null;
    if (!isOfStart(key)) return card;
    // While the disk was slow the next one of the same meeting fell due.
    if (newest.get(meeting) !== key) return null;
    newest.delete(meeting);
    return card;
  }

  const recordVisit = (kind: 'opened' | 'joined' | 'undone', meeting: MeetingId): void => {
    void ledger.record({ kind, key: reminderKey('before-0', meeting) });
    replan();
    visited.emit();
  };
  parts.use(
    joiner.opened.on((occurrence) => {
      const kind = openingAt(occurrence, clock.now());
      if (kind === 'opened' || kind === 'joined') recordVisit(kind, meetingIdOf(occurrence));
    }),
  );

  replan();
  const owned = parts.move();
  return {
    replan,
    settingsChanged: () => {
      cards.hideTitles();
      replan();
    },
    act: (key, action) => cards.act(key, action),
    snooze: (key, choice) => cards.snooze(key, choice),
    missed: () => missed,
    missedChanged,
    visited,
    undoVisit: ({ sources, time }) => {
      for (const { key } of sources) {
        const meeting = meetingId(key, time.start);
        if (ledger.history().has(meeting)) recordVisit('undone', meeting);
      }
    },
    story: (key) => {
      const events = ledger.eventsSince(-Infinity);
      const occurrence = agenda.find(key);
      if (occurrence !== null) return storyOf(occurrence, input(), events);
      const happened = happenedTo([key], events);
      return happened.length === 0 ? null : { happened, coming: [], silence: 'over' };
    },
    today: async () => {
      const { upcoming, quietUntil: until } = planReminders(input());
      const { from, to } = dayAround(clock.now(), agenda.zone());
      return {
        entries: remindersOfDay(ledger.eventsSince(from), ledger.history(), upcoming, to),
        quietUntil: until,
        notifications: notifier.health(),
        doNotDisturb: await notifier.doNotDisturb(),
        hasTray: await ports.desktop.hasTray(),
      };
    },
    test: () => {
      trial?.[Symbol.dispose]();
      trial = raiseTestNotice(notifier, clock, chimes);
      return trial.outcome;
    },
    [Symbol.dispose]: () => owned.dispose(),
  };
}

/** Waits for the work, but not longer than so many ms. */
async function atMost(ms: number, work: Promise<void>, clock: Clock): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const patience = clock.after(ms, resolve);
  await Promise.race([work, promise]);
  patience[Symbol.dispose]();
}
