import { expect, test } from 'vitest';
import { matchCalendars } from '#core/accounts/matchCalendars.ts';

/** Matches calendars written as `path name`; known ones get their path as id. */
function matched(known: readonly string[], found: readonly string[]): Record<string, string> {
  const of = (host: string) => (words: string) => {
    const [path = '', name = ''] = words.split(' ');
    return { id: path, url: `https://${host}${path}`, name };
  };
  const matches = matchCalendars(known.map(of('old.example')), found.map(of('new.example')));
  return Object.fromEntries([...matches].map(([id, { url }]) => [id, new URL(url).pathname]));
}

test.each<[string, string[], string[], Record<string, string>]>([
  ['the same path', ['/a/work/ Work'], ['/b/work/ Work', '/a/work/ Else'], { '/a/work/': '/a/work/' }],
  ['its end', ['/a/work/ Work'], ['/dav/a/work Team', '/dav/a/home Home'], { '/a/work/': '/dav/a/work' }],
  ['its name', ['/a/1/ Work'], ['/b/x/ work', '/b/y/ Home'], { '/a/1/': '/b/x/' }],
  [
    'end and name where ends are shared',
    ['/a/cal/ Anna', '/b/cal/ Bea'],
    ['/1/cal/ Bea', '/2/cal/ Anna'],
    { '/a/cal/': '/2/cal/', '/b/cal/': '/1/cal/' },
  ],
  ['nothing where names are shared', ['/a/1/ Work'], ['/b/x/ Work', '/b/y/ Work'], {}],
  ['nothing elsewhere', ['/a/1/ Work'], ['/b/2/ Home'], {}],
  ['nothing without a name', ['/ '], ['/x/ '], {}],
  ['each one once', ['/a/w/ Work', '/a/x/ W'], ['/b/w/ W'], { '/a/w/': '/b/w/' }],
])('a calendar is found again by %s', (_by, known, found, expected) => {
  expect(matched(known, found)).toEqual(expected);
});
