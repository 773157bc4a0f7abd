import type { SecretStorage } from '#core/settings/secretStorage.ts';
import type { Ports } from '../ports/ports.ts';

/** Tells the window where secrets are kept, so that the settings can say it plainly. */
export function secretHandlers({ ipc, secrets, log }: Pick<Ports, 'ipc' | 'secrets' | 'log'>): Disposable {
  return ipc.handle('secrets:get', async (): Promise<SecretStorage> => {
    try {
      return (await secrets.isAvailable()) ? 'system' : 'file';
    } catch (error) {
      log(`secrets: ${error instanceof Error ? error.message : String(error)}`);
      return 'silent';
    }
  });
}
