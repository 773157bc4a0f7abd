import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      name: z.string().optional(),
      version: z.string().optional(),
      dev: z.boolean().optional(),
      optional: z.boolean().optional(),
      devOptional: z.boolean().optional(),
    }),
  ),
});

/** A library at one version. */
export interface Module {
  readonly name: string;
  readonly version: string;
  /** Where npm installs it, relative to the checkout. */
  readonly path: string;
}

/**
 * The closure of `dependencies` as the lockfile has it: what the app needs to run. Development packages are not in it,
 * and optional ones neither, as those only bring Node for npm scripts.
 */
export function productionModules(root: string): readonly Module[] {
  const { packages } = lockfile.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  return Object.entries(packages).flatMap(([path, { name, version, dev, optional, devOptional }]) =>
    path === '' || version === undefined || dev || optional || devOptional
      ? []
      : [{ name: name ?? path.slice(path.lastIndexOf('node_modules/') + 13), version, path }],
  );
}
