import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { planReminders, type ReminderPlan } from '#core/reminders/planReminders.ts';
import { meetingIdOf, reminderKey, type Slot, overrideKey, readReminderKey } from '#core/keys.ts';
import {
  afterRestart,
  historyOf,
  type ReminderEvent,
  type ReminderHistory,
} from '#core/reminders/reminderHistory.ts';
import { defaultReminderRules, type ReminderRules } from '#core/reminders/reminderRules.ts';
import { MINUTE } from '#base';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { anOccurrence, at } from '../../builders/anOccurrence.ts';
import { runs } from '../../effort.ts';

const usual = defaultReminderRules;
const noon = anOccurrence({ title: 'Noon', start: '2026-11-20T12:00:00Z', minutes: 60 });
const room = {
  service: 'zoom',
  serviceName: 'Zoom',
  url: 'https://zoom.us/j/1',
  nativeUrl: null,
  meetingId: '1',
  passcode: null,
  source: 'url',
} as const;

const keyOf = (slot: Slot, occurrence: Occurrence = noon): string =>
  reminderKey(slot, meetingIdOf(occurrence));
type Happened = [kind: ReminderEvent['kind'], slot: Slot, more?: Partial<ReminderEvent>];
const history = (...events: Happened[]): ReminderHistory =>
  historyOf(
    events.map(([kind, slot, more]) =>
      Object.assign({ at: at('2026-11-20T11:00:00Z'), kind, key: keyOf(slot), title: 'Noon' }, more),
    ),
  );

interface Wish {
  readonly occurrences?: readonly Occurrence[];
  readonly rules?: Partial<ReminderRules>;
  readonly known?: ReminderHistory;
  readonly zone?: string;
}
/** The plan at that time of 20 November 2026, UTC. */
function planAt(time: string, { occurrences = [noon], rules, known, zone = 'UTC' }: Wish = {}): ReminderPlan {
  const now = at(`2026-11-20T${time}Z`);
  return planReminders({
    occurrences,
    rules: { ...usual, ...rules },
    history: known ?? new Map(),
    now,
    zone,
  });
}
const slots = (reminders: readonly { key: string }[]): string[] =>
  reminders.map(({ key }) => readReminderKey(key).slot);

test('three reminders wait, ten minutes, one minute before and at the start', () => {
  const plan = planAt('11:49:59.999');
  expect(plan.due).toEqual([]);
  expect(plan.upcoming.map((one) => [one.key, one.at])).toEqual([
    [keyOf('before-10'), at('2026-11-20T11:50:00Z')],
    [keyOf('before-1'), at('2026-11-20T11:59:00Z')],
    [keyOf('before-0'), at('2026-11-20T12:00:00Z')],
  ]);
});

test('each is due on the very millisecond, and the one before it no more', () => {
  expect(slots(planAt('11:50:00').due)).toEqual(['before-10']);
  expect(slots(planAt('11:59:00').due)).toEqual(['before-1']);
  expect(slots(planAt('12:00:00').due)).toEqual(['before-0']);
});

test('who was asleep gets one late card as long as the meeting runs, and the others are overtaken', () => {
  const known = history(['planned', 'before-10'], ['planned', 'before-1'], ['planned', 'before-0']);
  const plan = planAt('12:07:00', { known });
  expect(slots(plan.due)).toEqual(['before-0']);
  expect(plan.overtaken).toEqual([keyOf('before-10'), keyOf('before-1')]);
  expect(slots(planAt('12:59:59').due)).toEqual(['before-0']);
});

test('a meeting that is over without its last reminder is missed, once, and only if one was planned', () => {
  const planned: Happened[] = [
    ['planned', 'before-10'],
    ['planned', 'before-0'],
  ];
  expect(planAt('13:00:00').missed).toEqual([]);
  expect(slots(planAt('13:00:00', { known: history(...planned) }).missed)).toEqual(['before-0']);
  expect(planAt('13:00:00', { known: history(...planned, ['missed', 'before-0']) }).missed).toEqual([]);
  expect(planAt('13:00:00', { known: history(...planned, ['shown', 'before-0']) }).missed).toEqual([]);
  // Announced ten minutes before, and then slept through.
  const early = history(...planned, ['shown', 'before-10']);
  expect(slots(planAt('13:00:00', { known: early }).missed)).toEqual(['before-0']);
});

test('cancelled and all-day meetings are not reminded', () => {
  const occurrences = [
    anOccurrence({ title: 'Cancelled', status: 'cancelled' }),
    anOccurrence({ title: 'All day', allDay: ['2026-11-20', '2026-11-21'] }),
  ];
  expect(planAt('12:00:00', { occurrences })).toMatchObject({ due: [], upcoming: [], missed: [] });
});

test('a meeting that may be on is reminded as such, unless the user does not want that', () => {
  const occurrences = [anOccurrence({ title: 'Perhaps', isWeekUnknown: true })];
  const { due, upcoming } = planAt('11:50:00', { occurrences });
  expect([...due, ...upcoming].map(({ isMaybe }) => isMaybe)).toEqual([true, true, true]);
  const silent = planAt('12:00:00', { occurrences, rules: { maybe: false } });
  expect(silent).toMatchObject({ due: [], upcoming: [] });
});

test('nobody is taken into a meeting that only may be on, nor told that it ends', () => {
  const occurrences = [anOccurrence({ isWeekUnknown: true })];
  const leads = [{ minutes: 0, kind: 'autoJoin' as const }];
  const rules = { leads, endWarningMinutes: 5 };
  expect(planAt('12:00:00', { occurrences, rules }).due.map(({ kind }) => kind)).toEqual(['alert']);
  expect(slots(planAt('12:00:00', { occurrences, rules }).upcoming)).toEqual([]);
  const certain = planAt('12:00:00', { occurrences: [anOccurrence()], rules });
  expect(slots(certain.upcoming)).toEqual(['end-5']);
});

test('an all-day meeting is announced at nine in the morning where the user wants that', () => {
  const day = anOccurrence({ title: 'All day', allDay: ['2026-11-20', '2026-11-21'] });
  const wish = { occurrences: [day], rules: { allDay: true }, zone: 'America/New_York' };
  expect(planAt('13:59:59', wish).upcoming.map((one) => one.at)).toEqual([at('2026-11-20T14:00:00Z')]);
  expect(slots(planAt('14:00:00', wish).due)).toEqual(['day-0']);
});

test('tentative ones are reminded unless the user does not want them, linkless ones too', () => {
  const occurrences = [anOccurrence({ status: 'tentative' })];
  expect(planAt('12:00:00', { occurrences }).due).toHaveLength(1);
  expect(planAt('12:00:00', { occurrences, rules: { tentative: false } }).due).toEqual([]);
  const declined = [anOccurrence({ isDeclined: true })];
  expect(planAt('12:00:00', { occurrences: declined }).due).toEqual([]);
  expect(planAt('12:00:00', { occurrences: declined, rules: { declined: true } }).due).toHaveLength(1);
  expect(planAt('12:00:00', { rules: { onlyWithLink: true } }).due).toEqual([]);
  const withRoom = [anOccurrence({ joinLinks: [room] })];
  expect(planAt('12:00:00', { occurrences: withRoom, rules: { onlyWithLink: true } }).due).toHaveLength(1);
});

test('a feed, a series and a single meeting can have leads of their own, and no leads skip', () => {
  const alert = [{ minutes: 30, kind: 'alert' as const }];
  const overrides = { [overrideKey('feed', noon)]: alert };
  expect(planAt('11:00:00', { rules: { overrides } }).upcoming).toMatchObject([{ kind: 'alert' }]);
  const series = { ...overrides, [overrideKey('series', noon)]: [] };
  expect(planAt('11:00:00', { rules: { overrides: series } }).upcoming).toEqual([]);
  const single = { ...series, [overrideKey('occurrence', noon)]: usual.leads };
  expect(planAt('11:00:00', { rules: { overrides: single } }).upcoming).toHaveLength(3);
});

test('what was chosen in any of its feeds holds for a meeting that several have', () => {
  const source = (feedId: string, uid: string) => ({
    key: `${feedId}|${uid}|then`,
    feedId,
    feedName: feedId,
  });
  const shared = anOccurrence({ sources: [source('feed', 'a'), source('other', 'b')] });
  for (const name of ['feed|other', 'series|other|b', 'occurrence|other|b|then'])
    expect(
      planAt('11:00:00', { occurrences: [shared], rules: { overrides: { [name]: [] } } }).upcoming,
    ).toEqual([]);
});

test('a meeting without length is reminded although it is over at its start', () => {
  const moment = anOccurrence({ minutes: 0 });
  expect(slots(planAt('12:00:00', { occurrences: [moment] }).due)).toEqual(['before-0']);
});

test('what was raised, shown, failed, acknowledged or put away is not raised again', () => {
  for (const kind of ['raised', 'shown', 'failed', 'acknowledged', 'dismissed'] as const)
    expect(planAt('11:51:00', { known: history([kind, 'before-10']) }).due).toEqual([]);
});

test('another lead time does not raise again what was raised', () => {
  const rules = { leads: [{ minutes: 30, kind: 'notice' as const }] };
  expect(planAt('11:52:00', { rules, known: history(['raised', 'before-10']) }).due).toEqual([]);
});

test('a clock that is set back raises nothing twice, and nothing is left out', () => {
  const known = history(['missed', 'before-10'], ['missed', 'before-1'], ['shown', 'before-0']);
  expect(slots(planAt('11:50:00', { known }).due)).toEqual(['before-10']);
  expect(slots(planAt('12:00:00', { known }).due)).toEqual([]);
});

test('after a kill between disk and screen the reminder comes once more, quietly', () => {
  const killed = afterRestart(historyOf([{ at: 0, kind: 'raised', key: keyOf('before-10') }]));
  expect(planAt('11:51:00', { known: killed }).due).toMatchObject([{ isQuiet: true }]);
});

test('who joined, or put it away after the start, hears no more of it', () => {
  for (const kind of ['joined', 'dismissed'] as const) {
    const known = history([kind, 'before-0', { at: at('2026-11-20T12:00:30Z') }]);
    const plan = planAt('12:05:00', { known, rules: { nag: true } });
    expect([plan.due, plan.upcoming]).toEqual([[], []]);
  }
});

test('to put away an early reminder keeps the later ones', () => {
  const known = history(['dismissed', 'before-10']);
  expect(slots(planAt('11:55:00', { known }).upcoming)).toEqual(['before-1', 'before-0']);
});

test('nagging comes each minute from the start until the end', () => {
  const rules = { nag: true };
  const plan = planAt('12:03:20', { rules, known: history(['shown', 'before-0']) });
  expect([slots(plan.due), slots(plan.upcoming)]).toEqual([['nag-3'], ['nag-4']]);
  const last = planAt('12:59:30', { rules, known: history(['shown', 'nag-59']) });
  expect([last.due, last.upcoming]).toEqual([[], []]);
});

test('a snoozed reminder is silent until it comes back, then comes once', () => {
  const until = at('2026-11-20T11:58:00Z');
  const known = history(['shown', 'before-10'], ['snoozed', 'before-10', { until, as: 'alert' }]);
  const waiting = planAt('11:53:00', { known });
  expect(waiting.due).toEqual([]);
  expect(slots(waiting.upcoming)).toEqual([`snooze-${until}`, 'before-1', 'before-0']);
  expect(planAt('11:58:00', { known }).due).toMatchObject([{ kind: 'alert', at: until }]);
});

test('snoozed until the start it does not come a minute before', () => {
  const until = at('2026-11-20T12:00:00Z');
  const known = history(['snoozed', 'before-10', { until, as: 'notice' }]);
  // Nor is it said that it will.
  expect(slots(planAt('11:53:00', { known }).upcoming)).not.toContain('before-1');
  expect(planAt('11:59:30', { known }).due).toEqual([]);
  expect(planAt('12:00:00', { known }).due).toHaveLength(1);
});

test('two meetings that are snoozed at once both come back', () => {
  const other = anOccurrence({ title: 'Other', uid: 'other' });
  const until = at('2026-11-20T11:55:00Z');
  const known = historyOf(
    [noon, other].map((one) => ({
      at: 0,
      kind: 'snoozed',
      key: keyOf('before-10', one),
      until,
      as: 'notice',
    })),
  );
  const plan = planAt('11:55:00', { occurrences: [noon, other], known });
  expect(plan.due.map((one) => one.title).toSorted()).toEqual(['Noon', 'Other']);
});

test('in quiet hours all is held, and after them the latest comes if it still helps', () => {
  const rules = { quietHours: { from: '22:00', to: '12:05' } };
  const quiet = planAt('12:00:00', { rules });
  expect([quiet.due, quiet.quietUntil]).toEqual([[], at('2026-11-20T12:05:00Z')]);
  expect(slots(planAt('12:05:00', { rules }).due)).toEqual(['before-0']);
});

test('a quiet day is quiet in the viewer’s zone, and a pause lasts as long as it was made for', () => {
  const friday = planAt('12:00:00', { rules: { quietDays: [5] }, zone: 'Pacific/Auckland' });
  expect(friday.due).toHaveLength(1);
  expect(planAt('12:00:00', { rules: { quietDays: [5] } }).due).toEqual([]);
  const pausedUntil = at('2026-11-20T12:30:00Z');
  expect(planAt('12:00:00', { rules: { pausedUntil } }).due).toEqual([]);
  expect(planAt('12:30:00', { rules: { pausedUntil } }).due).toHaveLength(1);
});

test('the end is announced where the user wants that, also to those who joined', () => {
  const rules = { endWarningMinutes: 5 };
  const inIt = { at: at('2026-11-20T11:59:00Z') };
  const known = history(['joined', 'before-0', inIt]);
  expect(slots(planAt('12:55:00', { rules, known }).due)).toEqual(['end-5']);
  expect(
    planAt('12:55:00', { rules, known: history(['joined', 'before-0', inIt], ['shown', 'end-5']) }).due,
  ).toEqual([]);
});

test('the same meeting in two calendars is one reminder, in whatever order they come', () => {
  const twin = { ...anOccurrence({ title: 'noon ', feedId: 'other', uid: 'x' }), joinLinks: [room] };
  for (const occurrences of [
    [noon, twin],
    [twin, noon],
  ]) {
    expect(planAt('12:00:00', { occurrences }).due.map((one) => one.occurrenceKey)).toEqual([twin.key]);
    expect(planAt('12:00:00', { occurrences, known: history(['shown', 'before-0']) }).due).toEqual([]);
  }
});

test('two meetings of one name in different rooms stay two', () => {
  const occurrences = ['1', '2'].map((number) =>
    anOccurrence({
      title: 'Office hours',
      uid: number,
      joinLinks: [{ ...room, url: `https://zoom.us/j/${number}` }],
    }),
  );
  expect(planAt('12:00:00', { occurrences }).due).toHaveLength(2);
});

test('a new UID of the same meeting is no new reminder', () => {
  const renamed = anOccurrence({ title: 'Noon', uid: 'after the split' });
  const known = history(['shown', 'before-0']);
  expect(planAt('12:00:00', { occurrences: [renamed], known }).due).toEqual([]);
});

test('the plan reaches as far as it is asked to', () => {
  const later = anOccurrence({ title: 'Later', start: '2026-11-25T12:00:00Z' });
  const plan = planReminders({
    occurrences: [noon, later],
    rules: usual,
    history: new Map(),
    now: at('2026-11-20T09:00:00Z'),
    zone: 'UTC',
    ahead: 24 * 60 * MINUTE,
  });
  expect(plan.upcoming.map((one) => one.title)).toEqual(['Noon', 'Noon', 'Noon']);
});

/** What may happen between two looks at the plan. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('pass' as const), minutes: fc.integer({ min: 0, max: 90 }) }),
  fc.record({ kind: fc.constant('restart' as const) }),
  fc.record({ kind: fc.constant('lead' as const), minutes: fc.integer({ min: 0, max: 120 }) }),
  // Back as well: somebody sets the clock.
  fc.record({ kind: fc.constant('jump' as const), minutes: fc.integer({ min: -600, max: 600 }) }),
);

test(
  'over any course of restarts, changed rules and jumps nothing is raised twice, and one look asks for all',
  { tags: ['deep'] },
  () => {
    const start = at('2026-11-20T08:00:00Z');
    const meetings = fc.array(
      fc.record({ after: fc.integer({ min: 0, max: 900 }), minutes: fc.integer({ min: 0, max: 120 }) }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(meetings, fc.array(step, { maxLength: 40 }), (wishes, steps) => {
        const occurrences = wishes.map(({ after, minutes }, index) =>
          anOccurrence({
            uid: `m${index}`,
            title: `${index}`,
            start: new Date(start + after * MINUTE).toISOString(),
            minutes,
          }),
        );
        const ledger: ReminderEvent[] = [];
        const raised: string[] = [];
        let now = start;
        let rules = usual;
        const look = (): ReminderPlan =>
          planReminders({ occurrences, rules, history: historyOf(ledger), now, zone: 'UTC' });
        const lookAndWrite = (): void => {
          const plan = look();
          for (const { key } of plan.due) {
            ledger.push({ at: now, kind: 'raised', key }, { at: now, kind: 'shown', key });
            raised.push(key);
          }
          for (const { key } of plan.upcoming) ledger.push({ at: now, kind: 'planned', key });
          for (const { key } of plan.missed) ledger.push({ at: now, kind: 'missed', key });
          for (const key of plan.overtaken) ledger.push({ at: now, kind: 'missed', key, why: 'overtaken' });
          const again = look();
          expect([again.due, again.missed, again.overtaken]).toEqual([[], [], []]);
        };
        lookAndWrite();
        for (const one of steps) {
          if (one.kind === 'pass') {
            for (let minute = 0; minute < one.minutes; minute += 10) {
              now += 10 * MINUTE;
              lookAndWrite();
            }
          } else if (one.kind === 'jump') now += one.minutes * MINUTE;
          else if (one.kind === 'lead')
            rules = { ...usual, leads: [...usual.leads, { minutes: one.minutes, kind: 'notice' }] };
          lookAndWrite();
        }
        expect(new Set(raised).size).toBe(raised.length);
      }),
      { numRuns: runs(100) },
    );
  },
);
