import { expect, test } from 'vitest';
import { chosenAtFirst } from '#core/accounts/account.ts';
import { accountName, looksLikeCalDav, providers } from '#core/accounts/providers.ts';
import { nearestHue } from '#core/format/hue.ts';

test.each([
  ['#cc3333', 'red'],
  ['#3366cc', 'blue'],
  ['#0082c9', 'blue'],
  ['#ff9500', 'orange'],
  ['#ffcc00', 'amber'],
  ['#34c759', 'green'],
  ['#cc73e1', 'violet'],
  ['#e0338f', 'pink'],
  ['#2c7a7b', 'teal'],
  ['#5856d6', 'indigo'],
  ['#888888', 'slate'],
  ['#000000', 'slate'],
])('the colour %s becomes %s', (color, hue) => {
  expect(nearestHue(color)).toBe(hue);
});

test('own calendars are chosen at first; if all are read-only, all', () => {
  const calendar = (name: string, isReadOnly: boolean) => ({
    url: name,
    name,
    hue: 'teal' as const,
    isReadOnly,
    feedId: null,
  });
  const [own, holidays] = [calendar('Own', false), calendar('Holidays', true)];
  expect(chosenAtFirst([own, holidays])).toEqual([own]);
  expect(chosenAtFirst([holidays])).toEqual([holidays]);
});

test('an account is called after its provider, also on one of its other servers', () => {
  expect(accountName('https://p42-caldav.icloud.com/123/')).toBe('iCloud');
  expect(accountName('https://caldav.fastmail.com/dav/')).toBe('Fastmail');
  expect(accountName('https://cloud.example.org:8443/remote.php/dav')).toBe('cloud.example.org:8443');
  expect(accountName('https://noticloud.com/')).toBe('noticloud.com');
});

test('addresses of calendar servers are known by their form, those of published calendars are not', () => {
  expect(looksLikeCalDav('https://cloud.example.org/remote.php/dav/calendars/anna/work/')).toBe(true);
  expect(looksLikeCalDav('https://caldav.fastmail.com/')).toBe(true);
  expect(looksLikeCalDav('https://mail.example.org/dav/anna@example.org/Calendar/')).toBe(true);
  expect(looksLikeCalDav('https://example.org/.well-known/caldav')).toBe(true);
  expect(looksLikeCalDav('caldavs://example.org/')).toBe(true);
  expect(looksLikeCalDav('https://example.org/team.ics')).toBe(false);
  expect(looksLikeCalDav('https://cloud.example.org/remote.php/davos.ics')).toBe(false);
  expect(looksLikeCalDav('Every Tuesday at /dav/')).toBe(false);
});

test('each provider has steps, and a server only where all of its users have the same one', () => {
  for (const { steps } of providers) expect(steps.length).toBeGreaterThan(0);
  const accounts = providers.flatMap(({ need }) => (need.kind === 'account' ? [need] : []));
  for (const { server, serverExample } of accounts) expect(server === null).toBe(serverExample !== null);
});
