import { expect, test } from 'vitest';
import { joinKeyChoices, keyWords } from '#renderer/settings/keys/joinKeys.ts';
import { freeLead } from '#renderer/reminders/LeadsEditor.tsx';
import { entryKind, entryState, selfCheck } from '#renderer/settings/reminders/reminderWords.ts';
import type { ReminderEntry } from '#core/reminders/remindersOfDay.ts';

const entry: ReminderEntry = {
  key: 'before-10|a|1',
  occurrenceKey: 'a',
  title: 'Stand-up',
  at: 0,
  what: 'before',
  minutes: 10,
  state: 'waiting',
  why: null,
};

test('a line shows which reminder it is, and its outcome', () => {
  expect([entryKind(entry), entryState(entry)]).toEqual(['10 min before', 'will come']);
  expect(entryKind({ ...entry, minutes: 0 })).toBe('at the start');
  expect(entryKind({ ...entry, what: 'moved', minutes: null })).toBe('was moved');
  expect(entryState({ ...entry, state: 'missed', why: 'asleep' })).toBe('missed while the computer slept');
});

test('the self-check shows how many reminders are left, and what works', () => {
  const format = { locale: 'en-GB', zone: 'UTC', clock: '24' } as const;
  const works = { notifications: 'work', doNotDisturb: 'off', hasTray: true } as const;
  const today = { entries: [entry], quietUntil: null, ...works };
  expect(selfCheck(today, format)).toBe('1 more reminder today; notifications work; tray works.');
  const none = { notifications: 'none', doNotDisturb: 'off', hasTray: false } as const;
  expect(selfCheck({ entries: [], quietUntil: 7 * 3_600_000, ...none }, format)).toBe(
    'No more reminders today; quiet until 07:00; no notification service, a window of Office Hours announces instead; this desktop shows no tray icon.',
  );
});

test.each([
  ['letsUrgentThrough', 'holds notifications back, but not urgent ones and not the alert window'],
  ['holdsEverything', 'holds notifications back, but not the alert window'],
  ['unknown', 'is on is unknown'],
] as const)('the self-check names the state of “do not disturb”: %s', (doNotDisturb, words) => {
  const today = {
    entries: [],
    quietUntil: null,
    notifications: 'work',
    doNotDisturb,
    hasTray: true,
  } as const;
  expect(selfCheck(today, { locale: 'en-GB', zone: 'UTC', clock: '24' })).toContain(words);
});

test('an added reminder has an unused lead time', () => {
  expect(freeLead([{ minutes: 10, kind: 'notice' }])?.minutes).toBe(5);
});

test('keys are written as on the keyboard', () => {
  expect(keyWords('CommandOrControl+Shift+J', false)).toBe('Ctrl + Shift + J');
  expect(joinKeyChoices('Alt+J', true).map(({ label }) => label)).toContain('Alt + J');
});
