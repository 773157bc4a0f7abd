import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareFollowed, withGroups, withMeeting } from '#renderer/communities/follow.ts';
import type { Feed } from '#core/feeds/feed.ts';
import { isFollowed } from '#core/feeds/followed.ts';

const meeting = (uid: string, isDated = true) => ({
  uid,
  title: uid,
  rhythm: '',
  isWeekUnknown: false,
  readings: [],
  isDated,
  isStillOn: null,
  schedule: null,
  recorded: null,
  agenda: null,
  notes: null,
  recordings: null,
  calendar: null,
  questions: [],
});

const node = { id: 'node', meetings: [meeting('node/main'), meeting('node/ci')] };
const kops = { id: 'kops', meetings: [meeting('kops/hours'), meeting('kops/bonus', false)] };
const groups = [node, kops];
const pairs = groups.flatMap((group) =>
  group.meetings.filter((one) => one.isDated).map(({ uid }) => ({ uid, group })),
);

test('unfollowing one meeting of a followed group keeps its others, and every other group', () => {
  expect(withMeeting('all', groups, node, 'node/ci', false)).toEqual(['@kops', 'node/main']);
  expect(withMeeting(['@node'], groups, node, 'node/ci', false)).toEqual(['node/main']);
});

test('following the last meeting of a group follows the group, with its future meetings', () => {
  expect(withMeeting(['node/main'], groups, node, 'node/ci', true)).toEqual(['@node']);
  expect(withMeeting([], groups, kops, 'kops/hours', true)).toEqual(['@kops']);
});

test('a group is followed as a whole, in part or not at all', () => {
  expect(shareFollowed('all', node)).toBe('all');
  expect(shareFollowed(['@node'], node)).toBe('all');
  expect(shareFollowed(['node/ci'], node)).toBe('some');
  expect(shareFollowed(['@kops'], node)).toBe('none');
});

test('a choice changes only the chosen groups', () => {
  const followed = fc.oneof(
    fc.constant<Feed['followed']>('all'),
    fc.subarray(['@node', '@kops', 'node/main', 'node/ci', 'kops/hours']),
  );
  fc.assert(
    fc.property(followed, fc.constantFrom(...pairs), fc.boolean(), (before, chosen, isOn) => {
      const after = withMeeting(before, groups, chosen.group, chosen.uid, isOn);
      const whole = withGroups(before, groups, [chosen.group], isOn);
      for (const { uid, group } of pairs) {
        const was = isFollowed(before, uid, group.id);
        expect(isFollowed(after, uid, group.id)).toBe(uid === chosen.uid ? isOn : was);
        expect(isFollowed(whole, uid, group.id)).toBe(group === chosen.group ? isOn : was);
      }
    }),
  );
});
