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
const hostDist = join(root, 'src/host/dist');
/** Long enough for a slow network to say that it is there; nobody waits longer for an app to start. */
const probeMs = 8000;

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

/** The installed runtime; else Electron's, downloaded now; else our host. */
export async function findRuntime(): Promise<Runtime> {
  const ready = installedRuntime();
  if (ready) return ready;
  if (await isDownloadReachable()) {
    console.log('Downloading Electron, once …');
    await capture(process.execPath, [join(electron, 'install.js')]);
    const downloaded = installedRuntime();
    if (downloaded) return downloaded;
  }
  if (process.platform === 'win32')
    throw new Error('Electron cannot be downloaded here, and nothing else runs the app on Windows.');
  console.log(
    "Electron's runtime is not here and cannot be downloaded: the app runs on src/host and Chromium instead.",
  );
  return host;
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
