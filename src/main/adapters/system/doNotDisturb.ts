import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { DoNotDisturb } from '#core/reminders/doNotDisturb.ts';
import { notificationProperty } from './sessionBus.ts';

const run = promisify(execFile);

/** A tool that hangs must not hang whoever asks. */
const PATIENCE_MS = 3000;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What the desktop says of itself; null for what it does not say.
 * Sources: GNOME's schema org.gnome.desktop.notifications; the property `Inhibited` of org.freedesktop.Notifications 1.3
 * (KDE); the property `paused` of dunst.
 */
export interface DesktopAnswers {
  readonly showsBanners: boolean | null;
  readonly isInhibited: boolean | null;
  readonly isPaused: boolean | null;
}

/** What these answers mean. GNOME and KDE show urgent notifications all the same; a paused dunst shows none. */
export function readDoNotDisturb({ showsBanners, isInhibited, isPaused }: DesktopAnswers): DoNotDisturb {
  if (isPaused === true) return 'holdsEverything';
  if (isInhibited === true || showsBanners === false) return 'letsUrgentThrough';
  return showsBanners === null && isInhibited === null && isPaused === null ? 'unknown' : 'off';
}

const isGnome = (env: Environment): boolean =>
  (env['XDG_CURRENT_DESKTOP'] ?? '').toUpperCase().split(':').includes('GNOME');

async function showsBanners(env: Environment): Promise<boolean | null> {
  if (!isGnome(env)) return null;
  const args = ['get', 'org.gnome.desktop.notifications', 'show-banners'];
  const answer = await run('gsettings', args, { timeout: PATIENCE_MS }).catch(() => null);
  const said = answer?.stdout.trim();
  return said === 'true' || said === 'false' ? said === 'true' : null;
}

/** Asks the desktop. Neither Electron nor macOS and Windows themselves tell a program. */
export async function askDoNotDisturb(platform: string, env: Environment): Promise<DoNotDisturb> {
  if (platform !== 'linux') return 'unknown';
  const [banners, isInhibited, isPaused] = await Promise.all([
    showsBanners(env),
    notificationProperty('org.freedesktop.Notifications', 'Inhibited'),
    notificationProperty('org.dunstproject.cmd0', 'paused'),
  ]);
  return readDoNotDisturb({ showsBanners: banners, isInhibited, isPaused });
}
