import { z } from 'zod';
import { seriesName } from '../agenda/meetingChoices.ts';
import { seriesPage } from '../series/seriesPage.ts';
import { resultOf } from '#base';

/** The part of the contract about the pages of series. */
export const seriesRequests = {
  'series:page': { args: z.tuple([seriesName]), reply: resultOf(seriesPage) },
} as const;
