import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Terminal } from './command.ts';

/** The version of the app, from its package.json. */
export async function version({ programFolder }: Terminal): Promise<string> {
  const text = await readFile(join(programFolder, 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
