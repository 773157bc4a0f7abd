/** `npm run test:electron`: the end-to-end specs on Electron itself; fails where its runtime is not installed. */
import { installed, show } from './system/run.ts';
import { installedRuntime } from './system/runtime.ts';

async function testOnElectron(): Promise<number> {
  if (installedRuntime()?.kind !== 'electron') {
    console.error("Electron's runtime is not installed: npx install-electron");
    return 1;
  }
  const built = await show(installed('electron-vite'), ['build', '--logLevel', 'warn']);
  if (built !== 0) return built;
  // Without a display the specs start their own.
  return await show(installed('playwright'), ['test', '--project=app']);
}

process.exitCode = await testOnElectron();
