import { expect, test } from 'vitest';

test('the zone of a project is the zone in which its tests run', () => {
  const wanted = process.env['TZ'];
  if (wanted) expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(wanted);
});
