import type { ProxyChoice } from '#core/network/proxyChoice.ts';
import type { ProxyQuestion } from '#core/network/networkState.ts';
import type { Login } from './http.ts';

/** What the user chose about the way to the network, and what the app keeps for it. */
export interface ConnectionParts {
  proxy(): ProxyChoice;
  /** The certificates that the user added, PEM. Asked before the first request, and after `renew`. */
  certificates(): Promise<readonly string[]>;
  /** The login for a proxy; null if none is known. @param proxy host and port */
  proxyLogin(proxy: string): Promise<Login | null>;
  proxyAsked(question: ProxyQuestion): void;
}

/** How a server was reached. */
export interface ReachedBy {
  /** Host and port of the proxy; null if there was none. */
  readonly proxy: string | null;
  /** Who issued the server's certificate; null if the connection is not encrypted. */
  readonly issuer: string | null;
}

/** The way of all requests to the network. */
export interface Connection {
  /** To be called before the first request. Without it the system decides, and no login is known. */
  begin(parts: ConnectionParts): void;
  /** Ends idle connections: the next request asks the parts again. */
  renew(): Promise<void>;
  /** How a server was reached last; null if it was not. @param url of the server, without its path */
  reachedBy(origin: string): ReachedBy | null;
}
