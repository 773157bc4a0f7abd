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
import { environmentProxy } from '#core/network/environmentProxy.ts';
import { addressOfProxy, nameOfProxy, readProxyAddress } from '#core/network/proxyRoute.ts';
import { isUsableZone } from '#core/zones/systemZone.ts';
import type { Finding } from './finding.ts';
import type { Terminal } from './command.ts';
import type { Configuration } from './configuration.ts';
import { catalogueFolder, notesFolder, userDataFolder } from './folders.ts';
import { findings } from './texts.ts';

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
  if (names === null) return { check, state: 'unknown', detail: findings.noBus };
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
      detail: findings.weakAddresses,
    };
  if (encrypted.length > 0) return { check, state: 'works', detail: findings.encryptedAddresses };
  const keyring = KEYRING.exec(names ?? '')?.[0];
  if (keyring === undefined && names !== null)
    return {
      check,
      state: 'missing',
      detail: findings.noKeyring,
    };
  const detail = keyring === undefined ? findings.unknownKeyring : findings.keyring(keyring);
  return { check, state: 'unknown', detail };
}

/** Electron opens web addresses with xdg-open and mail addresses with xdg-email. */
async function openerFinding(terminal: Terminal): Promise<Finding> {
  const openers = ['xdg-open', 'xdg-email'];
  const areThere = await Promise.all(openers.map((name) => isProgram(name, terminal)));
  const missing = openers.filter((_name, index) => !areThere[index]);
  return missing.length === 0
    ? { check: 'open links', state: 'works', detail: openers.join(', ') }
    : { check: 'open links', state: 'missing', detail: findings.noOpener(missing) };
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
    : { check, state: 'unknown', detail: findings.startsOff };
}

async function linuxFindings(terminal: Terminal, feeds: readonly Feed[]): Promise<Finding[]> {
  const [names, disturbance, opener, autostart] = await Promise.all([
    sessionBusNames(),
    askDoNotDisturb(terminal.platform, terminal.env),
    openerFinding(terminal),
    autostartFinding(terminal),
  ]);
  return [
    service(names, 'org.freedesktop.Notifications', 'notifications', findings.noNotifications),
    disturbanceFinding(disturbance),
    service(names, 'org.kde.StatusNotifierWatcher', 'tray', findings.noTray),
    secretFinding(names, feeds),
    opener,
    autostart,
  ];
}

const DISTURBANCE: Readonly<Record<DoNotDisturb, Omit<Finding, 'check'>>> = {
  off: { state: 'works', detail: 'off' },
  letsUrgentThrough: {
    state: 'missing',
    detail: findings.urgentOnly,
  },
  holdsEverything: {
    state: 'missing',
    detail: findings.noNotices,
  },
  unknown: { state: 'unknown', detail: findings.notReported },
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
    detail: findings.supplied,
  })),
  disturbanceFinding('unknown'),
];

function zoneFinding(settings: Settings): Finding {
  const check = 'time zone';
  if (settings.zone !== 'system' && isUsableZone(settings.zone))
    return { check, state: 'works', detail: findings.chosenZone(currentZone(settings.zone)) };
  const { zone, isKnown } = systemZone();
  if (isKnown) return { check, state: 'works', detail: currentZone(zone) };
  return { check, state: 'missing', detail: findings.noZone(cityOf(zone)) };
}

/** The proxy by the settings or by variables; the desktop's own is known to the app only. */
function proxyFinding({ env }: Terminal, { proxy }: Settings): Finding {
  const check = 'proxy';
  if (proxy.mode === 'none') return { check, state: 'works', detail: findings.noProxy };
  if (proxy.mode === 'manual') {
    const written = readProxyAddress(proxy.address);
    return written === null
      ? { check, state: 'missing', detail: findings.badOwnProxy }
      : { check, state: 'works', detail: findings.ownProxy(addressOfProxy(written.proxy)) };
  }
  const named = environmentProxy(env, new URL('https://example.org/'));
  if (named.kind === 'unreadable')
    return { check, state: 'missing', detail: findings.badProxy(named.variable) };
  return {
    check,
    state: 'works',
    detail:
      named.kind === 'proxy'
        ? findings.variableProxy(nameOfProxy(named.written.proxy))
        : findings.systemProxy,
  };
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
          ? findings.noSettings
          : state === 'damaged'
            ? findings.badSettings(path, refused)
            : path,
    },
    proxyFinding(terminal, settings),
    { check: 'feeds', state: 'works', detail: findings.followed(feeds.length) },
    {
      check: 'catalogue',
      state: hasCatalogue ? 'works' : 'missing',
      detail: hasCatalogue ? catalogueFolder(terminal) : findings.notInstalled,
    },
    {
      check: 'notes',
      state: hasNotes ? 'works' : 'unknown',
      detail: hasNotes ? notes : findings.noNotes(notes),
    },
  ];
}
