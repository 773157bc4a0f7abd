import { parentPort, workerData } from 'node:worker_threads';
import { Encrypter } from 'age-encryption';
import type { AgeThreadData } from './ageThread.ts';

/** The worker thread that encrypts one text as an age file. */

const { text, passphrase }: AgeThreadData = workerData;
const encrypter = new Encrypter();
encrypter.setPassphrase(passphrase);
parentPort?.postMessage(await encrypter.encrypt(text), []);
