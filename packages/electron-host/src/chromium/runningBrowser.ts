import { readlinkSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

/**
 * Hands a command line to the browser that runs on a profile, as a second Chromium would before it ends: through the
 * socket of the profile. A second process costs a quarter of a second of the processor for each window.
 * Source of the form: chrome/browser/process_singleton_posix.cc, "START" and the words, separated by NUL; answer "ACK".
 * @param words the program's path and its arguments
 * @returns false if there is no such socket or its owner rejects the command line
 */
export function sendToRunningBrowser(profile: string, words: readonly string[]): Promise<boolean> {
  let socket: string;
  try {
    // The link's own path may be longer than a socket's may be.
    socket = readlinkSync(join(profile, 'SingletonSocket'));
  } catch {
    return Promise.resolve(false);
  }
  const { promise, resolve } = Promise.withResolvers<boolean>();
  let answer = '';
  connect(socket)
    .setEncoding('utf8')
    .on('data', (text: string) => (answer += text))
    .on('error', () => resolve(false))
    .on('close', () => resolve(answer.startsWith('ACK')))
    .end(['START', process.cwd(), ...words].join('\0'));
  return promise;
}
