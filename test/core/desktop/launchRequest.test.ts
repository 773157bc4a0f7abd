import { assert, constantFrom, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { readDeepLink, readLaunchRequest } from '#core/desktop/launchRequest.ts';

const follow = (address: string): string => `office-hours://follow?feed=${encodeURIComponent(address)}`;

test.each([
  ['office-hours://join-next', { kind: 'joinNext' }],
  // As browsers may write it.
  ['office-hours://join-next/', { kind: 'joinNext' }],
  ['OFFICE-HOURS://Note', { kind: 'note' }],
  [follow('https://example.org/a.ics?b=c'), { kind: 'follow', address: 'https://example.org/a.ics?b=c' }],
  [follow('webcal://example.org/a.ics'), { kind: 'follow', address: 'https://example.org/a.ics' }],
  // Not encoded: everything up to the next parameter.
  [
    'office-hours://follow?feed=https://example.org/a.ics',
    { kind: 'follow', address: 'https://example.org/a.ics' },
  ],
])('%s is understood', (link, expected) => {
  expect(readDeepLink(link)).toEqual(expected);
});

test.each([
  'office-hours:',
  'office-hours://',
  'office-hours:join-next',
  'office-hours://join-next?now',
  'office-hours://join-next/../note',
  'office-hours://join-next#x',
  'office-hours://me@join-next',
  'office-hours://join-next:80',
  'office-hours://quit',
  'office-hours://note" --inspect=9229',
  'office-hours://note\n',
  'office-hours://note\u202e',
  'office-hours://follow',
  'office-hours://follow?feed=',
  'https://join-next',
  'xoffice-hours://note',
  ` ${follow('https://example.org')}`,
  `${follow('https://example.org')}&feed=https://example.com`,
  `${follow('https://example.org')}&auto=1`,
  follow('http://example.org/a.ics'),
  follow('file:///etc/passwd'),
  follow('/etc/passwd'),
  follow('\\\\server\\share'),
  follow('javascript:alert(1)'),
  follow('https://user:secret@example.org/'),
  follow('https://localhost:6443/api'),
  follow('https://exa\tmple.org/'),
  follow('office-hours://note'),
  follow(`https://example.org/${'a'.repeat(2048)}`),
])('%j is refused', (link) => {
  expect(readDeepLink(link)).toBeNull();
});

test('whatever is read as a calendar to follow is a plain https address', () => {
  const beginning = constantFrom('https://', 'webcal://', 'http://', 'https://a.example/', '');
  assert(
    property(beginning, string({ unit: 'binary' }), (start, rest) => {
      const link = readDeepLink(follow(start + rest));
      if (link === null) return;
      expect(link).toMatchObject({
        kind: 'follow',
        address: expect.stringMatching(/^https:\/\/[^/@\s]+\/\S*$/) as unknown,
      });
    }),
  );
});

test('a start shows the window, stays hidden, or does what its one link says', () => {
  expect(readLaunchRequest([])).toEqual({ kind: 'show' });
  expect(readLaunchRequest(['--hidden'])).toEqual({ kind: 'stayHidden' });
  expect(readLaunchRequest(['--hidden', 'office-hours://note'])).toEqual({ kind: 'note' });
  expect(readLaunchRequest(['office-hours://note', '--join-next'])).toEqual({ kind: 'note' });
  expect(readLaunchRequest(['office-hours://sing'])).toEqual({ kind: 'misunderstood' });
  expect(readLaunchRequest(['office-hours://note', 'office-hours://join-next'])).toEqual({
    kind: 'misunderstood',
  });
});
