/**
 * What reminders cost for 10,000 meetings ahead, three leads each: planning all of them again, beside arming one timer
 * for each as schedulers do. Middle of several runs, ms of CPU time of the thread, since other programs of the machine
 * change the time on the clock. Ends with status 1 when a plan as the app makes it takes longer than its limit.
 * Run: node bench/reminders.bench.ts
 */
import { Cron } from 'croner';
import schedule from 'node-schedule';
import { planReminders } from '../src/core/reminders/planReminders.ts';
import { defaultReminderRules } from '../src/core/reminders/reminderRules.ts';
import { anOccurrence } from '../test/builders/anOccurrence.ts';

const COUNT = 10_000;
const LIMIT_MS = 10;
const RUNS = 15;
/** Of the schedulers, which take seconds. */
const PEER_RUNS = 3;
const MINUTE = 60_000;

const now = Date.now();
const starts = Array.from({ length: COUNT }, (_, index) => now + (20 + index * 5) * MINUTE);
const occurrences = starts.map((start, index) =>
  anOccurrence({ uid: `uid-${index}`, title: `Meeting ${index}`, start: new Date(start).toISOString() }),
);

/** Runs it some times, undoing what it did outside of the measured time; the middle one counts. */
function middle(run: () => () => void, runs: number): number {
  const times = Array.from({ length: runs }, () => {
    const before = process.threadCpuUsage();
    const undo = run();
    const { user, system } = process.threadCpuUsage(before);
    undo();
    return (user + system) / 1000;
  });
  return times.toSorted((a, b) => a - b)[runs >> 1] ?? Infinity;
}

const plan = (ahead: number) => (): (() => void) => {
  const input = { occurrences, rules: defaultReminderRules, history: new Map(), now, zone: 'UTC', ahead };
  if (planReminders(input).upcoming.length === 0) throw new Error('Nothing was planned');
  return () => undefined;
};

const rows: readonly (readonly [name: string, ms: number])[] = [
  ['Office Hours, all 30,000 of them planned', middle(plan(Infinity), RUNS)],
  ['Office Hours, as the app does: four days ahead', middle(plan(4 * 24 * 60 * MINUTE), RUNS)],
  [
    'node-schedule 2.1, 10,000 jobs armed',
    middle(() => {
      const jobs = starts.map((start) => schedule.scheduleJob(new Date(start), () => undefined));
      return () => {
        for (const job of jobs) job.cancel();
      };
    }, PEER_RUNS),
  ],
  [
    'croner 11.0, 10,000 jobs armed',
    middle(() => {
      const jobs = starts.map((start) => new Cron(new Date(start).toISOString(), () => undefined));
      return () => {
        for (const job of jobs) job.stop();
      };
    }, PEER_RUNS),
  ],
];

for (const [name, ms] of rows) console.log(`${name.padEnd(48)}${ms.toFixed(1).padStart(9)} ms`);
const isSlow = (rows[1]?.[1] ?? Infinity) > LIMIT_MS;
console.log(isSlow ? `over ${LIMIT_MS} ms` : `planned in under ${LIMIT_MS} ms`);
process.exitCode = isSlow ? 1 : 0;
