import { mkdir, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';

/**
 * Creates the folder of a file, with those above it.
 * @param root a folder of which only those below are created, even if it goes away meanwhile; null for none
 */
export async function makeFolderOf(path: string, root: string | null): Promise<void> {
  const folder = dirname(path);
  const inside = root === null ? '..' : relative(root, folder);
  if (root === null || isAbsolute(inside) || inside.split(sep)[0] === '..') {
    await mkdir(folder, { recursive: true });
    return;
  }
  let made = root;
  for (const name of inside.split(sep).filter(Boolean)) {
    made = join(made, name);
    await makeOne(made);
  }
}

/** A disk that is read-only refuses also a folder that is there. */
async function makeOne(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const stats = await stat(folder).catch(() => null);
    if (stats?.isDirectory() !== true) throw error;
  }
}
