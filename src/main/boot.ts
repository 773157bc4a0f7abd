import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, safeStorage, session } from 'electron';
import { createAgeThread } from './adapters/threads/ageThread.ts';
import { createAlertWindow } from './adapters/windows/alertWindow.ts';
import { createBrowser } from './adapters/electron/browser.ts';
import { createCaptureGuard } from './adapters/windows/captureGuard.ts';
import { createClockWindow } from './adapters/windows/clockWindow.ts';
import { createCalendarThread } from './adapters/threads/calendarThread.ts';
import { createClock } from './adapters/system/clock.ts';
import { readCommandLine, readGoogleServer, readLiveCatalogue } from './adapters/electron/commandLine.ts';
import { offerContextMenus } from './adapters/electron/contextMenu.ts';
import { reloadCrashedPages } from './adapters/electron/crashedPages.ts';
import { createDesktop } from './adapters/electron/desktop.ts';
import { createFeedThread } from './adapters/threads/feedThread.ts';
import { createFiles } from './adapters/disk/files.ts';
import { openIndexThread } from './adapters/threads/indexThread.ts';
import { createNoteThread } from './adapters/threads/noteThread.ts';
import { trialLimits } from './adapters/threads/threadLimits.ts';
import { createConnection } from './adapters/network/connection.ts';
import { createDns } from './adapters/network/dns.ts';
import { createHttp } from './adapters/network/http.ts';
import { createIpc } from './adapters/electron/ipc.ts';
import { createLog } from './adapters/disk/log.ts';
import { createLoginItem, wasOpenedAtLogin } from './adapters/electron/loginItem.ts';
import { createLoopback } from './adapters/network/loopback.ts';
import { createNetwork } from './adapters/network/network.ts';
import { createNotifier } from './adapters/electron/notifier.ts';
import { bundlePage } from './adapters/electron/pageAddress.ts';
import { createPanelWindow } from './adapters/windows/panelWindow.ts';
import { createPower } from './adapters/electron/power.ts';
import { servePage } from './adapters/electron/protocol.ts';
import { endBeforeQuit, quitState } from './adapters/electron/quit.ts';
import { guardPages } from './adapters/electron/security.ts';
import { describeRuntime, describeSystem } from './adapters/electron/runtimeFacts.ts';
import { createSecrets } from './adapters/electron/secrets.ts';
import { createShortcuts, usesPortal } from './adapters/electron/shortcuts.ts';
import { registerLinks, type LaunchQueue } from './adapters/electron/launches.ts';
import { createSoundWindow } from './adapters/windows/soundWindow.ts';
import { openStore } from './adapters/disk/store.ts';
import { createTray } from './adapters/tray/tray.ts';
import { hasTray } from './adapters/tray/trayPresence.ts';
import { createMainWindow } from './adapters/windows/window.ts';
import { composeApp } from './composeApp.ts';
import { createExternalLinks } from './join/externalLinks.ts';
import { readLaunchRequest } from '#core/desktop/launchRequest.ts';

/** Starts the app on the real ports; Electron is ready. @param args the app's own arguments */
export async function boot(args: readonly string[], launches: LaunchQueue): Promise<void> {
  const { platform } = process;
  const commandLine = readCommandLine(args);
  launches.add(wasOpenedAtLogin() ? { kind: 'stayHidden' } : readLaunchRequest(args));
  const folder = app.getAppPath();
  const userData = app.getPath('userData');
  // The development server's page; never used in an installed app.
  const page = (app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL) ?? bundlePage;

  const clock = createClock(commandLine.now === null ? 0 : commandLine.now - Date.now());
  const logs = join(userData, 'logs');
  const log = createLog(join(logs, 'main.log'), () => clock.now());
  process.on('uncaughtExceptionMonitor', (error) => log(`uncaught: ${error.stack ?? error.message}`));

  const browser = createBrowser();
  const externalLinks = createExternalLinks(browser);
  guardPages(page, (url) => void externalLinks.openLink(url));
  offerContextMenus();
  servePage(join(folder, 'out', 'renderer'));

  const threadScript = (name: string): URL => pathToFileURL(join(folder, 'out', 'main', `${name}.js`));
  const quitting = quitState();
  reloadCrashedPages({ page, isQuitting: quitting.isQuitting, monotonic: () => clock.monotonic(), log });
  const store = openStore(userData);
  const preload = join(folder, 'out', 'preload', 'preload.cjs');
  const icon = join(folder, 'assets', 'icons', '256x256.png');
  const capture = createCaptureGuard();
  const window = createMainWindow({
    page,
    preload,
    icon,
    memory: store.windowMemory,
    capture,
    isQuitting: quitting.isQuitting,
    hasTray,
  });
  // macOS: the dock icon was clicked.
  app.on('activate', () => window.show(null));
  // With a listener the app keeps running in the tray.
  app.on('window-all-closed', () => {});

  registerLinks();

  const files = createFiles();
  const connection = createConnection({
    env: process.env,
    askSystem: (url) => session.defaultSession.resolveProxy(url),
  });
  const parts = await composeApp({
    clock,
    power: createPower(),
    notifier: createNotifier({
      platform,
      onUnknown: (id) => launches.add({ kind: 'notice', id }),
    }),
    shortcuts: createShortcuts(
      usesPortal(platform, process.env, app.commandLine.getSwitchValue('ozone-platform')),
    ),
    launches,
    panel: createPanelWindow({ page: new URL('panel/index.html', page).href, preload, capture, platform }),
    loginItem: createLoginItem(files),
    alert: createAlertWindow({ page: new URL('alert/index.html', page).href, preload, icon, platform }),
    clockWindow: createClockWindow({
      page: new URL('clock/index.html', page).href,
      preload,
      memory: store.clockMemory,
      platform,
    }),
    sound: createSoundWindow({ page: new URL('sound/index.html', page).href, preload }),
    files,
    noteReader: createNoteThread(threadScript('noteWorker'), files, log, {
      path: join(userData, 'notes-index.db'),
      version: app.getVersion(),
    }),
    http: createHttp(`OfficeHours/${app.getVersion()}`, connection.send),
    connection,
    dns: createDns(),
    loopback: createLoopback(),
    calendarSync: createCalendarThread(threadScript('calendarWorker'), userData, log),
    network: createNetwork(),
    reader: createFeedThread(threadScript('feedWorker'), log),
    trialReader: createFeedThread(threadScript('feedWorker'), log, trialLimits),
    browser,
    store,
    secrets: createSecrets(safeStorage, platform),
    ageFiles: createAgeThread(threadScript('ageWorker')),
    ipc: createIpc(page, log),
    openTextIndex: (path) => openIndexThread(threadScript('indexWorker'), path, log),
    desktop: createDesktop(window, createTray(join(folder, 'assets', 'tray'), platform, log), capture),
    environment: {
      version: app.getVersion(),
      platform,
      system: describeSystem(),
      runtime: describeRuntime(process.versions),
      // The region decides how dates are written, not the language of the interface.
      locale: app.getSystemLocale(),
      userData,
      logs,
      noticesFile: join(folder, 'out', 'THIRD-PARTY-NOTICES.txt'),
      documents: app.getPath('documents'),
      catalogueFolder: join(folder, 'assets', 'catalogue'),
      liveCatalogue: readLiveCatalogue(process.argv),
      googleServer: readGoogleServer(process.argv),
    },
    random: Math.random,
    log,
  });
  quitting.guard(parts);
  endBeforeQuit(parts, log);
}
