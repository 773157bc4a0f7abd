import { app } from 'electron';
import { registerPageScheme } from './adapters/protocol.ts';

// Only what Electron wants before it is ready stands here, all of it synchronous: `ready` waits for this module.
app.enableSandbox();
registerPageScheme();
// What Windows shows notifications under; the same as in electron-builder.yml.
app.setAppUserModelId('io.github.office_hours.OfficeHours');

// The arguments travel in the data: Electron shuffles those of `second-instance` and adds Chromium's to them.
if (app.requestSingleInstanceLock({ args: process.argv.slice(1) })) {
  void app.whenReady().then(async () => {
    const { boot } = await import('./boot.ts');
    await boot();
  });
} else {
  app.quit();
}
