import { failure, success, type Result } from '#base';
import type { LoginState } from '#core/desktop/loginState.ts';
import type { Ports } from '../ports/ports.ts';

const notChanged = failure(
  'login/notChanged',
  'Starting at login could not be changed',
  'Look whether the folder of autostart entries may be written, or change it in the settings of your system.',
);

/** Whether the app starts with the computer: the system alone knows, for the user may change it there too. */
export function loginHandlers({ ipc, loginItem, log }: Pick<Ports, 'ipc' | 'loginItem' | 'log'>): Disposable {
  const state = async (): Promise<Result<LoginState>> => {
    try {
      return success(await loginItem.state());
    } catch (error) {
      log(`login item: ${error instanceof Error ? error.message : String(error)}`);
      return notChanged;
    }
  };
  using parts = new DisposableStack();
  parts.use(ipc.handle('login:get', state));
  parts.use(
    ipc.handle('login:set', async (isOn) => {
      try {
        await loginItem.set(isOn);
      } catch (error) {
        log(`login item: ${error instanceof Error ? error.message : String(error)}`);
        return notChanged;
      }
      return state();
    }),
  );
  return parts.move();
}
