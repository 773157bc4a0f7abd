import { EventEmitter } from 'node:events';
import type { Accelerator } from '../menu/accelerator.ts';

/** Keys that a page left alone. Apart from the menu, which knows windows. */
export const keys = new EventEmitter<{ left: [Accelerator] }>();
