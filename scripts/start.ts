/**
 * `npm start`: builds the app and runs it, on Electron if it is available, otherwise on packages/electron-host; on a virtual display
 * if there is no other. Arguments go to the app: `npm start -- --now=2026-11-20T16:49:50Z`.
 */
import { capture, installed } from './system/run.ts';
import { runApp } from './system/runApp.ts';
import { findRuntime } from './system/runtime.ts';
import { openSession } from './system/session.ts';

async function build(): Promise<void> {
  const { code, output } = await capture(installed('electron-vite'), ['build', '--logLevel', 'warn']);
  if (code !== 0) throw new Error(`The app could not be built.\n${output}`);
}

async function start(): Promise<number> {
  const built = build();
  // Reported below; meanwhile the session opens in parallel with the build.
  built.catch(() => {});
  const runtime = await findRuntime(built);
  await using session = await openSession(runtime);
  if (session === null) return 1;
  await built;
  // Chromium refuses to sandbox for root; the host sees to that itself.
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const flags = runtime.kind === 'electron' && isRoot ? ['--no-sandbox'] : [];
  console.log('Office Hours is running. Ctrl-C ends it.');
  return await runApp(runtime.executable, [...flags, '.', ...process.argv.slice(2)], session.env);
}

try {
  process.exitCode = await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
