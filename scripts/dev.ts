/** `npm run dev`: runs the app from its sources. The window reloads on each change; main and preload are rebuilt. */
import { installed } from './system/run.ts';
import { runApp } from './system/runApp.ts';
import { findRuntime } from './system/runtime.ts';
import { openSession } from './system/session.ts';

const runtime = await findRuntime();
await using session = await openSession(runtime);
process.exitCode =
  session === null
    ? 1
    : await runApp(process.execPath, [installed('electron-vite'), 'dev', '--watch'], {
        ...session.env,
        ELECTRON_EXEC_PATH: runtime.executable,
      });
