import type { Launches } from '#main/ports/launches.ts';
import { readLaunchRequest, type LaunchRequest } from '#core/desktop/launchRequest.ts';

/** Starts of the app, by hand. */
export class FakeLaunches implements Launches {
  #heard: (wish: LaunchRequest) => void = () => undefined;

  onRequest(callback: (request: LaunchRequest) => void): Disposable {
    this.#heard = callback;
    return { [Symbol.dispose]: () => undefined };
  }

  /** A notification of an earlier run is pressed. */
  pressNotice(id: string | null): void {
    this.#heard({ kind: 'notice', id });
  }

  /** Somebody starts the app again, with these arguments. */
  startAgain(...args: string[]): void {
    this.#heard(readLaunchRequest(args));
  }
}
