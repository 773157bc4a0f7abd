import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { sweepTemporary } from '#main/adapters/disk/atomicWrite.ts';
import { parseNoteFile } from '#core/notes/noteFile.ts';
import { isDeep } from '../../effort.ts';
import { writtenBody } from './support/writtenBody.ts';

/** In the checkout, so that the bundle finds the libraries it leaves outside. */
const cache = join(import.meta.dirname, '../../../.cache');
mkdirSync(cache, { recursive: true });

const KILLS = isDeep ? 200 : 20;
const LANES = Math.max(2, availableParallelism());

/** The writer as one file: nearly all of a start would be reading its modules. */
async function bundleWriter(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'support/noteWriter.ts'),
      outDir: folder,
      rollupOptions: { output: { entryFileNames: 'writer.mjs' } },
    },
  });
  return join(folder, 'writer.mjs');
}

/** Starts a writer and kills it after it saved so many versions. Resolves with the last one that it said it saved. */
async function writeUntilKilled(
  writer: string,
  [folder, userData]: readonly [string, string],
  saves: number,
): Promise<number> {
  const child = spawn(process.execPath, [writer, folder, userData], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: `${writer}.cache` },
  });
  // A process that was killed is there until its parent knows.
  const ended = once(child, 'exit');
  let seen = 0;
  let last = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    seen += 1;
    if (seen === saves) child.kill('SIGKILL');
  }
  await ended;
  return last;
}

test(
  'a writer that is killed at any moment leaves one whole note, with at most the save it was in missing',
  { tags: ['deep'] },
  async () => {
    const bundle = mkdtempSync(join(cache, 'kill-writer-'));
    const writer = await bundleWriter(bundle);
    let kills = 0;
    const lane = async (_: unknown, index: number): Promise<void> => {
      const folder = mkdtempSync(join(tmpdir(), 'kill-'));
      const userData = mkdtempSync(join(tmpdir(), 'kill-app-'));
      while (kills < KILLS) {
        kills += 1;
        const saved = await writeUntilKilled(writer, [folder, userData], 1 + ((kills + index) % 5));
        const { body, fields } = parseNoteFile(readFileSync(join(folder, 'note.md'), 'utf8'));
        const count = Number(body.slice(0, body.indexOf('\n')));
        expect(body === writtenBody(count), `version ${count} is whole`).toBe(true);
        expect(fields.occurrence).toBe('feed|uid|2026-11-20');
        expect(count).toBeGreaterThanOrEqual(saved);
        const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
        expect(names, 'no text is there twice').toEqual(['note.md']);
      }
      await sweepTemporary(folder);
      expect(readdirSync(folder), 'nothing is left of the killed writes').toEqual(['note.md']);
      for (const one of [folder, userData]) rmSync(one, { recursive: true });
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    rmSync(bundle, { recursive: true });
  },
);
