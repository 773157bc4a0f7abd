import { expect, test } from 'vitest';
import { nextOccurrence } from '#core/agenda/agenda.ts';
import { planReminders } from '#core/reminders/planReminders.ts';
import { reminderRules } from '#core/reminders/reminderRules.ts';
import { trayModel } from '#core/tray/trayModel.ts';
import { trayTexts } from '#core/tray/texts.ts';
import { MINUTE } from '#base';
import { noticeBody } from '#main/reminders/noticeText.ts';
import { heroClock } from '#renderer/agenda/hero/heroWords.ts';
import { marksOf } from '#renderer/agenda/describe.ts';
import { rowMark } from '#renderer/agenda/rowMark.ts';
import { rowSentence } from '#renderer/agenda/rowSentence.ts';
import { occurrenceJson } from '../../src/cli/occurrenceJson.ts';
import { anOccurrence, at } from '../builders/anOccurrence.ts';

/** A meeting that only a text states must not look certain anywhere. */

const START = '2026-11-20T16:00:00Z';
const format = { locale: 'en-GB', zone: 'Europe/Berlin', clock: 'locale' } as const;
const now = at(START) - 10 * MINUTE;
const stated = anOccurrence({ title: 'Tech call', start: START, statement: { confirmedAt: null } });

test('row, hero, notice, tray and JSON say that a stated meeting is unconfirmed', () => {
  const marks = marksOf(stated);
  expect(rowMark(marks)?.label).toBe('unconfirmed');
  const present = { tone: 'later', today: '2026-11-20', date: '2026-11-20' } as const;
  expect(rowSentence(stated, marks, [], present, format)).toContain('unconfirmed');
  expect(heroClock(stated, 1, false, now, format).eyebrow).toBe('Unconfirmed · next in');
  expect(noticeBody(stated, null, now, format)).toContain('Unconfirmed');
  const choices = { isJoined: () => false, pausedUntil: null, hidesTitles: false };
  expect(trayTexts(trayModel([stated], [], now, format, choices))).toMatchObject({
    tooltip: 'Tech call may be on in 10 min',
    next: [{ label: '17:00  Tech call (unconfirmed)' }],
  });
  expect(occurrenceJson(stated)).toMatchObject({ status: 'unconfirmed', unconfirmed: true });
});

test('it is announced, but never joined automatically, and a certain meeting comes first', () => {
  const rules = reminderRules.parse({ leads: [{ minutes: 5, kind: 'autoJoin' }] });
  const { upcoming } = planReminders({
    occurrences: [stated],
    rules,
    history: new Map(),
    now,
    zone: format.zone,
  });
  expect(upcoming).toMatchObject([{ kind: 'alert', isUnconfirmed: true }]);
  const certain = anOccurrence({ title: 'Release', start: START });
  expect(nextOccurrence([stated, certain], now, format.zone)).toBe(certain);
});

test('once the user says yes, nothing marks it any more', () => {
  const sure = { ...stated, statement: { confirmedAt: now } };
  expect(marksOf(sure)).toEqual([]);
  expect(occurrenceJson(sure)).toMatchObject({ status: 'confirmed', unconfirmed: false });
});
