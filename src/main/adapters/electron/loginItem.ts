import { homedir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { autostartEntry, boxObstacle, isEntryOn } from '#core/desktop/autostartEntry.ts';
import type { Files } from '../../ports/files.ts';
import type { LoginItem } from '../../ports/loginItem.ts';
import { appId } from './identity.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Used for setting and reading: Windows identifies the entry by them. */
const ARGS = ['--hidden'];

/** A file in the XDG autostart folder, deleted when switched off. */
function autostartFile(files: Pick<Files, 'read' | 'write' | 'remove'>, env: Environment): LoginItem {
  const path = join(env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'autostart', `${appId}.desktop`);
  return {
    async state() {
      const bytes = await files.read(path, 100_000);
      return { kind: bytes !== null && isEntryOn(new TextDecoder().decode(bytes)) ? 'on' : 'off' };
    },
    // An AppImage runs from a temporary mount; the variable holds the path of its file.
    set: (isOn) =>
      isOn ? files.write(path, autostartEntry(env['APPIMAGE'] || process.execPath)) : files.remove(path),
  };
}

/** The login items of macOS and Windows. */
const systemItem: LoginItem = {
  state() {
    const { openAtLogin, status, executableWillLaunchAtLogin } = app.getLoginItemSettings({ args: ARGS });
    // macOS asks the user to approve it in the system settings. On Windows the Task Manager can switch it off.
    if (status === 'requires-approval') return Promise.resolve({ kind: 'needsApproval' });
    const isOn = openAtLogin && (process.platform !== 'win32' || executableWillLaunchAtLogin);
    return Promise.resolve({ kind: isOn ? 'on' : 'off' });
  },
  set(isOn) {
    app.setLoginItemSettings({ openAtLogin: isOn, args: ARGS });
    return Promise.resolve();
  },
};

/** Starting with the computer, the way of the current platform. */
export function createLoginItem(files: Pick<Files, 'read' | 'write' | 'remove'>): LoginItem {
  const notInstalled = app.isPackaged
    ? null
    : 'Only the installed app can start at login; this one runs from a folder.';
  const why = boxObstacle(process.env) ?? notInstalled;
  if (why !== null)
    return { state: () => Promise.resolve({ kind: 'impossible', why }), set: () => Promise.resolve() };
  return process.platform === 'linux' ? autostartFile(files, process.env) : systemItem;
}

/** True if macOS started the app at login. Elsewhere the login item passes `--hidden`. */
export const wasOpenedAtLogin = (): boolean =>
  process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
