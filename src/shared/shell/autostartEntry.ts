/**
 * Entries of the XDG autostart folder. Source: Desktop Entry Specification 1.5, “The Exec key” and “Values of type
 * string”; Desktop Application Autostart Specification.
 */

/** An argument of Exec: quoted, its reserved characters escaped, and then the backslashes again, as in any string. */
const execArgument = (text: string): string =>
  `"${text.replaceAll(/["`$\\]/g, String.raw`\$&`)}"`.replaceAll('\\', '\\\\').replaceAll('%', '%%');

/** The entry that starts the app hidden at login. @param program absolute path of what is run */
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

/** Whether the desktop follows an entry: the tools of some desktops switch one off instead of removing it. */
export const isEntryOn = (text: string): boolean =>
  !/^\s*(?:Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/m.test(text);
