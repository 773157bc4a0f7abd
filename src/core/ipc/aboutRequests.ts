import { z } from 'zod';
import { about, ownFolder } from '../desktop/about.ts';
import { resultOf } from '#base';

/** The part of the contract about this installation of the app. */

export const aboutRequests = {
  'about:get': { args: z.tuple([]), reply: about },
  'about:openFolder': { args: z.tuple([ownFolder]), reply: resultOf(z.null()) },
  /** The licences of the app and of every library in it, as one text. */
  'about:notices': { args: z.tuple([]), reply: resultOf(z.string()) },
} as const;
