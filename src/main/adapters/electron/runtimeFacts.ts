import { arch, release, type } from 'node:os';

/** The operating system: `Linux 6.1.0 (x64)`. macOS calls itself Darwin here, with the version of its kernel. */
export const describeSystem = (): string => `${type()} ${release()} (${arch()})`;

/** What runs the app. Where Electron itself is missing, packages/electron-host stands in for it and Chromium is a program of its own. */
export function describeRuntime(versions: Readonly<Record<string, string | undefined>>): string {
  const { electron, chrome, node } = versions;
  return chrome === undefined
    ? `packages/electron-host in place of Electron ${electron}, Node ${node}`
    : `Electron ${electron}, Chromium ${chrome}, Node ${node}`;
}
