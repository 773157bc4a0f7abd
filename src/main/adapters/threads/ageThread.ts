import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { AgeFiles } from '../../ports/ageFiles.ts';

export interface AgeThreadData {
  readonly text: string;
  readonly passphrase: string;
}

const bytes = z.instanceof(Uint8Array);

/**
 * Encrypts in a thread that exists for one text: deriving the key blocks for a second or more, because the library does
 * it in JavaScript. Electron's crypto has no ChaCha20-Poly1305 to do it otherwise.
 * @param script of the worker
 */
export const createAgeThread = (script: URL): AgeFiles => ({
  encrypt: (text, passphrase) =>
    new Promise((resolve, reject) => {
      const workerData: AgeThreadData = { text, passphrase };
      const worker = new Worker(script, { workerData, execArgv: [] });
      worker.once('message', (message) => resolve(bytes.parse(message)));
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the thread that encrypts has ended')));
    }),
});
