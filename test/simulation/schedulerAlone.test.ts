import { expect, test } from 'vitest';
import type { AgendaModel } from '#main/agenda/agendaModel.ts';
import { createDiskWriter } from '#main/storage/diskWriter.ts';
import { createAlertWindowController } from '#main/reminders/alertWindowController.ts';
import { createChimes } from '#main/reminders/chimes.ts';
import { openReminderLedger } from '#main/reminders/reminderLedger.ts';
import { startReminders } from '#main/reminders/reminderScheduler.ts';
import { createProblems } from '#main/app/problems.ts';
import { createSignal, HOUR, MINUTE, SECOND, success } from '#base';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { AgendaSnapshot } from '#core/agenda/agendaSnapshot.ts';
import { defaultReminderRules, type ReminderRules } from '#core/reminders/reminderRules.ts';
import { anOccurrence, at } from '../builders/anOccurrence.ts';
import { FakeAlert } from '../fakes/fakeAlert.ts';
import { FakePower } from '../fakes/fakeClock.ts';
import { FakeDesktop } from '../fakes/fakeDesktop.ts';
import { FakeWindow } from '../fakes/fakeWindow.ts';
import { VirtualComputer } from './virtualComputer.ts';

/**
 * The scheduler without what else notices that time has jumped (`clockWatch`): each of the two alone must do. Starts it
 * with one meeting, announced ten minutes before; `clockError` is how much the clock is wrong (ms).
 */
async function aloneWith(meeting: Occurrence, now: string, clockError = 0) {
  const computer = new VirtualComputer(at(now), 'UTC');
  computer.clockError = clockError;
  const process = computer.startProcess(Infinity);
  const clock = computer.clockOf(process);
  const problems = createProblems([]);
  const writer = createDiskWriter({ clock, log: () => undefined }, problems);
  const ledger = await openReminderLedger(
    { files: computer.filesOf(process), clock, problems, writer },
    '/ledger',
  );
  const notifier = computer.notifierOf(process);
  const window = new FakeWindow();
  const rules: ReminderRules = { ...defaultReminderRules, leads: [{ minutes: 10, kind: 'notice' }] };
  const agenda: AgendaModel = {
    snapshot: () => ({ revision: 1, zone: 'UTC', window: { from: 0, to: Infinity }, occurrences: [meeting] }),
    occurrences: () => [meeting],
    find: () => meeting,
    locate: async () => meeting,
    holds: () => true,
    isBuilt: () => true,
    built: Promise.resolve(),
    zone: () => 'UTC',
    problems: () => [],
    rebuild: () => Promise.resolve(),
    changed: createSignal<AgendaSnapshot>(),
    rangesChanged: createSignal(),
    range: () => Promise.reject(new Error('not used here')),
  };
  const format = () => ({ locale: 'en-GB', zone: 'UTC', clock: '24' as const });
  const look = { hidesTitles: false, hasLetterKeys: true, onAllDisplays: false, isProtected: true };
  const reminders = startReminders({
    clock,
    power: new FakePower(),
    notifier,
    desktop: new FakeDesktop(),
    log: () => undefined,
    agenda,
    ledger,
    joiner: { opened: createSignal<Occurrence>(), join: () => Promise.resolve(success('looked')) },
    problems,
    chimes: createChimes(
      { sound: { open: () => undefined, close: () => undefined }, clock, notifier },
      () => ({ noticeSound: 'system', alertSound: 'none' }),
    ),
    alertWindow: createAlertWindowController(
      { alert: new FakeAlert(window), clock, ipc: window },
      format,
      () => look,
    ),
    rules: () => rules,
    hidesTitles: () => false,
    hues: () => ({ calendars: {}, communityHues: {} }),
    showClock: () => undefined,
    absence: () => 'gone',
    followedSince: () => null,
    answers: { answer: () => Promise.resolve(success(0)) },
    answerWeek: () => Promise.resolve(success(null)),
    format,
    skip: () => undefined,
  });
  return { computer, reminders };
}

/** Runs the timers until that true time. */
async function runUntil(computer: VirtualComputer, until: number): Promise<void> {
  while (computer.nextTimer <= until) {
    computer.trueTime = Math.max(computer.trueTime, computer.nextTimer);
    computer.runTimers();
    for (let turn = 0; turn < 25; turn += 1) await Promise.resolve();
  }
  computer.trueTime = until;
}

/** When (true time) the first notice came until that true time, or null. */
async function firstNotice(computer: VirtualComputer, until: number): Promise<number | null> {
  let shown: number | null = null;
  computer.onShow = ({ trueTime }) => {
    shown ??= trueTime;
  };
  await runUntil(computer, until);
  return shown;
}

const meeting = anOccurrence({ title: 'Stand-up', start: '2026-11-20T10:30:00Z', minutes: 60 });
const due = at('2026-11-20T10:20:00Z');

test('near its time a reminder is at most half a minute late after a sleep that nothing told of', async () => {
  const { computer } = await aloneWith(meeting, '2026-11-20T09:40:00Z');
  computer.passAsleep(39 * MINUTE);
  const shown = await firstNotice(computer, due + HOUR);
  expect((shown ?? Infinity) - due).toBeLessThanOrEqual(30 * SECOND);
});

test('a clock that was hours fast and is set right costs no reminder', async () => {
  const { computer } = await aloneWith(meeting, '2026-11-20T09:00:00Z', 3 * HOUR);
  computer.clockError = 0;
  expect(await firstNotice(computer, due + HOUR)).toBe(due);
});

test('until the desktop says that a notice came, another look raises nothing twice', async () => {
  const { computer, reminders } = await aloneWith(meeting, '2026-11-20T10:15:00Z');
  computer.noticeMs = 2 * SECOND;
  let shown = 0;
  computer.onShow = () => (shown += 1);
  await runUntil(computer, due + SECOND);
  expect(shown).toBe(1);
  reminders.replan();
  await runUntil(computer, due + MINUTE);
  expect(shown).toBe(1);
});
