import type { Clock } from '../ports/clock.ts';

/** Resolves with the work, or after the time if that is earlier; the work goes on. @param ms for this long */
export async function inTime(clock: Clock, ms: number, work: Promise<void>): Promise<void> {
  const patience = Promise.withResolvers<void>();
  const limit = clock.after(ms, patience.resolve);
  try {
    await Promise.race([work, patience.promise]);
  } finally {
    limit[Symbol.dispose]();
  }
}
