import { expect, test } from 'vitest';
import { isUsableZone, systemZoneOf } from '#core/zones/systemZone.ts';
import { HOUR, MINUTE } from '#base';

test('a zone that the system names is taken as it is', () => {
  expect(systemZoneOf('Asia/Kathmandu', 5.75 * HOUR)).toEqual({ zone: 'Asia/Kathmandu', isKnown: true });
  expect(systemZoneOf('UTC', 0)).toEqual({ zone: 'UTC', isKnown: true });
});

test.each([
  ['Etc/Unknown', 0, 'UTC'],
  [undefined, 0, 'UTC'],
  ['', 0, 'UTC'],
  // TZ=UTC+3 is three hours behind Greenwich.
  [undefined, -3 * HOUR, 'Etc/GMT+3'],
  [undefined, 14 * HOUR, 'Etc/GMT-14'],
  [undefined, 5.5 * HOUR, 'Asia/Kolkata'],
  [undefined, -2.5 * HOUR, 'America/St_Johns'],
  [undefined, 13.75 * HOUR, 'Pacific/Chatham'],
  // No zone has this one.
  [undefined, 20 * MINUTE, 'UTC'],
])('where the system says %s, the zone follows from the offset of %i ms: %s', (reported, offset, zone) => {
  expect(systemZoneOf(reported, offset)).toEqual({ zone, isKnown: false });
});

test('every offset that a clock can have gives a zone that Intl can make', () => {
  const offsets = Array.from({ length: 26 * 4 + 1 }, (_none, at) => at * 15 - 12 * 60);
  const zones = offsets.map((minutes) => systemZoneOf(undefined, minutes * MINUTE).zone);
  expect(zones.filter((zone) => !isUsableZone(zone))).toEqual([]);
});

test('Etc/Unknown and POSIX forms are no zones', () => {
  expect(['Etc/Unknown', 'UTC+3', ':foo/bar', ''].filter(isUsableZone)).toEqual([]);
});
