import type { LaunchRequest } from '#core/desktop/launchRequest.ts';

/** Launch requests: arguments of the first instance, deep links, and later instances. */
export interface Launches {
  /** Calls with each request, and with those received before. */
  onRequest(callback: (request: LaunchRequest) => void): Disposable;
}
