import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether the command line was built after the last change of its sources.
 * @param {string} checkout absolute path
 * @param {string} built absolute path of the built file; `sources.json` beside it lists what it was built from
 */
export function isBuilt(checkout, built) {
  try {
    const builtAt = statSync(built).mtimeMs;
    /** @type {unknown} */
    const sources = JSON.parse(readFileSync(join(built, '../sources.json'), 'utf8'));
    return (
      Array.isArray(sources) &&
      sources.every((path) => typeof path === 'string' && statSync(join(checkout, path)).mtimeMs < builtAt)
    );
  } catch {
    return false;
  }
}
