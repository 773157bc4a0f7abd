import type { LaunchRequest } from '#core/desktop/launchRequest.ts';

/** Launch requests: arguments of the first instance, deep links, and later instances. */
export interface Launches {
  /** Whether a request that came so far opens the window, whatever it is about. */
  isWindowWanted(): boolean;
  /** Calls with each request, and with those received before. */
  onRequest(callback: (request: LaunchRequest) => void): Disposable;
}
