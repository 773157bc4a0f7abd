import { z } from 'zod';

/** An identifier in a request: the key of an occurrence, the id of a feed, or the path of a note. */
export const name = z.string().max(4096);
