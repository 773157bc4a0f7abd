import type { NetworkState, ProxyQuestion } from '#core/network/networkState.ts';
import type { KeepPassword } from '#core/accounts/keepPassword.ts';
import { createSignal, type Result, type Signal } from '#base';
import type { Credentials } from '../accounts/credentials.ts';
import type { Login } from '../ports/http.ts';

/** The logins of proxies, and what the user has to be asked. Each proxy is asked about once; a wrong answer asks again. */
export interface ProxyLogins {
  get(proxy: string): Promise<Login | null>;
  /** A proxy wants a login. */
  asked(question: ProxyQuestion): Promise<void>;
  logIn(proxy: string, login: Login, keep: KeepPassword | null): Promise<Result<null>>;
  /** The user closed the question. */
  later(proxy: string): void;
  forget(proxy: string): void;
  state(): Pick<NetworkState, 'question' | 'waiting' | 'logins'>;
  readonly changed: Signal<void>;
}

const idOf = (proxy: string): string => `proxy-${proxy}`;

/** @param ownProxy the proxy that the user named in the settings; null if there is none */
export function createProxyLogins(
  credentials: Pick<Credentials, 'get' | 'set' | 'remove' | 'userOf'>,
  ownProxy: () => string | null,
): ProxyLogins {
  /** By proxy. */
  const waiting = new Map<string, ProxyQuestion>();
  const seen = new Set<string>();
  const closed = new Set<string>();
  const changed = createSignal();

  return {
    get: async (proxy) => {
      const login = await credentials.get(idOf(proxy));
      if (login !== null) seen.add(proxy);
      return login;
    },
    asked: async (question) => {
      const { proxy, wasRefused } = question;
      // Requests that left before the user answered come back with the same question.
      if (!wasRefused && (await credentials.get(idOf(proxy))) !== null) return;
      if (waiting.get(proxy)?.wasRefused === wasRefused) return;
      waiting.set(proxy, question);
      changed.emit();
    },
    logIn: async (proxy, { user, password }, keep) => {
      const outcome = await credentials.set(idOf(proxy), user, password, keep);
      if (!outcome.ok) return outcome;
      waiting.delete(proxy);
      closed.delete(proxy);
      seen.add(proxy);
      changed.emit();
      return outcome;
    },
    later: (proxy) => {
      closed.add(proxy);
      changed.emit();
    },
    forget: (proxy) => {
      credentials.remove(idOf(proxy));
      changed.emit();
    },
    state: () => {
      const own = ownProxy();
      const proxies = [...new Set([...(own === null ? [] : [own]), ...seen, ...waiting.keys()])];
      return {
        question: [...waiting.values()].find(({ proxy }) => !closed.has(proxy)) ?? null,
        waiting: [...waiting.values()],
        logins: proxies.flatMap((proxy) => {
          const user = credentials.userOf(idOf(proxy));
          return user === null ? [] : [{ proxy, user }];
        }),
      };
    },
    changed,
  };
}
