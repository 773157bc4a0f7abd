import { createHash } from 'node:crypto';
import type { OccurrenceKey } from '#core/keys.ts';

/** The longest that Windows takes for a toast is 64; a key may be longer, and names the feed. */
const CHARACTERS = 32;

/** Names a meeting's notifications towards the system: the same after a restart, and nothing can be read from it. */
export const noticeId = (key: OccurrenceKey): string =>
  createHash('sha256').update(key).digest('hex').slice(0, CHARACTERS);
