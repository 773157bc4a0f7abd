import type { LoginItem } from '#main/ports/loginItem.ts';
import type { LoginState } from '#core/desktop/loginState.ts';

/** A system that starts programs at login, or cannot. */
export class FakeLoginItem implements LoginItem {
  now: LoginState = { kind: 'off' };
  isBroken = false;

  state(): Promise<LoginState> {
    return Promise.resolve(this.now);
  }

  set(isOn: boolean): Promise<void> {
    if (this.isBroken) return Promise.reject(new Error('EACCES'));
    this.now = { kind: isOn ? 'on' : 'off' };
    return Promise.resolve();
  }
}
