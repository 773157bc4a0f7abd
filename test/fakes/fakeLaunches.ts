import type { Launches } from '#main/ports/launches.ts';
import { readLaunchRequest, type LaunchRequest } from '#core/desktop/launchRequest.ts';

/** Launch requests, sent by a test. */
export class FakeLaunches implements Launches {
  #listener: (request: LaunchRequest) => void = () => undefined;

  readonly #isWindowWanted: boolean;

  constructor(isWindowWanted = false) {
    this.#isWindowWanted = isWindowWanted;
  }

  isWindowWanted(): boolean {
    return this.#isWindowWanted;
  }

  onRequest(callback: (request: LaunchRequest) => void): Disposable {
    this.#listener = callback;
    return { [Symbol.dispose]: () => undefined };
  }

  /** A notification of an earlier run is clicked. */
  pressNotice(id: string | null): void {
    this.#listener({ kind: 'notice', id });
  }

  /** The user starts the app again, with these arguments. */
  startAgain(...args: string[]): void {
    this.#listener(readLaunchRequest(args));
  }
}
