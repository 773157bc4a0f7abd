import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { capture } from './run.ts';

/** Programs of the system that scripts and tests use; npm does not bring them. */
const needs = {
  browser: {
    anyOf: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'],
    // Without recommended packages Chromium comes without a font.
    packages: ['chromium', 'fonts-dejavu-core', 'ca-certificates'],
    name: 'Chromium or Chrome',
  },
  display: { anyOf: ['Xvfb'], packages: ['xvfb'], name: 'Xvfb' },
  bus: { anyOf: ['dbus-daemon'], packages: ['dbus-daemon', 'dbus-session-bus-common'], name: 'dbus-daemon' },
  notifications: { anyOf: ['dunst'], packages: ['dunst'], name: 'dunst' },
  keys: { anyOf: ['xdotool'], packages: ['xdotool'], name: 'xdotool' },
  certificates: { anyOf: ['openssl'], packages: ['openssl'], name: 'openssl' },
  metainfo: {
    anyOf: ['appstreamcli'],
    packages: ['appstream'],
    name: 'appstreamcli',
  },
  desktopEntries: {
    anyOf: ['desktop-file-validate'],
    packages: ['desktop-file-utils'],
    name: 'desktop-file-validate',
  },
  /** Only some tests need these; see `testsWithout`. */
  age: { anyOf: ['age'], packages: ['age'], name: 'age' },
  radicale: { anyOf: ['radicale'], packages: ['radicale'], name: 'Radicale' },
  xandikos: { anyOf: ['xandikos'], packages: ['xandikos'], name: 'Xandikos' },
  // The small mail program keeps apt from choosing one that starts a mail server.
  cyrus: { anyOf: ['cyrmaster'], packages: ['cyrus-imapd', 'cyrus-caldav', 'msmtp-mta'], name: 'Cyrus' },
  opener: { anyOf: ['xdg-open'], packages: ['xdg-utils'], name: 'xdg-open (xdg-utils)' },
} as const;
export type Need = keyof typeof needs;

/**
 * Ensures that programs are there: installs them as root on Debian and its kin, otherwise says what to install. On
 * other systems than Linux it needs nothing.
 * @param explain what to say of the missing ones where they cannot be installed
 * @returns what is still missing
 */
export async function ensurePrograms(
  wanted: readonly Need[],
  explain: (missing: readonly Need[]) => string = howToInstall,
): Promise<readonly Need[]> {
  if (process.platform !== 'linux') return [];
  const missing = wanted.filter(isMissing);
  if (missing.length === 0) return [];
  const names = namesOf(missing);
  const packages = missing.flatMap((need) => needs[need].packages);
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    console.error(explain(missing));
    return missing;
  }
  console.log(`Installing ${names} with apt-get …`);
  const error = await install(packages);
  const left = missing.filter(isMissing);
  if (left.length > 0) {
    console.error(`apt-get did not bring ${namesOf(left)}: ${error}`);
  }
  return left;
}

const namesOf = (missing: readonly Need[]): string => missing.map((need) => needs[need].name).join(', ');

/** Names the programs and the command of Debian that brings them. */
export function howToInstall(missing: readonly Need[]): string {
  const packages = missing.flatMap((need) => needs[need].packages);
  return `Missing: ${namesOf(missing)}. Install with your system's package manager, on Debian or Ubuntu: sudo apt-get install ${packages.join(' ')}`;
}

/** Names the programs whose tests are skipped. */
export const testsWithout = (missing: readonly Need[]): string =>
  `Skipping the tests that need ${namesOf(missing)}. ${howToInstall(missing)}`;

/** Whether a test may use it. */
export const hasProgram = (need: Need): boolean => !isMissing(need);

/** @returns the last thing that apt-get said, if it failed */
async function install(packages: readonly string[]): Promise<string> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const update = await capture('apt-get', ['update', '-q'], env);
  if (update.code !== 0) return lastLine(update.output);
  const installing = await capture(
    'apt-get',
    ['install', '-qy', '--no-install-recommends', ...packages],
    env,
  );
  return installing.code === 0 ? '' : lastLine(installing.output);
}

const lastLine = (output: string): string => output.trim().split('\n').at(-1) ?? '';

const isMissing = (need: Need): boolean => {
  if (need === 'browser' && process.env['ELECTRON_HOST_BROWSER']) return false;
  return !needs[need].anyOf.some(isOnPath);
};

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
