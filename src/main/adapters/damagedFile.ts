import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Problem } from '../../shared/problem.ts';

/**
 * Renames a configuration file that is no JSON object, so that nothing is written over it.
 * @returns what to tell the user; nothing where the file is sound or missing
 */
export function setAsideIfDamaged(path: string): Problem[] {
  let text: string;
  try {
    mkdirSync(dirname(path), { recursive: true });
    text = readFileSync(path, 'utf8');
  } catch {
    return [];
  }
  if (isJsonObject(text)) return [];
  // A name with a date: an earlier damaged file must not be overwritten by a later one.
  const aside = path.replace(/\.json$/, `.damaged-${new Date().toISOString().replaceAll(':', '-')}.json`);
  renameSync(path, aside);
  return [
    {
      code: 'settings/damaged',
      title: 'Your settings could not be read',
      detail: `The file was damaged, so settings and feeds start from their defaults. It was kept as ${aside}.`,
    },
  ];
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
