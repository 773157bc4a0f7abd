import { sessionBusNames } from '../system/sessionBus.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether a Linux desktop shows tray icons. Electron shows one by StatusNotifierItem where something watches for them,
 * else by the older protocol of X11, which GNOME has given up and Wayland never had; else none, without an error.
 * @param names on the session bus; null where it could not be asked
 */
export function showsTrayIcons(names: string | null, env: Environment): boolean {
  if (names?.includes('org.kde.StatusNotifierWatcher') === true) return true;
  const isWayland = Boolean(env['WAYLAND_DISPLAY']);
  const isGnome = (env['XDG_CURRENT_DESKTOP'] ?? '').toUpperCase().split(':').includes('GNOME');
  return !isWayland && !isGnome;
}

/** Whether there is a place for the tray icon now: extensions of desktops come and go. */
export async function hasTray(): Promise<boolean> {
  return process.platform !== 'linux' || showsTrayIcons(await sessionBusNames(), process.env);
}
