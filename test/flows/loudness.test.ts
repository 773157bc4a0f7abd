import { expect, test } from 'vitest';
import {
  defaultReminderRules,
  type Loudness,
  type ReminderLead,
  type ReminderRules,
} from '#core/reminders/reminderRules.ts';
import { aCalendar, type EventWish } from '../builders/aCalendar.ts';
import { Computer } from '../fakes/startApp.ts';

const address = 'https://example.org/team.ics';
const standUp: EventWish = { title: 'Stand-up', start: '2026-11-20T15:00:00Z', minutes: 30 };
const dismissal: EventWish = { title: 'Dismissal of John Doe', start: '2026-11-20T15:30:00Z', minutes: 30 };
const lead = (minutes: number, kind: ReminderLead['kind'], loudness?: Loudness): ReminderLead => ({
  minutes,
  kind,
  ...(loudness && { loudness }),
});

/** A computer a quarter of an hour before the stand-up, with these rules. */
async function computerWith(rules: Partial<ReminderRules>): Promise<Computer> {
  const computer = new Computer('2026-11-20T14:45:00Z');
  computer.store.write('settings', { isWelcomeDone: true, reminders: { ...defaultReminderRules, ...rules } });
  computer.network.serve(address, aCalendar([standUp, dismissal]));
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  return computer;
}

test('hidden titles include the following meeting’s in a notice that names it', async () => {
  const computer = await computerWith({ leads: [lead(10, 'notice')], endWarningMinutes: 5 });
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-20T15:25:00Z');
  expect(app.notifier.notices.at(-1)?.body).toBe('Ends in 5 min · Dismissal of John Doe follows at once');
  await app.window.ask('settings:change', { hidesTitles: true });
  const shown = app.notifier.notices.filter(({ isWithdrawn }) => !isWithdrawn).map(({ body }) => body);
  expect(shown).toEqual(['In 5 min · 16:30–17:00', 'Ends in 5 min · Meeting follows at once']);
});

test('hidden titles include the following meeting’s in the alert window, and it is shown again afterwards', async () => {
  const computer = await computerWith({ leads: [lead(10, 'notice')], endWarningMinutes: 5 });
  await using app = await computer.start();
  app.notifier.behaviour = 'fails';
  await computer.clock.advanceTo('2026-11-20T15:25:00Z');
  const texts = () => app.alert.cards.map(({ text }) => text);
  expect(texts()).toContain('Ends in 5 min · Dismissal of John Doe follows at once');
  await app.window.ask('settings:change', { hidesTitles: true });
  expect(texts()).toContain('Ends in 5 min · Meeting follows at once');
  expect(texts().join(' ')).not.toContain('John Doe');
  await app.window.ask('settings:change', { hidesTitles: false });
  expect(texts().join(' ')).toContain('John Doe');
});

test('a notice has the loudness of its lead: quiet, normal or urgent', async () => {
  const leads = [lead(10, 'notice', 'quiet'), lead(5, 'notice'), lead(1, 'notice', 'urgent')];
  const computer = await computerWith({ leads });
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-20T14:59:30Z');
  expect(app.notifier.notices).toMatchObject([
    { urgency: 'low', isSilent: true },
    { urgency: 'normal', isSilent: false },
    { urgency: 'critical', isSilent: false },
  ]);
});

test('reminders repeated each minute are as loud as the lead nearest to the start', async () => {
  const computer = await computerWith({
    leads: [lead(10, 'notice', 'quiet'), lead(0, 'notice', 'urgent')],
    nag: true,
  });
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-20T15:02:30Z');
  expect(app.notifier.notices.at(-1)).toMatchObject({
    body: expect.stringContaining('2 min ago'),
    urgency: 'critical',
  });
});

test('an urgent notice that the desktop suppresses comes as the alert window', async () => {
  const computer = await computerWith({ leads: [lead(10, 'notice', 'urgent'), lead(5, 'notice')] });
  await using app = await computer.start();
  app.notifier.disturbance = 'holdsEverything';
  await computer.clock.advanceTo('2026-11-20T14:50:01Z');
  expect(app.alert.cards).toMatchObject([{ title: 'Stand-up' }]);
  expect(app.notifier.notices).toMatchObject([{ urgency: 'critical', isWithdrawn: true }]);
  await computer.clock.advanceTo('2026-11-20T14:55:01Z');
  expect([app.alert.isOpen, app.notifier.notices.at(-1)?.urgency]).toEqual([false, 'normal']);
});

test.each(['letsUrgentThrough', 'off', 'unknown'] as const)(
  'where “do not disturb” is “%s”, an urgent notice stays a notice',
  async (disturbance) => {
    const computer = await computerWith({ leads: [lead(10, 'notice', 'urgent')] });
    await using app = await computer.start();
    app.notifier.disturbance = disturbance;
    await computer.clock.advanceTo('2026-11-20T14:50:01Z');
    expect([app.alert.isOpen, app.notifier.notices[0]?.isWithdrawn]).toEqual([false, false]);
  },
);

test('our sound replaces the system’s, and the alert window has its own', async () => {
  const computer = await computerWith({ leads: [lead(10, 'notice'), lead(5, 'alert')] });
  await using app = await computer.start();
  await app.window.ask('settings:change', { noticeSound: 'soft', alertSound: 'clear' });
  await computer.clock.advanceTo('2026-11-20T14:50:01Z');
  expect([app.notifier.notices[0]?.isSilent, app.sound.heard]).toEqual([true, ['soft']]);
  await computer.clock.advanceTo('2026-11-20T14:55:01Z');
  expect(app.sound.heard).toEqual(['soft', 'clear']);
});

test('during “do not disturb” only urgent reminders play our sound', async () => {
  const leads = [lead(10, 'notice'), lead(5, 'notice', 'quiet'), lead(1, 'notice', 'urgent')];
  const computer = await computerWith({ leads });
  await using app = await computer.start();
  await app.window.ask('settings:change', { noticeSound: 'clear' });
  app.notifier.disturbance = 'letsUrgentThrough';
  await computer.clock.advanceTo('2026-11-20T14:58:00Z');
  expect(app.sound.heard).toEqual([]);
  await computer.clock.advanceTo('2026-11-20T14:59:01Z');
  expect(app.sound.heard).toEqual(['clear']);
});

test('a quiet lead has no sound', async () => {
  const computer = await computerWith({ leads: [lead(10, 'alert', 'quiet')] });
  await using app = await computer.start();
  await computer.clock.advanceTo('2026-11-20T14:50:01Z');
  expect([app.alert.isOpen, app.sound.heard]).toEqual([true, []]);
});

test('each sound can be tested, and a failure to play it is reported', async () => {
  const computer = await computerWith({ leads: [] });
  await using app = await computer.start();
  expect(await app.window.ask('reminders:testSound', 'clear')).toEqual({ ok: true, value: null });
  expect(app.sound.heard).toEqual(['clear']);
  app.sound.isBroken = true;
  const tried = app.window.ask('reminders:testSound', 'soft');
  await computer.clock.advance(10_000);
  expect(await tried).toMatchObject({ ok: false, problem: { title: 'The sound could not be played' } });
});

test('today’s reminders show that “do not disturb” is on', async () => {
  const computer = await computerWith({ leads: [lead(10, 'notice')] });
  await using app = await computer.start();
  app.notifier.disturbance = 'letsUrgentThrough';
  expect((await app.window.ask('reminders:today')).doNotDisturb).toBe('letsUrgentThrough');
});
