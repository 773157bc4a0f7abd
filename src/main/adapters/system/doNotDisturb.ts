import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { DoNotDisturb } from '#core/reminders/doNotDisturb.ts';
import { notificationProperty } from './sessionBus.ts';

const run = promisify(execFile);

/** A tool that hangs must not block its caller. */
const TIMEOUT_MS = 3000;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What the desktop reports; null for what it does not report.
 * Sources: GNOME's schema org.gnome.desktop.notifications; the property `Inhibited` of org.freedesktop.Notifications 1.3
 * (KDE); the property `paused` of dunst.
 */
export interface DesktopAnswers {
  readonly showsBanners: boolean | null;
  readonly isInhibited: boolean | null;
  readonly isPaused: boolean | null;
}

/** Interprets the replies. GNOME and KDE still show urgent notifications; a paused dunst shows none. */
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
  const answer = await run('gsettings', args, { timeout: TIMEOUT_MS }).catch(() => null);
  const value = answer?.stdout.trim();
  return value === 'true' || value === 'false' ? value === 'true' : null;
}

/** Asks the desktop. On Linux only: Electron has no such API, and macOS and Windows do not let programs read it. */
export async function askDoNotDisturb(platform: string, env: Environment): Promise<DoNotDisturb> {
  if (platform !== 'linux') return 'unknown';
  const [banners, isInhibited, isPaused] = await Promise.all([
    showsBanners(env),
    notificationProperty('org.freedesktop.Notifications', 'Inhibited'),
    notificationProperty('org.dunstproject.cmd0', 'paused'),
  ]);
  return readDoNotDisturb({ showsBanners: banners, isInhibited, isPaused });
}
