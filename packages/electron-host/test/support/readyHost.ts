/** Makes the host's modules behave as in an app that is ready, with a userData folder of the test's own. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runtime } from '../../src/runtime.ts';

export function readyHost(): string {
  const folder = mkdtempSync(join(tmpdir(), 'host-data-'));
  runtime.isReady = true;
  runtime.name = 'Toy';
  runtime.desktopName = 'org.example.Toy.desktop';
  runtime.userData = () => folder;
  return folder;
}
