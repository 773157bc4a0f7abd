import { describe, expect, test } from 'vitest';
import { backlinksTo, notedLinksIn } from '#core/notes/backlinks.ts';
import { linkFinder, targetOf } from '#core/notes/linkTargets.ts';
import { wikiLinksIn, withTargets } from '#core/notes/wikiLinks.ts';
import { cpuTimeOf } from '../../cpuTime.ts';

const note = (path: string, title: string, start: string | null = null) => ({ path, title, start });
const targets = (body: string): string[] => wikiLinksIn(body).map(({ target }) => target);

describe('the links of a note', () => {
  test('have a target, a heading and own words', () => {
    expect(wikiLinksIn('See [[SIG Docs#Survey|the survey]].')).toEqual([
      { target: 'SIG Docs', heading: '#Survey', words: '|the survey', line: 1, from: 6, to: 14 },
    ]);
    expect(targets('![[A picture of it]] and [[folder/B]]\n[[#Below]]')).toEqual([
      'A picture of it',
      'folder/B',
      '',
    ]);
  });

  test('are not in code, and a time of the meeting is none', () => {
    const body = '[[12:34]] `[[x]]` [[one]]\n```\n[[y]]\n```\n``a ` [[z]]`` [[two]] ` [[three]]';
    expect(targets(body)).toEqual(['one', 'two', 'three']);
  });

  test('are found in time that grows with the text alone', () => {
    const body = '['.repeat(400_000) + '`'.repeat(2) + '` '.repeat(100_000) + '[[a'.repeat(100_000);
    const before = process.cpuUsage();
    expect(wikiLinksIn(body)).toEqual([]);
    expect(process.cpuUsage(before).user).toBeLessThan(5_000_000);
  });

  test('get other targets in place', () => {
    const body = '[[a]] and [[b|words]], [[a#Top]]\n[[a]]';
    expect(withTargets(body, ({ target }) => (target === 'a' ? 'longer a' : null))).toBe(
      '[[longer a]] and [[b|words]], [[longer a#Top]]\n[[longer a]]',
    );
  });
});

describe('a link leads', () => {
  const notes = [
    note('2026-11-17 SIG Docs.md', 'SIG Docs', '2026-11-17T16:00:00.000Z'),
    note('2026-11-03 SIG Docs.md', 'SIG Docs', '2026-11-03T16:00:00.000Z'),
    note('ideas/Survey.md', 'What to ask'),
    note('old/2025/Survey.md', 'Last survey'),
    note('ideas/Plan.md', 'Plan'),
  ];
  const find = linkFinder(notes);
  const to = (target: string, from = 'x.md') => find(target, from)?.note.path ?? null;

  test('by a path or the end of one, with or without its ending, in any case', () => {
    expect(to('ideas/survey')).toBe('ideas/Survey.md');
    expect(to('2025/Survey.md')).toBe('old/2025/Survey.md');
    expect(to('/old/2025/Survey')).toBe('old/2025/Survey.md');
    expect(to('../old/2025/Survey', 'ideas/Plan.md')).toBe('old/2025/Survey.md');
  });

  test('by a file name: in the same folder first, else nearest to the top', () => {
    expect(to('Survey')).toBe('ideas/Survey.md');
    expect(to('Survey', 'old/2025/Other.md')).toBe('old/2025/Survey.md');
    expect(to('2026-11-03 SIG Docs')).toBe('2026-11-03 SIG Docs.md');
  });

  test('by a title, of several notes to the latest', () => {
    expect(to('What to ask')).toBe('ideas/Survey.md');
    expect(to('sig docs')).toBe('2026-11-17 SIG Docs.md');
  });

  test('nowhere if no note is called so', () => {
    expect(to('Nothing')).toBeNull();
    expect(to('')).toBeNull();
  });

  test('by the shortest words that lead to it', () => {
    const [docs, older, survey] = notes;
    if (!docs || !older || !survey) throw new Error('missing');
    expect(targetOf(docs, 'title', 'x.md', find)).toBe('SIG Docs');
    // The title alone would lead to the later note.
    expect(targetOf(older, 'title', 'x.md', find)).toBe('2026-11-03 SIG Docs');
    expect(targetOf(survey, 'fileName', 'old/2025/Other.md', find)).toBe('ideas/Survey');
  });
});

test('the notes that link to a note are listed once each, latest first, with the words around the link', () => {
  const entry = (path: string, start: string, body: string) => ({
    summary: note(path, path, start),
    links: notedLinksIn(body),
  });
  const notes = [
    entry('a.md', '2026-11-01', 'nothing'),
    entry('b.md', '2026-11-02', 'x\n- [ ] ask [[a]] again\n[[a]]'),
    entry('c.md', '2026-11-03', '[[A#Top|that]]'),
    entry('d.md', '2026-11-04', '[[b]]'),
  ];
  expect(backlinksTo('a.md', notes)).toEqual([
    { path: 'c.md', title: 'c.md', start: '2026-11-03', line: 1, text: '[[A#Top|that]]' },
    { path: 'b.md', title: 'b.md', start: '2026-11-02', line: 2, text: 'ask [[a]] again' },
  ]);
});

describe('thousands of notes of one name, such as README', () => {
  const count = 5_000;
  const notes = (target: string) =>
    Array.from({ length: count }, (_, index) => ({
      summary: note(`projects/p${index}/README.md`, 'Read me', '2026-11-20'),
      links: notedLinksIn(`[[${target}]]`),
    }));

  test.each([
    ['name', 'README', 'projects/p7/README.md', 0],
    ['title', 'Read me', 'projects/p0/README.md', count - 1],
    ['end of a path', 'p7/README', 'projects/p7/README.md', count - 1],
  ] as const)(
    'a link to each by its %s takes no time that grows with their square',
    (_, target, path, found) => {
      const all = notes(target);
      expect(cpuTimeOf(() => expect(backlinksTo(path, all)).toHaveLength(found))).toBeLessThan(4_000);
    },
  );
});

test('thousands of links in a line get other targets in a moment', () => {
  const body = '[[a]] '.repeat(100_000);
  expect(cpuTimeOf(() => expect(withTargets(body, () => 'b')).toBe('[[b]] '.repeat(100_000)))).toBeLessThan(
    4_000,
  );
});
