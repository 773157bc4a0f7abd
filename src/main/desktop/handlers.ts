import { desktopFailure } from '#core/desktop/problems.ts';
import type { OwnFolder } from '#core/desktop/about.ts';
import type { LoginState } from '#core/desktop/loginState.ts';
import type { SecretStorage } from '#core/settings/secretStorage.ts';
import { currentZone } from '#core/zones/currentZone.ts';
import { errorText, success, type Result } from '#base';
import type { Shared } from '../app/composeShared.ts';

/** Handles requests about the installation and its place in the system. @param notesFolder absolute path */
export function registerDesktopHandlers(shared: Shared, notesFolder: () => string): void {
  registerAbout(shared, notesFolder);
  registerLoginItem(shared);
  shared.handle('secrets:get', () => secretStorage(shared));
}

function registerAbout({ ports, handle, zone }: Shared, notesFolder: () => string): void {
  const { environment, desktop, files } = ports;
  const { version, system, runtime, locale, userData, logs, noticesFile } = environment;
  const folders = (): Record<OwnFolder, string> => ({ settings: userData, notes: notesFolder(), logs });
  handle('about:get', () => ({
    version,
    system,
    runtime,
    locale,
    zone: currentZone(zone()),
    folders: folders(),
  }));
  handle('about:openFolder', async (folder): Promise<Result<null>> => {
    try {
      await desktop.showFolder(folders()[folder]);
      return success(null);
    } catch {
      return desktopFailure('about/noFolder');
    }
  });
  handle('about:notices', async (): Promise<Result<string>> => {
    const text = await files.read(noticesFile).catch(() => null);
    return text === null ? desktopFailure('about/noNotices') : success(new TextDecoder().decode(text));
  });
}

/** The state is read from the system each time, because the user may change it there. */
function registerLoginItem({ ports: { loginItem, log }, handle }: Shared): void {
  const state = async (): Promise<Result<LoginState>> => {
    try {
      return success(await loginItem.state());
    } catch (error) {
      log(`login item: ${errorText(error)}`);
      return desktopFailure('login/notChanged');
    }
  };
  handle('login:get', state);
  handle('login:set', async (isOn) => {
    try {
      await loginItem.set(isOn);
    } catch (error) {
      log(`login item: ${errorText(error)}`);
      return desktopFailure('login/notChanged');
    }
    return state();
  });
}

async function secretStorage({ ports: { secrets, log } }: Shared): Promise<SecretStorage> {
  try {
    return (await secrets.isAvailable()) ? 'system' : 'file';
  } catch (error) {
    log(`secrets: ${errorText(error)}`);
    return 'silent';
  }
}
