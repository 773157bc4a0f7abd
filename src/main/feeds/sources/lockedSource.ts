import { feedsProblem } from '#core/feeds/problems.ts';
import { failed, plainSource, type FeedSource } from './feedSource.ts';

/** An address that the system did not decrypt: every fetch fails until it does. */
export const lockedSource: FeedSource = {
  ...plainSource,
  location: '',
  maskedAddress: 'address locked',
  isSecret: true,
  defaultName: '',
  fetchBytes: () => Promise.resolve(failed(feedsProblem('feed/lockedAddress'))),
};
