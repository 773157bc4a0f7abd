/**
 * What reminders cost for 10,000 meetings ahead, three leads each: planning all of them again, beside arming one timer
 * for each as schedulers do. Middle of several runs, ms. Ends with status 1 when a plan takes longer than its limit.
 * Run: node bench/reminders.bench.ts
 */
import { Cron } from 'croner';
import schedule from 'node-schedule';
import { planReminders } from '../src/core/reminders/planReminders.ts';
import { defaultReminderRules } from '../src/core/reminders/reminderRules.ts';
import { anOccurrence } from '../test/builders/anOccurrence.ts';

const COUNT = 10_000;
const LIMIT_MS = 20;
const RUNS = 15;
const MINUTE = 60_000;

const now = Date.now();
const starts = Array.from({ length: COUNT }, (_, index) => now + (20 + index * 5) * MINUTE);
const occurrences = starts.map((start, index) =>
  anOccurrence({ uid: `uid-${index}`, title: `Meeting ${index}`, start: new Date(start).toISOString() }),
);

/** Runs it some times, undoing what it did outside of the measured time; the middle one counts. */
function middle(run: () => () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const from = performance.now();
    const undo = run();
    const took = performance.now() - from;
    undo();
    return took;
  });
  return times.toSorted((a, b) => a - b)[RUNS >> 1] ?? Infinity;
}

const plan = (ahead: number) => (): (() => void) => {
  const input = { occurrences, rules: defaultReminderRules, history: new Map(), now, zone: 'UTC', ahead };
  if (planReminders(input).upcoming.length === 0) throw new Error('Nothing was planned');
  return () => undefined;
};

const rows: readonly (readonly [name: string, ms: number])[] = [
  ['Office Hours, all of them planned', middle(plan(Infinity))],
  ['Office Hours, as the app does: four days ahead', middle(plan(4 * 24 * 60 * MINUTE))],
  [
    'node-schedule 2.1, 10,000 jobs armed',
    middle(() => {
      const jobs = starts.map((start) => schedule.scheduleJob(new Date(start), () => undefined));
      return () => {
        for (const job of jobs) job.cancel();
      };
    }),
  ],
  [
    'croner 11.0, 10,000 jobs armed',
    middle(() => {
      const jobs = starts.map((start) => new Cron(new Date(start).toISOString(), () => undefined));
      return () => {
        for (const job of jobs) job.stop();
      };
    }),
  ],
];

for (const [name, ms] of rows) console.log(`${name.padEnd(48)}${ms.toFixed(1).padStart(9)} ms`);
const isSlow = (rows[0]?.[1] ?? Infinity) > LIMIT_MS;
console.log(isSlow ? `over ${LIMIT_MS} ms` : `planned in under ${LIMIT_MS} ms`);
process.exitCode = isSlow ? 1 : 0;
