import { type OccurrenceKey, meetingId, meetingIdOf, reminderKey, type MeetingId } from '#core/keys.ts';
import { dayAround } from '#core/agenda/agenda.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { happenedTo, storyOf, type MeetingStory } from '#core/reminders/meetingStory.ts';
import type { MissedMeeting } from '#core/reminders/missedMeetings.ts';
import { planReminders } from '#core/reminders/planReminders.ts';
import type { ReminderAction } from '#core/reminders/reminderAction.ts';
import { remindersOfDay } from '#core/reminders/remindersOfDay.ts';
import type { RemindersToday } from '#core/reminders/remindersToday.ts';
import { openingAt } from '#core/join/roomVisit.ts';
import type { SnoozeChoice } from '#core/reminders/snooze.ts';
import { createSignal, type Instant, type Result, type Signal } from '#base';
import { createActiveReminders } from './activeReminders.ts';
import { createMissedList } from './missedList.ts';
import { watchNotifier, type WatchedNotifier } from './noticeHealth.ts';
import type { ReminderContext } from './reminderContext.ts';
import { createReminderPlanner, planInput } from './reminderPlanner.ts';
import { raiseTestNotice, type TestNotice } from './testNotice.ts';

/** Shows reminders when they are due, each once. */
export interface ReminderScheduler extends Disposable {
  /** Call it when an input of reminders may have changed. */
  replan(): void;
  /** Resolves when the latest plan is made. */
  planned(): Promise<void>;
  /** As `replan`; also hides the titles on the screen if the settings say so. */
  settingsChanged(): void;
  /** Does what the user chose for a reminder. */
  act(key: string, action: ReminderAction): Promise<Result<null>>;
  /** Snoozes a meeting, whether or not its reminder is on the screen. @returns until when (ms) */
  snooze(key: OccurrenceKey, choice: SnoozeChoice): Promise<Result<Instant>>;
  /** Undoes a snooze: the other reminders of the meeting come as planned. */
  unsnooze(key: OccurrenceKey): Promise<Result<null>>;
  /** The user was not in the meeting: its reminders continue. */
  undoVisit(occurrence: Occurrence): void;
  /** A room was opened near its meeting's start, or that was undone. */
  readonly visited: Signal<void>;
  /** Past and future reminders of a meeting; null if it is in neither a feed nor the ledger. */
  story(key: OccurrenceKey): Promise<MeetingStory | null>;
  /** Today's reminders, past and future, and whether notifications work. */
  today(): Promise<RemindersToday>;
  /** Missed meetings that the user has not dismissed, earliest first. */
  missed(): readonly MissedMeeting[];
  readonly missedChanged: Signal<readonly MissedMeeting[]>;
  /** Shows a test notice to find out whether notifications work. */
  test(): Promise<Result<null>>;
}

/** Plans for the first time before it returns, if there is little to plan. */
export function startReminders(given: ReminderContext): ReminderScheduler {
  const notifier = watchNotifier(given.notifier);
  const context = { ...given, notifier };
  const { clock, chimes } = context;
  using parts = new DisposableStack();
  let test: TestNotice | undefined;
  parts.defer(() => test?.[Symbol.dispose]());
  const active = parts.use(createActiveReminders(context, () => planner.replan()));
  const missed = createMissedList(context);
  const planner = parts.use(createReminderPlanner(context, active, missed.update));
  const visits = parts.use(recordVisits(context, planner.replan));
  planner.replan();
  const owned = parts.move();
  return {
    replan: planner.replan,
    planned: planner.planned,
    settingsChanged: () => {
      active.hideTitles();
      planner.replan();
    },
    act: active.act,
    snooze: active.snooze,
    unsnooze: active.unsnooze,
    undoVisit: visits.undo,
    visited: visits.visited,
    story: (key) => storyNow(context, key),
    today: () => remindersToday(context, notifier),
    missed: missed.all,
    missedChanged: missed.changed,
    test: () => {
      test?.[Symbol.dispose]();
      test = raiseTestNotice(notifier, clock, chimes);
      return test.outcome;
    },
    [Symbol.dispose]: () => owned.dispose(),
  };
}

interface VisitRecorder extends Disposable {
  readonly visited: Signal<void>;
  readonly undo: (occurrence: Occurrence) => void;
}

/** Records which rooms the user opens near the start of their meetings. */
function recordVisits({ clock, joiner, ledger }: ReminderContext, replan: () => void): VisitRecorder {
  const visited = createSignal();
  const record = (kind: 'opened' | 'joined' | 'undone', meeting: MeetingId): void => {
    void ledger.record({ kind, key: reminderKey('before-0', meeting) });
    replan();
    visited.emit();
  };
  const opened = joiner.opened.on((occurrence) => {
    const kind = openingAt(occurrence, clock.now());
    if (kind === 'opened' || kind === 'joined') record(kind, meetingIdOf(occurrence));
  });
  return {
    visited,
    undo: ({ sources, time }) => {
      for (const { key } of sources) {
        const meeting = meetingId(key, time.start);
        if (ledger.history().has(meeting)) record('undone', meeting);
      }
    },
    [Symbol.dispose]: () => opened[Symbol.dispose](),
  };
}

async function storyNow(context: ReminderContext, key: OccurrenceKey): Promise<MeetingStory | null> {
  const { agenda, ledger } = context;
  const occurrence = await agenda.locate(key);
  const events = ledger.eventsSince(-Infinity);
  if (occurrence !== null) {
    const input = planInput(context);
    const isListed = agenda.find(key) !== null;
    return storyOf(occurrence, isListed ? input : { ...input, occurrences: [occurrence] }, events);
  }
  const happened = happenedTo([key], events);
  return happened.length === 0 ? null : { happened, coming: [], silence: 'over' };
}

async function remindersToday(context: ReminderContext, notifier: WatchedNotifier): Promise<RemindersToday> {
  const { agenda, clock, desktop, ledger } = context;
  const { upcoming, quietUntil } = planReminders(planInput(context));
  const { from, to } = dayAround(clock.now(), agenda.zone());
  return {
    entries: remindersOfDay(ledger.eventsSince(from), ledger.history(), upcoming, to),
    quietUntil,
    notifications: notifier.health(),
    doNotDisturb: await notifier.doNotDisturb(),
    hasTray: await desktop.hasTray(),
  };
}
