/** Starts the built app as a user's desktop would, in a new home, on the runtime of playwright.config.ts. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { checkFocus, watchFocus } from './focusWatch.ts';
import { displayForSpecs, startDesktop, type Desktop } from './desktop.ts';
import { startTrayHost, type TrayHost } from '../../packages/electron-host/test/support/trayHost.ts';

const repository = join(import.meta.dirname, '../..');

export interface LaunchOptions {
  /** after the app's folder */
  args?: string[];
  /** added to the environment of the launch */
  env?: Record<string, string>;
  /** IANA */
  timeZone?: string;
  /** POSIX, for LANG */
  locale?: string;
  /** with a session bus and a notification server */
  withDesktop?: boolean;
  /** also with a tray; needs `withDesktop` */
  withTray?: boolean;
  /** `home` of an earlier launch, to start again with its files; it is kept */
  home?: string;
  /** settings of a new home; the others have their defaults */
  settings?: Readonly<Record<string, unknown>>;
  /** puts files into the home before the app starts */
  furnish?: (home: string) => void;
  /** another app instead of ours */
  appFolder?: string;
}

export interface LaunchedApp extends AsyncDisposable {
  readonly electron: ElectronApplication;
  /** holds config, data and cache folders; removed at the end */
  readonly home: string;
  /** of the app's process, to start a second instance */
  readonly environment: Record<string, string>;
  /** only with `withDesktop` */
  readonly desktop: Desktop | undefined;
  /** only with `withTray` */
  readonly tray: TrayHost | undefined;
  /** the app's main window, loaded */
  window: () => Promise<Page>;
  /** what the app opened through the system, in order, since the start or the last `forgetOpened` */
  opened: () => string[];
  forgetOpened: () => void;
  /** Starts a second instance with these arguments; resolves with its output and exit code. */
  startAgain: (...args: string[]) => Promise<{ code: unknown; out: string }>;
  /** what main printed on stderr so far */
  stderr: () => string;
}

/** Replaces xdg-open, xdg-email and `gio trash`; the log of the first two is in the same folder. */
function fakeOpener(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const log = join(folder, 'opened');
  writeFileSync(log, '');
  for (const program of ['xdg-open', 'xdg-email'])
    writeFileSync(join(folder, program), `#!/bin/sh\nprintf '%s\\n' "$1" >> '${log}'\n`, { mode: 0o755 });
  const trash = `mkdir -p "$XDG_DATA_HOME/Trash/files" && mv "$2" "$XDG_DATA_HOME/Trash/files"`;
  writeFileSync(join(folder, 'gio'), `#!/bin/sh\n${trash}\n`, { mode: 0o755 });
  return log;
}

function environment(home: string): Record<string, string> {
  const folders = {
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_RUNTIME_DIR: join(home, 'run'),
  };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[0] !== 'DBUS_SESSION_BUS_ADDRESS',
  );
  return { ...Object.fromEntries(inherited), HOME: home, ...folders };
}

/** Ends a process that hangs; a busy machine may be slow. */
const LIMIT_MS = 120_000;

/** The next window that opens and matches. */
export const nextWindow = (app: ElectronApplication, predicate: (page: Page) => boolean): Promise<Page> =>
  app.waitForEvent('window', { predicate, timeout: LIMIT_MS });

/**
 * A window that matches, existing or future. Its address may come after the window, so all are checked again and
 * again; closing ones are ignored.
 */
export async function findWindow(app: ElectronApplication, isMeant: (page: Page) => boolean): Promise<Page> {
  const end = performance.now() + LIMIT_MS;
  for (;;) {
    const page = app.windows().find((one) => !one.isClosed() && isMeant(one));
    if (page !== undefined) return page;
    if (performance.now() > end)
      throw new Error(
        `No such window came, only ${app
          .windows()
          .map((one) => one.url())
          .join(', ')}`,
      );
    await setTimeout(50);
  }
}

/** Windows other than the main one, which may open before it; a window without an address may become any of them. */
const isMain = (page: Page): boolean => !/^$|^about:blank$|\/(?:alert|clock|panel|sound)\//.test(page.url());

/** A page may load before Playwright listens, which would then wait in vain for the event. */
export const untilLoaded = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.readyState === 'complete');

/** A window handles no keys before its first screen has rendered. */
export const untilDrawn = (page: Page): Promise<void> =>
  page.locator('#root > *').first().waitFor({ state: 'attached' });

/** Nothing is fetched from the network, unless a spec serves it. */
const withoutNetwork = ({ args = [], appFolder }: LaunchOptions): string[] =>
  appFolder !== undefined || args.some((arg) => arg.startsWith('--live-catalogue='))
    ? args
    : ['--live-catalogue=none', ...args];

/** Playwright starts the same executable. npx would take as long as the start itself. */
async function startAgain(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ code: unknown; out: string }> {
  const { default: executable }: { default: unknown } = await import('electron');
  const second = spawn(String(executable), ['.', ...args], {
    cwd: repository,
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let out = '';
  second.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  const [code] = await once(second, 'close');
  return { code, out };
}

/** Use with `await using`: disposing closes the app and the desktop, and removes the home. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  await using parts = new AsyncDisposableStack();
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'e2e-'));
  if (options.home === undefined)
    parts.defer(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  if (options.settings !== undefined) {
    const folder = join(home, '.config/Office Hours');
    mkdirSync(folder, { recursive: true });
    const config = join(folder, 'config.json');
    // A later start finds the files of the earlier one.
    if (!existsSync(config)) writeFileSync(config, JSON.stringify({ settings: options.settings }));
  }
  options.furnish?.(home);
  const tools = join(home, 'tools');
  const openedLog = fakeOpener(tools);
  const desktop = options.withDesktop ? parts.use(await startDesktop(tools)) : undefined;
  // An icon is shown only if a tray is already watching.
  const tray = options.withTray && desktop ? parts.use(await startTrayHost(desktop.address)) : undefined;
  const env = {
    ...environment(home),
    ...(process.env['ELECTRON_HOST_HEADLESS'] === '1' ? {} : { DISPLAY: await displayForSpecs() }),
    PATH: `${tools}:${process.env['PATH'] ?? ''}`,
    TZ: options.timeZone ?? 'Europe/Berlin',
    LANG: options.locale ?? 'en_US.UTF-8',
    ...(desktop ? { DBUS_SESSION_BUS_ADDRESS: desktop.address } : {}),
    ...options.env,
  };
  const electron = await _electron.launch({
    args: [options.appFolder ?? '.', ...withoutNetwork(options)],
    cwd: repository,
    env,
    // Not emulated: the app's own theme is under test.
    colorScheme: null,
    timeout: LIMIT_MS,
  });
  electron.context().setDefaultTimeout(LIMIT_MS);
  parts.defer(() => electron.close());
  if (options.appFolder === undefined) {
    await watchFocus(electron);
    // Before the app closes.
    parts.defer(() => checkFocus(electron));
  }
  let printed = '';
  electron.process().stderr?.on('data', (data: Buffer) => {
    printed += data.toString();
  });
  const ending = parts.move();
  return {
    electron,
    home,
    environment: env,
    desktop,
    tray,
    window: async () => {
      const page = await findWindow(electron, isMain);
      await untilLoaded(page);
      if (options.appFolder === undefined) await untilDrawn(page);
      return page;
    },
    opened: () => readFileSync(openedLog, 'utf8').split('\n').filter(Boolean),
    forgetOpened: () => writeFileSync(openedLog, ''),
    startAgain: (...args) => startAgain(args, env),
    stderr: () => printed,
    [Symbol.asyncDispose]: () => ending.disposeAsync(),
  };
}
