import { expect, test } from 'vitest';
import { fnv1a } from '../hash.ts';

test('fnv1a gives the published 32-bit values', () => {
  expect([fnv1a(''), fnv1a('a'), fnv1a('foobar')]).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
});
