/** `npm run test:electron`: the end-to-end specs on Electron itself; fails where its runtime is not installed. */
import { hasDisplay, startDisplay } from './system/desktop.ts';
import { installed, show } from './system/run.ts';
import { installedRuntime } from './system/runtime.ts';

async function testOnElectron(): Promise<number> {
  if (installedRuntime()?.kind !== 'electron') {
    console.error("Electron's runtime is not installed: npx install-electron");
    return 1;
  }
  const built = await show(installed('electron-vite'), ['build', '--logLevel', 'warn']);
  if (built !== 0) return built;
  await using desktop = new AsyncDisposableStack();
  const env = hasDisplay() ? process.env : { ...process.env, ...desktop.use(await startDisplay()).env };
  return await show(installed('playwright'), ['test', '--project=app'], env);
}

process.exitCode = await testOnElectron();
