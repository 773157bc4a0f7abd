import { app, dialog } from 'electron';
import { registerPageScheme } from './adapters/protocol.ts';
import { redact } from './adapters/redact.ts';

// Only what Electron wants before it is ready stands here, all of it synchronous: `ready` waits for this module.
app.enableSandbox();
registerPageScheme();
// What Windows shows notifications under; the same as in electron-builder.yml.
app.setAppUserModelId('io.github.office_hours.OfficeHours');

// The arguments travel in the data: Electron shuffles those of `second-instance` and adds Chromium's to them.
if (app.requestSingleInstanceLock({ args: process.argv.slice(1) })) void bootWhenReady();
else app.quit();

/** Waits outside of the module's own run: `ready` comes only after that has ended. */
async function bootWhenReady(): Promise<void> {
  await app.whenReady();
  try {
    const { boot } = await import('./boot.ts');
    await boot();
  } catch (error) {
    // Electron would only warn, and an app without a window would stay behind.
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    dialog.showErrorBox('Office Hours could not start', redact(reason));
    app.exit(1);
  }
}
