import { expect, test } from 'vitest';
import { failureReport } from '#renderer/kit/page/failureReport.ts';

const context = { place: 'agenda', componentStack: '\n    at Where\n    at AgendaScreen' };

test('a report says what failed, where, and in which components', () => {
  const report = failureReport(new RangeError('Invalid time zone specified: Etc/Unknown'), context);
  expect(report).toMatch(/^Failed: agenda\nRangeError: Invalid time zone specified: Etc\/Unknown\n {4}at /u);
  expect(report).toMatch(/Components:\n {4}at Where\n {4}at AgendaScreen$/u);
});

test('a report has no addresses, passcodes or tokens, but the position in our own code', () => {
  const error = new Error('cannot read https://zoom.us/j/1?pwd=Secret, passcode: 424242');
  error.stack = `${error.message}\n    at NextMeeting (app://bundle/assets/main-Ab3.js:12:34)`;
  const report = failureReport(error, context);
  expect(report).not.toMatch(/Secret|424242/u);
  expect(report).toContain('main-Ab3.js:12:34');
});

test('any thrown value is reported, and a long stack is cut', () => {
  expect(failureReport('broken', { place: 'panel', componentStack: '' })).toBe('Failed: panel\nbroken');
  expect(failureReport('x'.repeat(100_000), context).length).toBeLessThan(10_000);
});
