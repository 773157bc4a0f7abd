import { sessionBusNames } from '../system/sessionBus.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether a Linux desktop shows tray icons. Electron uses StatusNotifierItem if a watcher runs, otherwise the older X11
 * protocol, which GNOME dropped and Wayland lacks; otherwise it shows no icon, without an error.
 * @param names on the session bus; null if there was no reply
 */
export function showsTrayIcons(names: string | null, env: Environment): boolean {
  if (names?.includes('org.kde.StatusNotifierWatcher') === true) return true;
  const isWayland = Boolean(env['WAYLAND_DISPLAY']);
  const isGnome = (env['XDG_CURRENT_DESKTOP'] ?? '').toUpperCase().split(':').includes('GNOME');
  return !isWayland && !isGnome;
}

/** Whether the desktop shows tray icons now; its extensions come and go. */
export async function hasTray(): Promise<boolean> {
  return process.platform !== 'linux' || showsTrayIcons(await sessionBusNames(), process.env);
}
