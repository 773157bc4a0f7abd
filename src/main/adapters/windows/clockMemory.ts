import { z } from 'zod';

/** Where the floating clock was last: its upper left corner, while it showed the time alone, in DIP points. */
const clockCorner = z.object({
  x: z.number().int().min(-100_000).max(100_000),
  y: z.number().int().min(-100_000).max(100_000),
});
export type ClockCorner = z.infer<typeof clockCorner>;

/** Stores the clock's place between runs. */
export interface ClockMemory {
  /** Null if it was not open yet. */
  read(): ClockCorner | null;
  write(corner: ClockCorner): void;
}

/** @param read the stored value, unvalidated; an invalid one counts as none */
export const createClockMemory = (read: () => unknown, write: (value: ClockCorner) => void): ClockMemory => ({
  read: () => clockCorner.nullable().catch(null).parse(read()),
  write,
});
