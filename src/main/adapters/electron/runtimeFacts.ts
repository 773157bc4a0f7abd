import { arch, release, type } from 'node:os';

/** The operating system: `Linux 6.1.0 (x64)`. For macOS it is Darwin and the kernel's version. */
export const describeSystem = (): string => `${type()} ${release()} (${arch()})`;

/** Versions of the runtime. `packages/electron-host` replaces Electron where it is missing; Chromium is then a separate program. */
export function describeRuntime(versions: Readonly<Record<string, string | undefined>>): string {
  const { electron, chrome, node } = versions;
  return chrome === undefined
    ? `packages/electron-host in place of Electron ${electron}, Node ${node}`
    : `Electron ${electron}, Chromium ${chrome}, Node ${node}`;
}
