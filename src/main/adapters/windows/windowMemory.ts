import { z } from 'zod';

/** Last size of the window, in DIP points. Its position is not stored: its display may be gone. */
const windowShape = z.object({
  width: z.number().int().min(480).max(10_000).catch(1100),
  height: z.number().int().min(360).max(10_000).catch(760),
  isMaximized: z.boolean().catch(false),
});
export type WindowShape = z.infer<typeof windowShape>;

/** Stores the window's shape between runs. */
export interface WindowMemory {
  read(): WindowShape;
  write(shape: WindowShape): void;
}

/** @param read the stored value, unvalidated; invalid parts fall back to their defaults */
export const createWindowMemory = (
  read: () => unknown,
  write: (value: WindowShape) => void,
): WindowMemory => ({
  read: () => windowShape.catch(windowShape.parse({})).parse(read()),
  write,
});
