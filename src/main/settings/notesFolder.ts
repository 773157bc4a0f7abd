import { join } from 'node:path';
import type { Settings } from '#core/settings/settings.ts';
import type { Environment } from '../ports/environment.ts';

/** Absolute path of the notes folder: the one that the user chose, or one in their documents. */
export const notesFolder = (
  { notesFolder: chosen }: Pick<Settings, 'notesFolder'>,
  { documents }: Pick<Environment, 'documents'>,
): string => chosen ?? join(documents, 'Office Hours');
