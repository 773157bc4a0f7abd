import { app, dialog, systemPreferences } from 'electron';
import { setAppMenu } from './adapters/electron/appMenu.ts';
import { isCommand, ownArguments } from './adapters/electron/commandLine.ts';
import { appId, toastActivator } from './adapters/electron/identity.ts';
import { registerPageScheme } from './adapters/electron/protocol.ts';
import { redact } from '#core/format/redact.ts';
import { collectLaunches } from './adapters/electron/launches.ts';

const args = ownArguments(process.argv, app.getAppPath());

// A command needs no window and disturbs no app that runs. `ready` waits for this module, so it never comes.
if (isCommand(args)) app.exit(await runCommand());
else startApp();

/** Only what Electron wants before it is ready, all of it synchronous. */
function startApp(): void {
  app.enableSandbox();
  registerPageScheme();
  // What Windows shows notifications under; the same as in electron-builder.yml.
  app.setAppUserModelId(appId);
  if (process.platform === 'win32') app.setToastActivatorCLSID(toastActivator);
  // App Nap would delay reminders while no window is open. Unpackaged, it would be set for Electron itself.
  if (process.platform === 'darwin' && app.isPackaged)
    systemPreferences.setUserDefault('NSAppSleepDisabled', 'boolean', true);
  setAppMenu(process.platform);
  // The arguments travel in the data: Electron shuffles those of `second-instance` and adds Chromium's to them.
  if (app.requestSingleInstanceLock({ args })) void bootWhenReady();
  else app.quit();
}

/** Waits outside of the module's own run: `ready` comes only after that has ended. */
async function bootWhenReady(): Promise<void> {
  const launches = collectLaunches();
  await app.whenReady();
  try {
    const { boot } = await import('./boot.ts');
    await boot(args, launches);
  } catch (error) {
    // Electron would only warn, and an app without a window would stay behind.
    dialog.showErrorBox('Office Hours could not start', redact(reasonOf(error)));
    app.exit(1);
  }
}

/** The command line in this process: the fuses of an installed app forbid running it as Node. @returns the exit status */
async function runCommand(): Promise<number> {
  try {
    const [{ runCommandLine }, { processTerminal }] = await Promise.all([
      import('#cli/runCommandLine.ts'),
      import('#cli/processTerminal.ts'),
    ]);
    const status = await runCommandLine(args, processTerminal(app.getAppPath()));
    // On Windows and macOS a pipe is written later; the process must not end before.
    await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
    return status;
  } catch (error) {
    process.stderr.write(`office-hours: ${redact(reasonOf(error))}\n`);
    return 1;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
