import type { z } from 'zod';
import { note, savedNote } from './note.ts';

/** Text that was kept because its folder failed is in its file now. */
export const lateSave = note
  .pick({ path: true, occurrenceKey: true, body: true })
  .extend({ saved: savedNote });
export type LateSave = z.infer<typeof lateSave>;
