import { expect, test } from 'vitest';
import { committees, communityForConduct, communityOf } from '#renderer/communities/communityForConduct.ts';
import type { FollowableCommunity } from '#core/catalogue/followableCommunity.ts';

const aCommunity = (id: string, contact: string | null, feedId = 'feed'): FollowableCommunity => ({
  id,
  feedId,
  name: id,
  kind: 'sig',
  description: '',
  chat: null,
  mailingList: null,
  page: null,
  charter: null,
  calendar: null,
  source: null,
  leads: [],
  conduct:
    contact === null
      ? null
      : {
          name: `Committee of ${contact}`,
          contact,
          url: 'https://example.org',
          expect: '',
          members: '',
          when: '',
          sources: [],
        },
  meetings: [],
});
const named = (id: string, ...feedIds: string[]) => ({ id, feedIds });

test('the committee of the community that runs the meeting is shown', () => {
  const all = [aCommunity('a', 'a@x.org'), aCommunity('b', 'b@x.org')];
  expect(communityForConduct(all, named('b', 'other', 'feed'))?.id).toBe('b');
});

test('nobody is named for a meeting of no known community, even if only one committee is known', () => {
  const all = [aCommunity('a', 'x@x.org'), aCommunity('b', null)];
  expect(communityForConduct(all, null)).toBeNull();
  expect(communityForConduct(all, named('c', 'feed'))).toBeNull();
  expect(communityForConduct(all, named('b', 'feed'))).toBeNull();
});

test('another community’s meeting with the same id is not sent to this committee', () => {
  const kubernetes = [aCommunity('sig-network', 'x@x.org', 'kubernetes')];
  expect(communityForConduct(kubernetes, named('sig-network', 'another sigs.yaml'))).toBeNull();
});

test('a meeting in several calendars belongs to the community that one of them names', () => {
  const source = (feedId: string) => ({ feedId, feedName: feedId, key: `${feedId}/1` });
  const sources = [source('own'), source('kubernetes')];
  expect(communityOf({ community: 'sig-network', sources })).toEqual(
    named('sig-network', 'own', 'kubernetes'),
  );
  expect(communityOf({ community: null, sources })).toBeNull();
  expect(communityOf(null)).toBeNull();
});

test('each committee can be chosen once', () => {
  const all = [aCommunity('a', 'x@x.org'), aCommunity('b', 'x@x.org'), aCommunity('c', 'y@y.org')];
  expect(committees([...all, aCommunity('d', null)]).map(({ id }) => id)).toEqual(['a', 'c']);
});
