import { rawTimeZones, timeZonesNames } from '@vvo/tzdb';
import { expect, test } from 'vitest';
import { cityOf } from '#core/format/formatTime.ts';
import { currentZone, formerZone } from '#core/zones/currentZone.ts';
import { findZones, zoneIndex } from '#core/zones/findZones.ts';
import { offsetWords, readOffsetWords, zoneClock } from '#core/zones/zoneClock.ts';

const now = Date.parse('2026-11-29T12:00:00Z');
const known = ['UTC', ...Intl.supportedValuesOf('timeZone')];
const index = zoneIndex(rawTimeZones, known);
const idsOf = (text: string): string[] => findZones(index, text, now).map(({ id }) => id);

test('every zone of this runtime is called as the tz database calls it today', () => {
  const today = new Set(timeZonesNames);
  expect(known.map(currentZone).filter((zone) => zone !== 'UTC' && !today.has(zone))).toEqual([]);
});

test('a renamed zone keeps its clock', () => {
  const renamed = known.filter((zone) => formerZone(currentZone(zone)) !== null);
  expect(renamed.length).toBeGreaterThan(10);
  for (const zone of renamed)
    expect(zoneClock(formerZone(currentZone(zone)) ?? '', now)).toEqual(zoneClock(currentZone(zone), now));
});

test('texts name the city as it is called today', () => {
  expect(['Europe/Kiev', 'Asia/Calcutta', 'Asia/Saigon', 'America/Buenos_Aires'].map(cityOf)).toEqual([
    'Kyiv',
    'Kolkata',
    'Ho Chi Minh',
    'Buenos Aires',
  ]);
});

test('cities are written with their marks, and found with and without', () => {
  const named = ['Europe/Busingen', 'America/Sao_Paulo', 'America/Curacao', 'America/St_Johns', 'Asia/Tokyo'];
  expect(named.map(cityOf)).toEqual(['Büsingen', 'São Paulo', 'Curaçao', 'St. John’s', 'Tokyo']);
  const wishes = [
    'Büsingen',
    'busingen',
    'sao paulo',
    'São Paulo',
    "St. John's",
    'st johns',
    'Reunion',
    'Réunion',
  ];
  expect(wishes.map((text) => cityOf(idsOf(text)[0] ?? ''))).toEqual([
    'Büsingen',
    'Büsingen',
    'São Paulo',
    'São Paulo',
    'St. John’s',
    'St. John’s',
    'Réunion',
    'Réunion',
  ]);
});

test('no city is written with fewer marks than its zone’s own list of cities has', () => {
  const plain = (text: string): string =>
    text
      .normalize('NFD')
      .replaceAll(/\p{M}|['’.]/gu, '')
      .toLowerCase();
  const english = new Set(['Zurich', 'Reykjavik']);
  const bare = rawTimeZones.flatMap(({ name, group, mainCities }) =>
    [name, ...group].flatMap((id) => {
      const city = cityOf(id);
      const written = mainCities.find((one) => plain(one) === plain(city))?.replaceAll("'", '’');
      return written === undefined || written === city || english.has(city) ? [] : [id];
    }),
  );
  expect(bare).toEqual([]);
});

test.each([
  ['Kyiv', 'Europe/Kyiv'],
  ['Kiev', 'Europe/Kyiv'],
  ['ukraine', 'Europe/Kyiv'],
  ['Kolkata', 'Asia/Kolkata'],
  ['calcutta', 'Asia/Kolkata'],
  ['Bengaluru', 'Asia/Kolkata'],
  ['ho chi', 'Asia/Ho_Chi_Minh'],
  ['Kathmandu', 'Asia/Kathmandu'],
  ['Yangon', 'Asia/Yangon'],
  ['Buenos Aires', 'America/Argentina/Buenos_Aires'],
  ['Nuuk', 'America/Nuuk'],
  ['Kanton', 'Pacific/Kanton'],
  ['Faroe', 'Atlantic/Faroe'],
  ['Europe/Berlin', 'Europe/Berlin'],
  ['germany', 'Europe/Berlin'],
  ['Munich', 'Europe/Berlin'],
  ['koln', 'Europe/Berlin'],
  ['CET', 'Europe/Berlin'],
  ['PT', 'America/Los_Angeles'],
  ['ET', 'America/New_York'],
  ['IST', 'Asia/Kolkata'],
  ['JST', 'Asia/Tokyo'],
  ['san francisco', 'America/Los_Angeles'],
  ['UTC+5:30', 'Asia/Kolkata'],
  ['utc', 'UTC'],
])('“%s” finds %s first', (text, zone) => {
  expect(idsOf(text)[0]).toBe(zone);
});

test('an offset finds what has it now, summer time included', () => {
  expect(idsOf('UTC+2')).toContain('Europe/Helsinki');
  expect(idsOf('UTC+2')).not.toContain('Europe/Berlin');
});

test('what no zone is called finds none', () => {
  expect(idsOf('Atlantis')).toEqual([]);
});

test('without countries and cities zones are found by their own names', () => {
  expect(findZones(zoneIndex([], known), 'kyiv', now).map(({ id }) => id)).toEqual(['Europe/Kyiv']);
});

test('a zone says its offset and its next change of clocks', () => {
  expect(zoneClock('Europe/Berlin', now)).toEqual({
    minutes: 60,
    change: { at: Date.parse('2027-03-28T01:00:00Z'), minutes: 120 },
  });
  expect(zoneClock('Asia/Kolkata', now)).toEqual({ minutes: 330, change: null });
});

test.each([
  [120, 'UTC+2'],
  [330, 'UTC+5:30'],
  [-180, 'UTC−3'],
])('an offset of %i minutes is written %s, and read again', (minutes, words) => {
  expect([offsetWords(minutes), readOffsetWords(words)]).toEqual([words, minutes]);
});
