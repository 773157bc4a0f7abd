import { existsSync } from 'node:fs';

/** Command-line switches that the app or the user asked for (`app.commandLine`), and what Chromium is started with. */
export const switches = new Map<string, string>();

/** Kept from Chromium: the host reads these itself, or merges them with its own. */
const OWN = new Set(['disable-features', 'no-sandbox', 'inspect', 'headless', 'hidden', 'help', 'version']);

const UNWANTED_FEATURES = [
  'Translate',
  'MediaRouter',
  'OptimizationHints',
  'GlobalMediaControls',
  'HttpsUpgrades',
  'InfiniteSessionRestore',
  'SpareRendererForSitePerProcess',
];

/** No display needed: for tests. Chromium then keeps no process singleton, so windows come from the protocol. */
export function isHeadless(): boolean {
  return switches.has('headless') || process.env['ELECTRON_HOST_HEADLESS'] === '1';
}

/** Without a graphics card Chromium starts a process for one, which dies, and then another that draws by the processor. */
const hasGraphicsCard = (): boolean => process.platform !== 'linux' || existsSync('/dev/dri');

/** What each process on one profile must be given alike, the short-lived one that opens a window included. */
export function profileArguments(profile: string, appName: string): string[] {
  const unsandboxed = process.getuid?.() === 0 || switches.has('no-sandbox'); // root has to, as in Electron
  return [
    `--user-data-dir=${profile}`,
    `--class=${appName}`,
    ...(unsandboxed ? ['--no-sandbox', '--test-type'] : []), // --test-type hides the infobar about --no-sandbox
  ];
}

export function browserArguments(profile: string, appName: string): string[] {
  const disabled = [
    ...UNWANTED_FEATURES,
    ...(switches.get('disable-features') ?? '').split(',').filter(Boolean),
  ];
  return [
    ...profileArguments(profile, appName),
    '--remote-debugging-pipe',
    '--no-startup-window',
    '--no-first-run',
    '--no-default-browser-check',
    '--password-store=basic',
    '--use-mock-keychain',
    '--disable-extensions',
    '--disable-component-update',
    '--disable-background-networking',
    '--disable-sync',
    '--disable-default-apps',
    '--disable-session-crashed-bubble',
    '--hide-crash-restore-bubble',
    '--noerrdialogs',
    '--disable-breakpad',
    '--disable-search-engine-choice-screen',
    '--disable-print-preview',
    `--disable-features=${disabled.join(',')}`,
    ...(hasGraphicsCard() ? [] : ['--disable-gpu']),
    ...(isHeadless() ? ['--headless'] : []),
    ...[...switches]
      .filter(([name]) => !OWN.has(name))
      .map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`)),
  ];
}
