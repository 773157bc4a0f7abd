import { join } from 'node:path';
import type { Ports } from '../ports/ports.ts';

/** The folders of the app's data that it writes to; Chromium has others beside them. */
const FOLDERS = ['', 'feeds', 'pasted'];

/** Removes what killed writes left in the app's data folder. Whoever owns another folder sweeps it. */
export async function sweepLeftovers({
  files,
  environment,
}: Pick<Ports, 'files' | 'environment'>): Promise<void> {
  await Promise.all(FOLDERS.map((name) => files.sweep(join(environment.userData, name))));
}
