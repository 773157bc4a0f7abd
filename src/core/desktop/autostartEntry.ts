/**
 * Entries of the XDG autostart folder. Source: Desktop Entry Specification 1.5, “The Exec key” and “Values of type
 * string”; Desktop Application Autostart Specification.
 */

/** An argument of Exec: quoted, its reserved characters escaped, and then the backslashes again, as in any string. */
const execArgument = (text: string): string =>
  `"${text.replaceAll(/["`$\\]/g, String.raw`\$&`)}"`.replaceAll('\\', '\\\\').replaceAll('%', '%%');

/** The entry that starts the app hidden at login. @param program absolute path of the program */
export const autostartEntry = (program: string): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Office Hours',
    `Exec=${execArgument(program)} --hidden`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');

/**
 * Why a sandboxed app cannot write an entry, and what its user can do; null without a sandbox. Flatpak and Snap give
 * the app its own configuration folder, which desktops do not read.
 */
export function boxObstacle(env: Readonly<Record<string, string | undefined>>): string | null {
  const box = env['FLATPAK_ID'] ? 'Flatpak' : env['SNAP'] ? 'Snap' : null;
  if (box === null) return null;
  return `A ${box} cannot do this by itself. Add Office Hours to the programs that your desktop starts at login: in GNOME under Tweaks, Startup Applications, in KDE under System Settings, Autostart.`;
}

/** Whether the desktop uses an entry: some desktops disable an entry instead of removing it. */
export const isEntryOn = (text: string): boolean =>
  !/^\s*(?:Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/m.test(text);
