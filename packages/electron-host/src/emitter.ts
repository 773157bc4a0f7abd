import { EventEmitter } from 'node:events';

/** What Electron hands to listeners first: prevents a default, and carries details of its own. */
export interface HostEvent {
  preventDefault: () => void;
  readonly defaultPrevented: boolean;
}

class DetailedEvent implements HostEvent {
  #prevented = false;
  preventDefault = (): void => {
    this.#prevented = true;
  };
  get defaultPrevented(): boolean {
    return this.#prevented;
  }
}

export function makeEvent<T extends object = object>(details?: T): HostEvent & T {
  return Object.assign(new DetailedEvent(), details) as HostEvent & T;
}

/** Electron's classes are native: a subclass of one does not work. Source: docs/faq. */
export function refuseSubclass(actual: unknown, builtIn: unknown, name: string): void {
  if (actual !== builtIn) throw new TypeError(`${name} is built in and cannot be subclassed`);
}

export { EventEmitter };
