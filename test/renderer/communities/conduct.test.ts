import { expect, test } from 'vitest';
import { communityForConduct } from '#renderer/communities/communityForConduct.ts';
import type { Community } from '#core/catalogue/community.ts';

const aCommunity = (id: string, contact: string | null): Community => ({
  id,
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
      : { contact, url: 'https://example.org', expect: '', members: '', when: '', sources: [] },
  meetings: [],
});

test('the committee of the community that runs the meeting is shown', () => {
  const all = [aCommunity('a', 'a@x.org'), aCommunity('b', 'b@x.org')];
  expect(communityForConduct(all, 'b')?.id).toBe('b');
  expect(communityForConduct(all, null)).toBeNull();
});

test('without a community the only known committee is shown, and never a guess', () => {
  const same = [aCommunity('a', 'x@x.org'), aCommunity('b', 'x@x.org'), aCommunity('c', null)];
  expect(communityForConduct(same, 'c')?.conduct?.contact).toBe('x@x.org');
  expect(communityForConduct([aCommunity('c', null)], 'c')).toBeNull();
});
