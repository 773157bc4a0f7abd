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

/** What was found out about one thing the app needs. */
export interface Finding {
  readonly check: string;
  readonly state: 'works' | 'missing' | 'unknown';
  /** What was found, or what to do. */
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

/** Chromium asks KWallet on KDE and the Secret Service everywhere else. */
const KEYRING = /org\.freedesktop\.secrets|org\.kde\.kwalletd[56]?/;

/**
 * Only the app can ask the keyring for a key. What it encrypted tells whether it got one: the beginning of each text
 * names the key. Without such a text there is only the bus, which says that a keyring could be asked.
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
      detail: 'private addresses were stored without protection; start the app, which stores them anew',
    };
  if (encrypted.length > 0)
    return { check, state: 'works', detail: 'private addresses are encrypted under a key of your keyring' };
  const keyring = KEYRING.exec(names ?? '')?.[0];
  if (keyring === undefined && names !== null)
    return {
      check,
      state: 'missing',
      detail:
        'without a keyring, private addresses lie unencrypted in a file that only you can read, and private notes need a passphrase',
    };
  const found = keyring === undefined ? 'there is no session bus to ask' : `${keyring} is there`;
  return { check, state: 'unknown', detail: `${found}; the app says under Settings whether it has a key` };
}

/** Electron opens web addresses by the one and mail addresses by the other. */
async function openerFinding(terminal: Terminal): Promise<Finding> {
  const openers = ['xdg-open', 'xdg-email'];
  const areThere = await Promise.all(openers.map((name) => isProgram(name, terminal)));
  const missing = openers.filter((_name, index) => !areThere[index]);
  return missing.length === 0
    ? { check: 'open links', state: 'works', detail: openers.join(', ') }
    : { check: 'open links', state: 'missing', detail: `install xdg-utils for ${missing.join(' and ')}` };
}

/** An app that does not run reminds of nothing. */
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
      'nothing watches for tray icons; in GNOME the extension AppIndicator brings a tray',
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
    detail: 'on: only urgent notifications and the large window come',
  },
  holdsEverything: {
    state: 'missing',
    detail: 'on: notifications are held back, only the large window comes',
  },
  unknown: { state: 'unknown', detail: 'this system cannot be asked' },
};
const disturbanceFinding = (state: DoNotDisturb): Finding => ({
  check: 'do not disturb',
  ...DISTURBANCE[state],
});

/** macOS and Windows bring these with them; whether the user allows notifications only the app can ask. */
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
  return { check, state: 'missing', detail: `not known, times are in ${cityOf(zone)}; ${remedy}` };
}

/** Looks at everything the app needs. */
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
            ? `${path} cannot be used as it is${refused === null ? '' : ` (${refused})`}; what can be read of it is used`
            : path,
    },
    { check: 'feeds', state: 'works', detail: `${feeds.length} followed` },
    {
      check: 'catalogue',
      state: hasCatalogue ? 'works' : 'missing',
      detail: hasCatalogue ? catalogueFolder(terminal) : 'the program was not installed completely',
    },
    {
      check: 'notes',
      state: hasNotes ? 'works' : 'unknown',
      detail: hasNotes ? notes : `${notes} is made with the first note`,
    },
  ];
}
