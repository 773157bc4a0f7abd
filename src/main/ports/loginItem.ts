import type { LoginState } from '#core/desktop/loginState.ts';

/** Starting with the computer. The system stores this setting, and the user may change it there too. */
export interface LoginItem {
  state(): Promise<LoginState>;
  set(isOn: boolean): Promise<void>;
}
