import type { LoginState } from '#core/desktop/loginState.ts';
import type { Api } from '../kit/api.ts';
import { useReply } from '../kit/useReply.ts';

const askLoginState = (api: Api) => api.invoke('login:get');

/** Whether the app starts with the computer; null until the system has answered. Asked at each mount: users change it in the system's settings. */
export const useLoginState = (): readonly [LoginState | null, (state: LoginState) => void] =>
  useReply(askLoginState);
