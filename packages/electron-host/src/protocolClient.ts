/** The default program for `scheme:` links on Linux, set with xdg-settings and read with xdg-mime. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

function run(command: string, args: string[]): { isOk: boolean; output: string } {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', timeout: 3000 });
  return { isOk: status === 0, output: stdout?.trim() ?? '' };
}

function desktopFile(id: string): string | undefined {
  const home = process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local/share');
  const shared = (process.env['XDG_DATA_DIRS'] ?? '/usr/local/share:/usr/share').split(':');
  return [home, ...shared].map((dir) => join(dir, 'applications', id)).find((path) => existsSync(path));
}

/** The app's own .desktop file, of which Chromium learns by the environment; undefined unless it is installed. */
function ownDesktopId(): string | undefined {
  const id = process.env['CHROME_DESKTOP'];
  return id && desktopFile(id) ? id : undefined;
}

export function setAsDefault(scheme: string): boolean {
  const id = ownDesktopId();
  return id !== undefined && run('xdg-settings', ['set', 'default-url-scheme-handler', scheme, id]).isOk;
}

/** The id of the .desktop file that opens the scheme; '' without one. */
function handlerOf(scheme: string): string {
  return run('xdg-mime', ['query', 'default', `x-scheme-handler/${scheme}`]).output;
}

/** Asked at each call, of the name the app has at that moment. */
export function isDefault(scheme: string): boolean {
  const id = process.env['CHROME_DESKTOP'] ?? '';
  return id !== '' && handlerOf(scheme) === id;
}

/** '' if no program opens such links. */
export function applicationFor(url: string): string {
  const scheme = url.slice(0, url.indexOf(':'));
  const id = handlerOf(scheme);
  const file = id ? desktopFile(id) : undefined;
  return (file && /^Name=(.*)$/m.exec(readFileSync(file, 'utf8'))?.[1]) ?? '';
}
