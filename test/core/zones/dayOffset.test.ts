import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { dateOf } from '#core/agenda/agenda.ts';
import { clockTime } from '#core/format/formatTime.ts';
import { dayOffset } from '#core/zones/dayOffset.ts';
import { HOUR } from '#base';
import { at } from '../../builders/anOccurrence.ts';

test('the offset of a zone is known on each day but the one on which its clock changes', () => {
  expect(dayOffset(at('2026-10-24T12:00:00Z'), 'Europe/Berlin')).toBe(2 * HOUR);
  expect(dayOffset(at('2026-10-25T12:00:00Z'), 'Europe/Berlin')).toBeNull();
  expect(dayOffset(at('2026-10-26T12:00:00Z'), 'Europe/Berlin')).toBe(HOUR);
  expect(dayOffset(at('2026-10-26T12:00:00Z'), 'Nowhere/Land')).toBeNull();
});

test.each([
  'Europe/Berlin',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'UTC',
])(
  'dates and clock times in %s are those of the zone database, also on the days of a clock change',
  (zone) => {
    const twentyFour = { locale: 'en-US', zone, clock: '24' } as const;
    const formats = (['24', '12', 'locale'] as const).map((clock) => ({ locale: 'en-US', zone, clock }));
    const plain = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeStyle: 'short', hourCycle: 'h23' });
    // Apia had no 30 December 2011.
    for (const year of ['2011-12-20', '2026-03-01', '2026-04-01', '2026-10-01', '2026-11-01'])
      for (let hours = 0; hours < 31 * 24; hours++) {
        const instant = at(`${year}T00:00:00Z`) + hours * HOUR + 1_234_567;
        expect(dateOf(instant, zone)).toBe(DateTime.fromMillis(instant, { zone }).toISODate());
        expect(clockTime(instant, twentyFour)).toBe(plain.format(instant));
      }
    expect(new Set(formats.map((format) => clockTime(at('2026-11-20T16:00:00Z'), format))).size).toBe(2);
  },
);

test('a date far from today is that of the zone database', () => {
  expect(dateOf(at('0050-01-01T12:00:00Z'), 'UTC')).toBe('0050-01-01');
  expect(dateOf(Date.UTC(12_026, 0, 1), 'UTC')).toBe('+012026-01-01');
});
