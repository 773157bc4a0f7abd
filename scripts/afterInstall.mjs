/**
 * Removes what npm installs and nothing here reads: the C headers beside the Node of the npm scripts, for native modules,
 * of which the project has none, and the source maps of the largest libraries. That is a fifth of what an install
 * takes. npm runs this after each install, with the Node of the user.
 */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packages } from './system/ownNode.mjs';

const installed = fileURLToPath(new URL('../node_modules', import.meta.url));
const WITH_LARGE_MAPS = ['lucide-react', 'react-aria', 'react-aria-components', 'react-stately'];

/** What stays only takes space: no reason for the install to fail. @param {() => void} remove */
function tryTo(remove) {
  try {
    remove();
  } catch {}
}

for (const name of Object.values(packages))
  tryTo(() => rmSync(join(installed, name, 'include'), { recursive: true, force: true }));
for (const name of WITH_LARGE_MAPS)
  tryTo(() => {
    for (const file of readdirSync(join(installed, name), { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('.map')) rmSync(join(installed, name, file));
  });
