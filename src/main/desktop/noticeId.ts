import { createHash } from 'node:crypto';
import type { OccurrenceKey } from '#core/keys.ts';

/** Windows allows 64 for a toast. An occurrence key may be longer and contains the feed's id. */
const CHARACTERS = 32;

/** Id of a meeting's notifications in the system: the same after a restart, and a hash, so that it reveals nothing. */
export const noticeId = (key: OccurrenceKey): string =>
  createHash('sha256').update(key).digest('hex').slice(0, CHARACTERS);
