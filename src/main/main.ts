import { app, dialog, systemPreferences } from 'electron';
import { setAppMenu } from './adapters/electron/appMenu.ts';
import { isCommand, ownArguments } from './adapters/electron/commandLine.ts';
import { appId, toastActivator } from './adapters/electron/identity.ts';
import { registerPageScheme } from './adapters/electron/protocol.ts';
import { errorText } from '#base';
import { redact } from '#core/format/redact.ts';
import { collectLaunches } from './adapters/electron/launches.ts';

const args = ownArguments(process.argv, app.getAppPath());

// A command needs no window and no single-instance lock. `ready` waits for this module, so it does not fire.
if (isCommand(args)) app.exit(await runCommand());
else startApp();

/** What Electron requires before it is ready, all synchronous. */
function startApp(): void {
  app.enableSandbox();
  registerPageScheme();
  // Windows shows notifications under this id; the same as in electron-builder.yml.
  app.setAppUserModelId(appId);
  if (process.platform === 'win32') app.setToastActivatorCLSID(toastActivator);
  // App Nap would delay reminders while no window is open. Unpackaged, this would change Electron itself.
  if (process.platform === 'darwin' && app.isPackaged)
    systemPreferences.setUserDefault('NSAppSleepDisabled', 'boolean', true);
  setAppMenu(process.platform);
  // Passed as data, because Electron reorders the arguments of `second-instance` and adds Chromium's.
  if (app.requestSingleInstanceLock({ args })) void bootWhenReady();
  else app.quit();
}

/** Not awaited by the module: `ready` fires only after the module has run. */
async function bootWhenReady(): Promise<void> {
  const launches = collectLaunches();
  try {
    // Read while the browser starts.
    const [{ boot }] = await Promise.all([import('./boot.ts'), app.whenReady()]);
    await boot(args, launches);
  } catch (error) {
    // Electron would only log a warning, and a process without a window would keep running.
    dialog.showErrorBox('Office Hours could not start', redact(errorText(error)));
    app.exit(1);
  }
}

/** Runs the command in this process: the fuses of an installed app forbid running it as Node. @returns the exit status */
async function runCommand(): Promise<number> {
  try {
    const [{ runCommandLine }, { processTerminal }] = await Promise.all([
      import('#cli/runCommandLine.ts'),
      import('#cli/processTerminal.ts'),
    ]);
    const status = await runCommandLine(args, processTerminal(app.getAppPath()));
    // On Windows and macOS writes to a pipe are asynchronous; the process must not end before them.
    await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
    return status;
  } catch (error) {
    process.stderr.write(`office-hours: ${redact(errorText(error))}\n`);
    return 1;
  }
}
