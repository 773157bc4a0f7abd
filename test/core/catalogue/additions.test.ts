import { expect, test } from 'vitest';
import { readSigs } from '#community-pages/readers';
import { readCatalogue } from '#core/catalogue/readCatalogue.ts';

const base = {
  format: 1,
  id: 'harbour',
  name: 'Harbour',
  conduct: null,
  communities: [
    {
      id: 'crew',
      name: 'Crew',
      kind: 'group',
      meetings: [
        {
          uid: 'crew/watch',
          title: 'Watch',
          when: { kind: 'weekly', weeks: 2, on: ['TU'], anchor: null },
          time: '09:00',
          zone: 'Europe/Berlin',
          questions: ['Who brings the coffee?'],
          weekQuestions: ['It meets every 2 weeks: in which week?'],
        },
        {
          uid: 'crew/song',
          title: 'Song',
          when: { kind: 'monthly', nth: 1, on: 'MO' },
          time: '18:00',
          zone: 'UTC',
        },
      ],
    },
  ],
};

const read = (additions: readonly object[], changes: object = {}) =>
  readCatalogue(new TextEncoder().encode(JSON.stringify({ ...base, ...changes, additions })));

test('an addition overrides the source field by field; its missing fields change nothing', () => {
  const { communities, problems } = read([
    { id: 'crew', description: 'Those who sail.', chat: 'https://chat.example' },
  ]);
  expect(problems).toEqual([]);
  expect(communities).toMatchObject([
    { id: 'crew', name: 'Crew', description: 'Those who sail.', chat: 'https://chat.example', leads: [] },
  ]);
  expect(communities[0]?.meetings).toHaveLength(2);
});

test('an addition moves a meeting to its community; dates and UID stay', () => {
  const { series, communities } = read([
    {
      id: 'choir',
      name: 'Choir',
      meetings: [{ uid: 'crew/song', title: 'Shanties', recorded: 'always' }],
    },
  ]);
  expect(communities.map(({ id, meetings }) => [id, meetings.map(({ title }) => title)])).toEqual([
    ['choir', ['Shanties']],
    ['crew', ['Watch']],
  ]);
  expect(series.find(({ uid }) => uid === 'crew/song')?.details).toMatchObject({
    community: 'choir',
    recorded: 'always',
  });
});

test('known weeks answer the question of a meeting every two weeks, and no other', () => {
  const additions = [
    {
      id: 'crew',
      meetings: [
        { uid: 'crew/watch', weeks: 'odd' },
        { uid: 'crew/song', weeks: 'odd' },
      ],
    },
  ];
  const { communities } = read(additions);
  expect(communities[0]?.meetings).toMatchObject([
    {
      rhythm: 'odd weeks on Tuesday',
      isWeekUnknown: false,
      questions: [{ kind: 'notedQuestion', words: 'Who brings the coffee?' }],
    },
    { rhythm: 'first Monday of the month' },
  ]);
});

test('an addition to a meeting that is gone is dropped; one with a title stays, without dates', () => {
  const additions = [
    { id: 'gone', description: 'Dissolved.' },
    {
      id: 'crew',
      meetings: [
        { uid: 'crew/old', recorded: 'always' },
        { uid: 'crew/bonus', title: 'Bonus' },
      ],
    },
  ];
  const { communities, series } = read(additions);
  expect(communities.map(({ id }) => id)).toEqual(['crew']);
  expect(communities[0]?.meetings.map(({ title, isDated }) => [title, isDated])).toEqual([
    ['Bonus', false],
    ['Watch', true],
    ['Song', true],
  ]);
  expect(series).toHaveLength(2);
});

test('an unreadable live file gives one problem', () => {
  const file = new TextEncoder().encode(JSON.stringify(base));
  expect(
    readCatalogue(file, readSigs(new TextEncoder().encode('<!doctype html><title>Sign in</title>'))),
  ).toMatchObject({
    series: [],
    problems: [{ detail: expect.stringContaining('web page') }],
  });
});
