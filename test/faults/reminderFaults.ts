import type { Fault } from './protections.ts';

/** Faults of reminders, one per promise. The simulated year detects those that change the screen or the ledger. */
const plan = 'src/core/reminders/planReminders.ts';
const history = 'src/core/reminders/reminderHistory.ts';
const scheduler = 'src/main/reminders/reminderPlanner.ts';
const ledger = 'src/main/reminders/reminderLedger.ts';

const year = 'test/simulation/reminderYear.test.ts';
const planTest = 'test/core/reminders/planReminders.tz.test.ts';
const alone = 'test/simulation/schedulerAlone.test.ts';

export const reminderFaults: readonly Fault[] = [
  {
    protection: 'S1 a raised reminder is not raised again',
    file: history,
    old: "if (kind === 'raised') return { ...before, isSettled: true,",
    new: "if (kind === 'raised') return { ...before, isSettled: false,",
    test: alone,
  },
  {
    protection: 'S2 a reminder that a kill left uncertain is shown once more',
    file: history,
    old: 'state.isUncertain ? { ...state, isSettled: false } : state',
    new: 'state',
    test: year,
  },
  {
    protection: 'S3 a restart shows no reminder twice',
    file: history,
    old: 'state.isUncertain ? { ...state, isSettled: false } : state',
    new: '{ ...state, isSettled: false }',
    test: year,
  },
  {
    protection: 'S4 the newest raised reminder suppresses older ones',
    file: plan,
    old: 'newestSettled(known, start, now) >= latest.at)',
    new: 'newestSettled(known, start, now) > latest.at)',
    test: year,
  },
  {
    protection: 'S5 near its time a reminder is checked often',
    file: scheduler,
    old: 'const NEAR_LOOK_MS = 30 * SECOND;',
    new: 'const NEAR_LOOK_MS = 5 * MINUTE;',
    test: alone,
  },
  {
    protection: 'S6 a torn last line is repaired',
    file: ledger,
    old: "const isTorn = lines.at(-1) !== '';",
    new: 'const isTorn = false as boolean;',
    test: year,
  },
  {
    protection: 'S7 a snooze silences the leads within it',
    file: plan,
    old: 'if (isOpen && candidate.at >= silentUntil) draft.upcoming.push',
    new: 'if (isOpen) draft.upcoming.push',
    test: planTest,
  },
  {
    protection: 'S8 quiet hours are quiet',
    file: plan,
    old: "draft.due.filter(({ key }) => end === null || isSlotOf('snooze', key))",
    new: "draft.due.filter(({ key }) => end !== undefined || isSlotOf('snooze', key))",
    test: year,
  },
  {
    protection: 'S9 every change is announced',
    file: scheduler,
    old: 'pendingChanges(input(), plan.quietUntil !== null)',
    new: 'pendingChanges(input(), plan.quietUntil !== null).slice(1)',
    test: year,
  },
  {
    protection: 'S10 a reminder is written down before it is shown',
    file: 'src/main/reminders/raiseReminders.ts',
    old: 'await atMost(DISK_PATIENCE_MS, written, clock);',
    new: 'void written;',
    test: year,
  },
  {
    protection: 'S11 meetings missed during sleep are listed',
    file: plan,
    old: 'if (missed !== null) draft.missed.push(reminderOf(missed));',
    new: 'if (missed !== null) return;',
    test: year,
  },
  {
    protection: 'S12 a clock that was set back is detected',
    file: scheduler,
    old: 'now < planned.at || now >= planned.next',
    new: 'now >= planned.next',
    test: alone,
  },
  {
    protection: 'S13 the last days of history are in memory',
    file: ledger,
    old: 'const RECENT_MS = 10 * DAY;',
    new: 'const RECENT_MS = DAY / 24;',
    test: year,
  },
  {
    protection: 'S14 the ledger keeps weeks',
    file: 'src/core/reminders/trimmedEvents.ts',
    old: 'const FULL_MS = 60 * DAY;',
    new: 'const FULL_MS = 1 * DAY;',
    test: year,
  },
  {
    protection: 'S15 a joined meeting has no more reminders',
    file: plan,
    old: '(hasJoined(known) || known.isDismissed || known.wasOnWhenAdded)) return [];',
    new: '(known.isDismissed || known.wasOnWhenAdded)) return [];',
    test: year,
  },
  {
    protection: 'S16 the timer is on time',
    file: scheduler,
    old: 'timer = clock.after(wait, look);',
    new: 'timer = clock.after(wait + 90 * SECOND, look);',
    test: year,
  },
];
