import { expect, test } from 'vitest';

test('the zone of a project is the zone in which its tests run', () => {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  expect(process.env['TZ'] || timeZone).toBe(timeZone);
});
