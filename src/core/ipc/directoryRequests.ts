import { z } from 'zod';
import { communityView, followOutcome, listedCommunity, lostCalendar } from '../directory/directoryView.ts';
import { feed } from '../feeds/feed.ts';
import { resultOf } from '#base';
import { name } from './identifier.ts';

/** The part of the contract about the directory of communities. */
export const directoryRequests = {
  /** All communities, by name. */
  'directory:list': { args: z.tuple([]), reply: z.array(listedCommunity) },
  'directory:get': { args: z.tuple([name]), reply: resultOf(communityView) },
  /** What is known of the community of a calendar that is gone or empty; null for every other calendar. */
  'directory:lost': { args: z.tuple([name]), reply: lostCalendar.nullable() },
  /** Fetches and follows an address that the community has. An empty calendar is not followed. */
  'directory:follow': { args: z.tuple([name, z.string().max(4096)]), reply: resultOf(followOutcome) },
  /** Follows its main calendars; fails if none of them answers. */
  'directory:followWhole': { args: z.tuple([name]), reply: resultOf(z.array(followOutcome)) },
  /** Follows what is stated about its meetings. */
  'directory:followStated': { args: z.tuple([name]), reply: resultOf(feed) },
} as const;
