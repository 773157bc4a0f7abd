import { access, constants, readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { askDoNotDisturb } from '#main/adapters/system/doNotDisturb.ts';
import { appId } from '#main/adapters/electron/identity.ts';
import { isUnderOwnKey } from '#main/adapters/electron/secrets.ts';
import { sessionBusNames } from '#main/adapters/system/sessionBus.ts';
import { systemZone } from '#main/adapters/system/systemZone.ts';
import { cityOf } from '#core/format/formatTime.ts';
import { currentZone } from '#core/zones/currentZone.ts';
import type { Feed } from '#core/feeds/feed.ts';
import type { DoNotDisturb } from '#core/reminders/doNotDisturb.ts';
import type { Settings } from '#core/settings/settings.ts';
import { boxObstacle, isEntryOn } from '#core/desktop/autostartEntry.ts';
import { isUsableZone } from '#core/zones/systemZone.ts';
import type { Terminal } from './command.ts';
import type { Configuration } from './configuration.ts';
import { catalogueFolder, notesFolder, userDataFolder } from './folders.ts';

/** The result of one check. */
export interface Finding {
  readonly check: string;
  readonly state: 'works' | 'missing' | 'unknown';
  /** The finding, or what to do. */
  readonly detail: string;
}

const isThere = (path: string, mode: number = constants.F_OK): Promise<boolean> =>
  access(path, mode).then(
    () => true,
    () => false,
  );

async function isProgram(name: string, { env }: Terminal): Promise<boolean> {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const found = await Promise.all(folders.map((folder) => isThere(join(folder, name), constants.X_OK)));
  return found.includes(true);
}

/** A service on the session bus, for example `org.freedesktop.Notifications`. */
function service(names: string | null, name: string, check: string, remedy: string): Finding {
  if (names === null) return { check, state: 'unknown', detail: 'there is no session bus to ask' };
  const isRunning = names.includes(name);
  return { check, state: isRunning ? 'works' : 'missing', detail: isRunning ? name : remedy };
}

/** Chromium uses KWallet on KDE and the Secret Service everywhere else. */
const KEYRING = /org\.freedesktop\.secrets|org\.kde\.kwalletd[56]?/;

/**
 * Only the app can get a key from the keyring. Its encrypted addresses show whether it got one: their first bytes name
 * the key. Without such an address only the session bus shows whether a keyring is running.
 */
function secretFinding(names: string | null, feeds: readonly Feed[]): Finding {
  const check = 'secret storage';
  const encrypted = feeds.flatMap(({ source }) =>
    source.kind === 'locked' ? [Buffer.from(source.encrypted, 'base64')] : [],
  );
  if (encrypted.some((bytes) => !isUnderOwnKey(bytes, 'linux')))
    return {
      check,
      state: 'missing',
      detail: 'private addresses were stored without protection; start the app, which encrypts them again',
    };
  if (encrypted.length > 0)
    return { check, state: 'works', detail: 'private addresses are encrypted with a key of your keyring' };
  const keyring = KEYRING.exec(names ?? '')?.[0];
  if (keyring === undefined && names !== null)
    return {
      check,
      state: 'missing',
      detail:
        'without a keyring, private addresses are stored unencrypted in a file that only you can read, and private notes need a passphrase',
    };
  const found = keyring === undefined ? 'there is no session bus to ask' : `${keyring} is running`;
  return { check, state: 'unknown', detail: `${found}; the app shows under Settings whether it has a key` };
}

/** Electron opens web addresses with xdg-open and mail addresses with xdg-email. */
async function openerFinding(terminal: Terminal): Promise<Finding> {
  const openers = ['xdg-open', 'xdg-email'];
  const areThere = await Promise.all(openers.map((name) => isProgram(name, terminal)));
  const missing = openers.filter((_name, index) => !areThere[index]);
  return missing.length === 0
    ? { check: 'open links', state: 'works', detail: openers.join(', ') }
    : { check: 'open links', state: 'missing', detail: `install xdg-utils for ${missing.join(' and ')}` };
}

/** Reminders come only while the app runs. */
async function autostartFinding(terminal: Terminal): Promise<Finding> {
  const check = 'autostart';
  const why = boxObstacle(terminal.env);
  if (why !== null) return { check, state: 'missing', detail: why };
  const path = join(userDataFolder(terminal), '..', 'autostart', `${appId}.desktop`);
  const entry = await readFile(path, 'utf8').catch(() => null);
  return entry !== null && isEntryOn(entry)
    ? { check, state: 'works', detail: 'on' }
    : { check, state: 'unknown', detail: 'off; the app offers “Start with the computer” in its settings' };
}

async function linuxFindings(terminal: Terminal, feeds: readonly Feed[]): Promise<Finding[]> {
  const [names, disturbance, opener, autostart] = await Promise.all([
    sessionBusNames(),
    askDoNotDisturb(terminal.platform, terminal.env),
    openerFinding(terminal),
    autostartFinding(terminal),
  ]);
  return [
    service(
      names,
      'org.freedesktop.Notifications',
      'notifications',
      'start a notification daemon, such as dunst or the one of your desktop',
    ),
    disturbanceFinding(disturbance),
    service(
      names,
      'org.kde.StatusNotifierWatcher',
      'tray',
      'this desktop shows no tray icons; in GNOME the extension AppIndicator adds a tray',
    ),
    secretFinding(names, feeds),
    opener,
    autostart,
  ];
}

const DISTURBANCE: Readonly<Record<DoNotDisturb, Omit<Finding, 'check'>>> = {
  off: { state: 'works', detail: 'off' },
  letsUrgentThrough: {
    state: 'missing',
    detail: 'on: only urgent notifications and the alert window are shown',
  },
  holdsEverything: {
    state: 'missing',
    detail: 'on: notifications are held back, only the alert window is shown',
  },
  unknown: { state: 'unknown', detail: 'this system does not report it' },
};
const disturbanceFinding = (state: DoNotDisturb): Finding => ({
  check: 'do not disturb',
  ...DISTURBANCE[state],
});

/** Parts of macOS and Windows. Only the app can ask whether the user allows notifications. */
const suppliedFindings: readonly Finding[] = [
  ...['notifications', 'tray', 'secret storage', 'open links'].map((check): Finding => ({
    check,
    state: 'works',
    detail: 'part of the system',
  })),
  disturbanceFinding('unknown'),
];

function zoneFinding(settings: Settings): Finding {
  const check = 'time zone';
  if (settings.zone !== 'system' && isUsableZone(settings.zone))
    return { check, state: 'works', detail: `${currentZone(settings.zone)} (chosen)` };
  const { zone, isKnown } = systemZone();
  if (isKnown) return { check, state: 'works', detail: currentZone(zone) };
  const remedy =
    'set the time zone of this computer (on Linux: timedatectl set-timezone), or choose one in Settings';
  return { check, state: 'missing', detail: `unknown, times are in ${cityOf(zone)}; ${remedy}` };
}

/** Checks everything the app needs. */
export async function checkMachine(terminal: Terminal, configuration: Configuration): Promise<Finding[]> {
  const { path, state, refused, feeds, settings } = configuration;
  const notes = await notesFolder(terminal, settings.notesFolder);
  const [hasNotes, hasCatalogue] = await Promise.all([
    isThere(notes, constants.W_OK),
    isThere(join(catalogueFolder(terminal), 'kubernetes.json'), constants.R_OK),
  ]);
  return [
    {
      check: 'runtime',
      state: 'works',
      detail: `Node ${process.versions.node}, ${terminal.platform} ${process.arch}`,
    },
    zoneFinding(settings),
    ...(terminal.platform === 'linux' ? await linuxFindings(terminal, feeds) : suppliedFindings),
    {
      check: 'settings',
      state: state === 'damaged' ? 'missing' : 'works',
      detail:
        state === 'missing'
          ? 'none yet; defaults are used'
          : state === 'damaged'
            ? `${path} has values that cannot be used${refused === null ? '' : ` (${refused})`}; the others are used`
            : path,
    },
    { check: 'feeds', state: 'works', detail: `${feeds.length} followed` },
    {
      check: 'catalogue',
      state: hasCatalogue ? 'works' : 'missing',
      detail: hasCatalogue ? catalogueFolder(terminal) : 'the program is not completely installed',
    },
    {
      check: 'notes',
      state: hasNotes ? 'works' : 'unknown',
      detail: hasNotes ? notes : `${notes} is created with the first note`,
    },
  ];
}
