import { z } from 'zod';

/** What a request names: a meeting's key, a feed's id, or the path of a note in its folder. */
export const name = z.string().max(4096);
