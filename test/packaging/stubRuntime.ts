import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Marks the place of the fuses in Electron's binary; version 1, nine of them, each off, on or removed. Source: @electron/fuses. */
const fuseWire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('011001110'),
]);

/** A folder that electron-builder takes for Electron's, without 200 MB of it. */
export function writeStubRuntime(folder: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  writeFileSync(join(folder, 'locales/en-US.pak'), '');
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from('#!/bin/sh\n'), fuseWire]), {
    mode: 0o755,
  });
}

/** In the order of the wire. Source: @electron/fuses, FuseV1Options. */
const fuseNames = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptionsEnvironmentVariable',
  'nodeCliInspectArguments',
  'embeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const;

/** The fuses of a binary: whether each is on. */
export function readFuses(binary: Buffer): Record<string, boolean> {
  const start = binary.indexOf(fuseWire.subarray(0, 32)) + 34;
  return Object.fromEntries(
    fuseNames.map((name, index) => [name, binary[start + index] === '1'.charCodeAt(0)]),
  );
}
