/**
 * Removes what npm installs and nothing here reads: the C headers beside the Node of the npm scripts, 67 MB. They are for
 * building native modules, of which the project has none. npm runs this after each install, with the Node of the user.
 */
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packages } from './system/ownNode.mjs';

for (const name of Object.values(packages))
  try {
    const headers = fileURLToPath(new URL(`../node_modules/${name}/include`, import.meta.url));
    rmSync(headers, { recursive: true, force: true });
  } catch {
    // They only take space: no reason for the install to fail.
  }
