import { expect, test } from 'vitest';
import { readZone } from '../zones/readZone.ts';
import { shareOfAgreement } from '../zones/zoneAgreement.ts';

test.each([
  ['UTC', 'UTC'],
  ['GMT', 'UTC'],
  ['PT (Pacific Time)', 'America/Los_Angeles'],
  ['(Pacific Time) PT', 'America/Los_Angeles'],
  ['Eastern Time (ET)', 'America/New_York'],
  ['US Eastern', 'America/New_York'],
  ['Poland', 'Europe/Warsaw'],
  ['London-UK', 'Europe/London'],
  ['Sydney, Australia', 'Australia/Sydney'],
  ['Beijing Time', 'Asia/Shanghai'],
  ['Asia/Kolkata', 'Asia/Kolkata'],
  ['W. Europe Standard Time', 'Europe/Berlin'],
  ['UTC+8', '+08:00'],
  ['GMT+5:30', '+05:30'],
  ['PDT (UTC-7)', 'America/Los_Angeles'],
  ['CST (China)', 'Asia/Shanghai'],
])('“%s” is %s', (written, zone) => {
  expect(readZone(written)).toMatchObject({ zone, question: null });
});

test('a zone name of one season holds all year, as an assumption', () => {
  expect(readZone('EST')).toMatchObject({ zone: 'America/New_York', question: null });
  expect(readZone('EST')?.assumption).toMatchObject({ kind: 'zoneOfSeason' });
});

test('a zone with two common meanings becomes a question, one with a usual meaning an assumption', () => {
  expect(readZone('CST')?.question).toMatchObject({ zones: ['America/Chicago', 'Asia/Shanghai'] });
  expect(readZone('IST')).toMatchObject({ zone: 'Asia/Kolkata', question: null });
  expect(readZone('IST')?.assumption).toMatchObject({ others: ['Asia/Jerusalem', 'Europe/Dublin'] });
});

test('other text is not read as a zone', () => {
  for (const text of ['Mars', 'somewhere', '', 'soon']) expect(readZone(text)).toBeNull();
});

test('two zones agree always, never, or for a part of the year', () => {
  const pacific = { time: '08:00', zone: 'America/Los_Angeles' };
  expect(shareOfAgreement(pacific, { time: '11:00', zone: 'America/New_York' })).toBe(1);
  expect(shareOfAgreement(pacific, { time: '08:00', zone: 'UTC' })).toBe(0);
  expect(shareOfAgreement(pacific, { time: '16:00', zone: 'UTC' })).toBeCloseTo(0.35, 1);
  expect(shareOfAgreement(pacific, { time: '17:00', zone: 'Europe/Berlin' })).toBeGreaterThan(0.9);
  expect(
    shareOfAgreement({ time: '17:00', zone: 'America/Los_Angeles' }, { time: '08:00', zone: '+08:00' }),
  ).toBeLessThan(1);
});
