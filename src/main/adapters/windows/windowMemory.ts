import { z } from 'zod';

/** How large the window was, in DIP points. Its place is left to the system: the screen it was on may be gone. */
const windowShape = z.object({
  width: z.number().int().min(480).max(10_000).catch(1100),
  height: z.number().int().min(360).max(10_000).catch(760),
  isMaximized: z.boolean().catch(false),
});
export type WindowShape = z.infer<typeof windowShape>;

/** Remembers the window's shape from one run to the next. */
export interface WindowMemory {
  read(): WindowShape;
  write(shape: WindowShape): void;
}

/** @param read what was stored, of whatever kind; what makes no sense falls back to the default */
export const createWindowMemory = (
  read: () => unknown,
  write: (value: WindowShape) => void,
): WindowMemory => ({
  read: () => windowShape.catch(windowShape.parse({})).parse(read()),
  write,
});
