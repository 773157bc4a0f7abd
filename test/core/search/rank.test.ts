import { describe, expect, test } from 'vitest';
import { rank } from '#core/search/rank.ts';

const names = (query: string, items: readonly string[]): string[] =>
  rank(query, items, (name) => ({ name })).map(({ item }) => item);

/** The letters of the name that the first result marks. */
const marked = (query: string, name: string): string[] =>
  rank(query, [name], (item) => ({ name: item })).flatMap(({ spans }) =>
    spans.map(([from, to]) => name.slice(from, to)),
  );

const MEETINGS = [
  'Kubernetes Community Meeting',
  'SIG Cluster Lifecycle: regular meeting',
  'Release Engineering',
  'SIG Release',
];

describe('rank', () => {
  test('a query without letters returns everything in its order', () => {
    expect(names('  ', MEETINGS)).toEqual(MEETINGS);
  });

  test('a whole word at the end is better than the beginning of a longer name', () => {
    expect(names('release', MEETINGS)).toEqual(['SIG Release', 'Release Engineering']);
  });

  test('initials and parts of words find a name', () => {
    expect(names('kcm', MEETINGS)).toEqual(['Kubernetes Community Meeting']);
    expect(names('clr lifecycle', MEETINGS)).toEqual(['SIG Cluster Lifecycle: regular meeting']);
  });

  test('words are found in any order', () => {
    expect(names('meeting cluster', MEETINGS)).toEqual(['SIG Cluster Lifecycle: regular meeting']);
  });

  test('a missing letter is forgiven if nothing matches better', () => {
    expect(names('lifecyle', MEETINGS)).toEqual(['SIG Cluster Lifecycle: regular meeting']);
    expect(names('relese', ['Release', 'Relese notes'])).toEqual(['Relese notes']);
  });

  test('letters that are in no name find nothing', () => {
    expect(names('xyz', MEETINGS)).toEqual([]);
  });

  test('case and accents do not matter, in the query and in the name', () => {
    expect(names('ubung', ['Übung'])).toEqual(['Übung']);
    expect(names('ÜBUNG', ['Ubung'])).toEqual(['Ubung']);
    expect(names('strasse', ['Straße'])).toEqual(['Straße']);
    expect(names('lodz', ['Łódź'])).toEqual(['Łódź']);
    expect(names('istanbul', ['İstanbul'])).toEqual(['İstanbul']);
  });

  test('other scripts are found too', () => {
    expect(names('встреча', ['Встреча команды'])).toEqual(['Встреча команды']);
    expect(names('会', ['週会'])).toEqual(['週会']);
  });

  test('other texts are found by their words, after names', () => {
    const items = [
      { name: 'Stand-up', notes: 'Ask Mira about the release' },
      { name: 'Release', notes: '' },
    ];
    const found = (query: string) =>
      rank(query, items, ({ name, notes }) => ({ name, others: [notes, null] })).map(({ item }) => item.name);
    expect(found('release')).toEqual(['Release', 'Stand-up']);
    expect(found('stand mira')).toEqual(['Stand-up']);
    expect(found('mra')).toEqual([]);
  });

  test('a short word must begin a word, a longer one may be inside', () => {
    const items = [
      { name: 'SIG Release', text: '' },
      { name: 'Design of relays', text: 'designed for related signals' },
      { name: 'Notes', text: 'designed for all related parts' },
      { name: 'Minutes', text: 'SIG and release' },
    ];
    const found = (query: string) =>
      rank(query, items, ({ name, text }) => ({ name, others: [text] })).map(({ item }) => item.name);
    expect(found('sig rel')).toEqual(['SIG Release', 'Minutes']);
    expect(found('esigned')).toEqual(['Design of relays', 'Notes']);
  });

  test('results of equal rank keep their order', () => {
    const items = [1, 2, 3].map((number) => ({ number, name: 'Stand-up' }));
    expect(rank('stand', items, (item) => item).map(({ item }) => item.number)).toEqual([1, 2, 3]);
  });

  test('marks the letters that match, in the original name', () => {
    expect(marked('rel', 'SIG Release')).toEqual(['Rel']);
    expect(marked('kcm', 'Kubernetes Community Meeting')).toEqual(['K', 'C', 'M']);
    expect(marked('meeting sig', 'SIG Meeting')).toEqual(['SIG', 'Meeting']);
    expect(marked('gross', 'Die große Übung')).toEqual(['groß']);
    expect(marked('ubung', 'Die große Übung')).toEqual(['Übung']);
  });
});
