import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFollowed, withFollowed } from '../../../src/renderer/communities/follow.ts';

const all = ['kops', 'pm', 'node'];

test('leaving one meeting of all keeps the others', () => {
  expect(withFollowed('all', ['pm'], false, all)).toEqual(['kops', 'node']);
});

test('following the last one left means all, also those to come', () => {
  expect(withFollowed(['kops', 'node'], ['pm'], true, all)).toBe('all');
});

test('what is chosen is followed, what is left is not, and nothing else changes', () => {
  const followed = fc.oneof(fc.constant('all' as const), fc.subarray(all));
  fc.assert(
    fc.property(followed, fc.subarray(all), fc.boolean(), (before, uids, isOn) => {
      const after = withFollowed(before, uids, isOn, all);
      for (const uid of all) {
        expect(isFollowed(after, uid)).toBe(uids.includes(uid) ? isOn : isFollowed(before, uid));
      }
    }),
  );
});
