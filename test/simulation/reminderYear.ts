import { overrideKey } from '#core/keys.ts';
import type { AgendaModel } from '#main/agenda/agendaModel.ts';
import { createAlertWindowController } from '#main/reminders/alertWindowController.ts';
import { createChimes } from '#main/reminders/chimes.ts';
import { createDiskWriter } from '#main/storage/diskWriter.ts';
import { openReminderLedger, type ReminderLedger } from '#main/reminders/reminderLedger.ts';
import { createProblems } from '#main/app/problems.ts';
import { startReminders, type ReminderScheduler } from '#main/reminders/reminderScheduler.ts';
import { createSignal, success } from '#base';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { TimeFormat } from '#core/format/formatTime.ts';
import type { AgendaSnapshot } from '#core/agenda/agendaSnapshot.ts';
import { defaultReminderRules, type ReminderRules } from '#core/reminders/reminderRules.ts';
import { FakeAlert } from '../fakes/fakeAlert.ts';
import { FakePower } from '../fakes/fakeClock.ts';
import { FakeDesktop } from '../fakes/fakeDesktop.ts';
import { FakeWindow } from '../fakes/fakeWindow.ts';
import { Oracle, type OracleRules } from './oracle.ts';
import { VirtualComputer, type Process, type Shown } from './virtualComputer.ts';
import { createWitness } from './witness.ts';
import {
  chance,
  deedsOfYear,
  disturbancesOfYear,
  meetingsOfYear,
  type Deed,
  type Disturbance,
  type Meeting,
} from './world.ts';

const SECOND = 1_000;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const CHECK_EVERY_MS = 2 * MINUTE;
const RESTART_AFTER_MS = 20 * SECOND;

export interface YearWish {
  readonly year: number;
  readonly zone: string;
  readonly seed: number;
  readonly series: number;
  /** How many days lie between the meetings of a series; each takes one of these. */
  readonly daysApart: readonly number[];
  readonly rules: OracleRules;
}

interface RunningApp {
  readonly process: Process;
  readonly reminders: ReminderScheduler;
  readonly ledger: ReminderLedger;
  readonly joined: ReturnType<typeof createSignal<Occurrence>>;
  readonly end: () => void;
}

/** Runs a year of the real scheduler, ledger and cards on a virtual computer; the oracle has judged it in the end. */
export async function simulateYear({
  year,
  zone,
  seed,
  series,
  daysApart,
  rules,
}: YearWish): Promise<Oracle> {
  const random = chance(seed);
  const [from, to] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  const meetings = meetingsOfYear(year, series, daysApart, random);
  const changes = meetings
    .filter(({ change }) => change !== null)
    .toSorted((a, b) => changeAt(a) - changeAt(b));
  const disturbances = disturbancesOfYear(from, to, random);
  const computer = new VirtualComputer(from, zone);
  const oracle = new Oracle(meetings, rules, zone);
  const moment = () => ({ trueTime: computer.trueTime, wallTime: computer.wallTime });
  const deeds = deedsOfYear(from, to, chance(seed + 7_919));
  /** What the user chose: meetings that are skipped, and whether a maybe is on. */
  let overrides: ReminderRules['overrides'] = {};
  const weeks = new Map<string, boolean>();
  const titles = new Map(
    meetings.flatMap(({ title, occurrence, change }) =>
      [occurrence, change?.occurrence].flatMap((one) => (one ? [[one.key, title] as const] : [])),
    ),
  );
  let agenda: readonly Occurrence[] = [];
  let app: RunningApp | null = null;
  /** True times at which something else is to be done. */
  let lookAt = Infinity;
  let restartAt = from;
  /** When the user did something last with each meeting. */
  const lastDone = new Map<string, number>();
  let changesDone = 0;

  const meetingOf = (title: string): Meeting | undefined => meetings.find((one) => one.title === title);
  const buildAgenda = (): void => {
    const window = { from: computer.wallTime - 4 * DAY, to: computer.wallTime + 11 * DAY };
    const first = meetings.findIndex(({ start }) => start > window.from - DAY);
    const after = meetings.findIndex(({ start }) => start > window.to + DAY);
    const near = meetings.slice(Math.max(first, 0), after === -1 ? undefined : after);
    agenda = near.flatMap(({ occurrence, change }) => {
      const present = change !== null && computer.trueTime >= change.at ? change.occurrence : occurrence;
      const isOn = weeks.get(occurrence.key);
      if (present === null || isOn === false) return [];
      return [isOn === true ? { ...present, isWeekUnknown: false } : present];
    });
  };

  const start = async (stepsToLive: number): Promise<void> => {
    buildAgenda();
    const process = computer.startProcess(stepsToLive);
    const clock = computer.clockOf(process);
    const problems = createProblems([]);
    problems.changed.on((all) => oracle.faults.push(...all.map(({ code }) => `told the user of ${code}`)));
    const writer = createDiskWriter({ clock, log: () => undefined }, problems);
    const ledger = await openReminderLedger(
      { files: computer.filesOf(process), clock, problems, writer },
      '/ledger',
    );
    const joined = createSignal<Occurrence>();
    const rulesOfApp: ReminderRules = {
      ...defaultReminderRules,
      leads: rules.leadMinutes.map((minutes) => ({ minutes, kind: 'notice' })),
      nag: rules.nag,
      quietHours: rules.quiet,
    };
    const format = (): TimeFormat => ({ locale: 'en-GB', zone, clock: '24' });
    const window = new FakeWindow();
    const model: AgendaModel = {
      snapshot: () => ({ revision: 1, zone, window: { from, to }, occurrences: agenda }),
      occurrences: () => agenda,
      find: (key) => agenda.find((one) => one.key === key) ?? null,
      locate: async (key) => agenda.find((one) => one.key === key) ?? null,
      holds: () => true,
      isBuilt: () => true,
      built: Promise.resolve(),
      zone: () => zone,
      problems: () => [],
      rebuild: () => Promise.resolve(),
      changed: createSignal<AgendaSnapshot>(),
      rangesChanged: createSignal(),
      range: () => Promise.reject(new Error('not used here')),
    };
    const notifier = computer.notifierOf(process);
    const silence = { open: () => undefined, close: () => undefined };
    const reminders = startReminders({
      clock,
      power: new FakePower(),
      notifier,
      desktop: new FakeDesktop(),
      log: (line) => oracle.faults.push(line),
      agenda: model,
      ledger,
      joiner: { opened: joined, join: () => Promise.resolve(success('looked')) },
      problems,
      chimes: createChimes({ sound: silence, clock, notifier }, () => ({
        noticeSound: 'system',
        alertSound: 'none',
      })),
      alertWindow: createAlertWindowController(
        { alert: new FakeAlert(window), clock, ipc: window },
        format,
        () => ({
          hidesTitles: false,
          hasLetterKeys: true,
          onAllDisplays: false,
          isProtected: true,
        }),
      ),
      rules: () => ({ ...rulesOfApp, overrides }),
      hidesTitles: () => false,
      hues: () => ({ calendars: {}, communityHues: {} }),
      showClock: () => undefined,
      absence: () => 'gone',
      followedSince: () => null,
      answers: { answer: () => Promise.resolve(success(0)) },
      answerWeek: ({ key, title }, isOn) => {
        weeks.set(key, isOn);
        oracle.answered(title, isOn, moment());
        buildAgenda();
        current()?.replan();
        return Promise.resolve(success(null));
      },
      format,
      skip: () => undefined,
    });
    app = { process, reminders, ledger, joined, end: () => reminders[Symbol.dispose]() };
    computer.isBusy = true;
    await settle();
  };

  /** Promises of a dead process never end; those of a living one end in a few turns. */
  const settle = async (): Promise<void> => {
    while (computer.isBusy) {
      computer.isBusy = false;
      for (let turn = 0; turn < 25; turn += 1) await Promise.resolve();
    }
  };

  const disturbed = (tolerance: number): void => {
    oracle.readyFrom = { at: computer.trueTime, tolerance };
  };

  computer.onKill = () => {
    oracle.kills.push(computer.trueTime);
    for (const [title, at] of lastDone)
      if (computer.trueTime - at <= 2 * SECOND) oracle.unsure(title, moment());
    lastDone.clear();
    app = null;
    restartAt = computer.trueTime + RESTART_AFTER_MS;
  };

  const witness = createWitness(oracle, titles, moment);
  computer.onLines = witness.onLines;
  computer.onShow = ({ notice }: Shown) => {
    const title = witness.onShow(notice);
    if (title !== null) answer(title, notice, random());
  };

  /** Sometimes the user does something, a moment later. */
  function answer(title: string, notice: Shown['notice'], dice: number): void {
    if (dice > 0.35) return;
    const { process } = computer;
    queueMicrotask(() => {
      if (process.isDead || app === null) return;
      lastDone.set(title, computer.trueTime);
      const occurrence = agenda.find((one) => one.title === title && one.status !== 'cancelled');
      if (dice < 0.1 && occurrence !== undefined) {
        oracle.joined(title, moment());
        app.joined.emit(occurrence);
      } else if (dice < 0.2) {
        oracle.dismissed(title, moment());
        notice.onDismissed();
      } else press(title, notice, dice);
      computer.isBusy = true;
    });
  }

  /** A maybe offers its two answers in place of the snooze. */
  function press(title: string, { actions }: Shown['notice'], dice: number): void {
    const wish = dice < 0.25 ? 'Not this week' : dice < 0.3 ? 'It is on' : 'Snooze';
    const action =
      actions.find(({ label }) => label === wish) ?? actions.find(({ label }) => label === 'Snooze');
    if (action?.label === 'Snooze') oracle.snoozed(title, moment());
    action?.run();
  }

  /** Without being asked the user looks into a room, joins, or skips a meeting. */
  function act({ what, which }: Deed): void {
    if (app === null || computer.process.isDead || computer.clockError !== 0) return;
    const now = computer.wallTime;
    const fits = agenda.filter(({ time, status, isWeekUnknown, title }) => {
      if (time.kind !== 'timed' || status === 'cancelled' || isWeekUnknown) return false;
      if (what === 'joins') return time.start - now <= 90_000 && now < time.end;
      const isSteady = meetingOf(title)?.change === null;
      return isSteady && time.start - now > 3 * MINUTE && time.start - now < DAY;
    });
    const chosen = fits[Math.floor(which * fits.length)];
    if (chosen === undefined) return;
    lastDone.set(chosen.title, computer.trueTime);
    computer.isBusy = true;
    if (what === 'skips') {
      oracle.skipped(chosen.title, moment());
      // Those before it are over by now, and each costs every plan.
      const latest = Object.entries(overrides).slice(-6);
      overrides = { ...Object.fromEntries(latest), [overrideKey('occurrence', chosen)]: [] };
      app.reminders.settingsChanged();
      return;
    }
    oracle.joined(chosen.title, moment());
    app.joined.emit(chosen);
  }

  async function disturb(what: Disturbance): Promise<void> {
    if (what.kind === 'clock') {
      computer.clockError = what.error;
      lookAt = computer.trueTime + Math.floor(random() * 30 * SECOND);
      disturbed(31 * SECOND);
    } else if (what.kind === 'sleep') {
      computer.passAsleep(what.length);
      changesDone = countChanges();
      buildAgenda();
      disturbed(what.tellsSo ? 5 * SECOND : 31 * SECOND);
      lookAt = computer.trueTime + Math.floor(random() * (what.tellsSo ? 4 : 30) * SECOND);
    } else if (what.kind === 'quit') {
      app?.end();
      await settle();
      computer.process.isDead = true;
      app = null;
      restartAt = computer.trueTime + what.length;
    } else if (what.kind === 'kill') {
      computer.kill();
      restartAt = computer.trueTime + what.length;
    } else computer.process.stepsToLive = what.steps;
  }

  const countChanges = (): number =>
    changes.filter((meeting) => changeAt(meeting) <= computer.trueTime).length;

  let nextCheck = from;
  let nextDay = from + DAY;
  let nextDisturbance = 0;
  let nextDeed = 0;
  for (;;) {
    const disturbance = disturbances[nextDisturbance];
    const change = changes[changesDone];
    const isOn = app !== null;
    const next = Math.min(
      isOn ? computer.nextTimer : restartAt,
      isOn ? nextCheck : Infinity,
      isOn ? lookAt : Infinity,
      change === undefined ? Infinity : changeAt(change),
      Math.max(disturbance?.at ?? Infinity, computer.trueTime),
      nextDay,
      isOn ? Math.max(deeds[nextDeed]?.at ?? Infinity, computer.trueTime) : Infinity,
    );
    if (next >= to) break;
    computer.trueTime = Math.max(next, computer.trueTime);
    const now = computer.trueTime;
    if (!isOn && now >= restartAt) {
      disturbed(5 * SECOND);
      nextCheck = now;
      await start(Infinity);
    }
    if (change !== undefined && now >= changeAt(change)) {
      changesDone = countChanges();
      buildAgenda();
      current()?.replan();
    }
    if (now >= nextDay) {
      nextDay += DAY * Math.ceil((now - nextDay + 1) / DAY);
      buildAgenda();
      current()?.replan();
      void running()?.ledger.trim();
    }
    if (now >= lookAt) {
      lookAt = Infinity;
      current()?.replan();
    }
    computer.runTimers();
    await settle();
    const deed = deeds[nextDeed];
    if (deed !== undefined && now >= deed.at && app !== null) {
      nextDeed += 1;
      act(deed);
      await settle();
    }
    if (disturbance !== undefined && now >= disturbance.at) {
      nextDisturbance += 1;
      await disturb(disturbance);
      nextCheck = Math.max(nextCheck, computer.trueTime);
    } else if (now >= nextCheck) {
      nextCheck = now + CHECK_EVERY_MS;
      if (isOn) oracle.check(moment(), computer.clockError === 0);
      const missed = running()?.reminders.missed() ?? [];
      if (isOn && oracle.counts.checks % 10 === 0)
        oracle.checkMissed(new Set(missed.map(({ title }) => title)), moment());
    }
  }
  return oracle;

  function running(): RunningApp | null {
    return app;
  }

  /** The running app is about to do something. */
  function current(): ReminderScheduler | undefined {
    computer.isBusy = true;
    return app?.reminders;
  }
}

const changeAt = ({ change }: Meeting): number => change?.at ?? Infinity;
