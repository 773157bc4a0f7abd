import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { Instant } from '#base';

/** A row beside the now-line, and the side on which the line is. */
export interface NowLine {
  readonly key: string;
  readonly side: 'above' | 'below';
}

/**
 * The place of the now-line in the rows of today: below everything that has begun, above everything that has not.
 * Null if nothing has begun or the day has no timed meetings.
 */
export function nowLine(today: readonly Occurrence[], now: Instant): NowLine | null {
  const timed = today.filter(({ time }) => time.kind === 'timed');
  const hasBegun = ({ time }: Occurrence): boolean => time.kind === 'timed' && time.start <= now;
  const next = timed.find((one) => !hasBegun(one));
  const last = timed.at(-1);
  if (last === undefined || !timed.some(hasBegun)) return null;
  return next === undefined ? { key: last.key, side: 'below' } : { key: next.key, side: 'above' };
}
