import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import electronPackage from 'electron/package.json' with { type: 'json' };
import { capture, root } from './run.ts';

/** What runs the built app. */
export interface Runtime {
  readonly kind: 'electron' | 'host';
  readonly executable: string;
}

const electron = join(root, 'node_modules/electron');
const hostDist = join(root, 'packages/electron-host/dist');
/** What a slow network needs. */
const probeMs = 8000;
/** How much longer than the build the probe may take if the host can run the app instead. */
const graceMs = 1000;

const host: Runtime = { kind: 'host', executable: join(hostDist, 'electron') };

/** Electron where its runtime is installed, or the one that the environment names, otherwise null. */
export function installedRuntime(): Runtime | null {
  if (process.env['E2E_RUNTIME'] === 'host') return host;
  const named = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (named)
    return { kind: named === hostDist ? 'host' : 'electron', executable: join(named, executableName()) };
  const executable = join(electron, 'dist', executableName());
  return existsSync(join(electron, 'path.txt')) && existsSync(executable)
    ? { kind: 'electron', executable }
    : null;
}

/**
 * The installed runtime; else Electron's, downloaded now; else our host.
 * @param built the build that runs beside the probe and limits how long we wait for its answer
 */
export async function findRuntime(built: Promise<unknown> | null = null): Promise<Runtime> {
  const ready = installedRuntime();
  if (ready) return ready;
  const isHostRunnable = process.platform === 'linux';
  const probe = isDownloadReachable();
  if (await (isHostRunnable && built ? Promise.race([probe, falseSoonAfter(built)]) : probe)) {
    console.log('Downloading Electron, once …');
    await capture(process.execPath, [join(electron, 'install.js')]);
    const downloaded = installedRuntime();
    if (downloaded) return downloaded;
  }
  if (!isHostRunnable) throw new Error(howToGetElectron());
  return host;
}

/** Names what is most likely in the way of the download. */
export function howToGetElectron(): string {
  return process.env['ELECTRON_MIRROR'] === undefined
    ? 'Electron cannot be downloaded: github.com does not answer, perhaps it is blocked here. Set ELECTRON_MIRROR to an address with a copy of its releases and start again.'
    : `Electron cannot be downloaded: the address in ELECTRON_MIRROR does not serve version ${electronPackage.version}. Set it to one that does and start again.`;
}

async function falseSoonAfter(built: Promise<unknown>): Promise<boolean> {
  // Whoever waits for the build says why it failed.
  await built.catch(() => null);
  await new Promise((resolve) => setTimeout(resolve, graceMs));
  return false;
}

function executableName(): string {
  const named = join(electron, 'path.txt');
  return existsSync(named) ? readFileSync(named, 'utf8') : 'electron';
}

async function isDownloadReachable(): Promise<boolean> {
  const mirror = process.env['ELECTRON_MIRROR'] ?? 'https://github.com/electron/electron/releases/download/';
  const address = `${mirror}v${electronPackage.version}/SHASUMS256.txt`;
  try {
    const reply = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(probeMs) });
    return reply.ok;
  } catch {
    return false;
  }
}
