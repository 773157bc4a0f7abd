import type { Bridge, EventName, EventPayload, RequestName } from '#core/ipc/contract.ts';
import { defaultSettings } from '#core/settings/settings.ts';

/** Replies of an idle main process. */
const quietAnswers: Partial<Record<RequestName, unknown>> = {
  'app:info': {
    version: '0.1.0',
    platform: 'linux',
    locale: 'en-GB',
    now: 0,
    notesFolder: '/notes',
    hasNotifications: true,
  },
  'app:problems': [],
  'window:failed': null,
  'window:drawn': null,
  'agenda:last': null,
  'agenda:get': { revision: 1, zone: 'UTC', window: { from: 0, to: 1 }, occurrences: [], total: 0 },
  'communities:get': [],
  'feeds:list': [],
  'settings:get': defaultSettings,
  'notes:list': [],
  'reminders:missed': [],
  'changes:list': [],
  'accounts:list': [],
  'network:get': { certificates: [], question: null, waiting: [], logins: [] },
  'join:visits': [],
  'question:get': null,
};

/** A fake main process: its replies are given by the test, also as functions of the arguments. */
export class FakeBridge implements Bridge {
  readonly asked: { readonly name: string; readonly args: readonly unknown[] }[] = [];
  readonly #answers: Partial<Record<RequestName, unknown>>;
  readonly #listeners = new Map<string, Set<(payload: unknown) => void>>();

  constructor(answers: Partial<Record<RequestName, unknown>> = {}) {
    this.#answers = { ...quietAnswers, ...answers };
  }

  readonly invoke = async (name: string, args: readonly unknown[]): Promise<unknown> => {
    this.asked.push({ name, args });
    const answers: Readonly<Record<string, unknown>> = this.#answers;
    const answer = answers[name];
    const given: unknown = typeof answer === 'function' ? answer(...args) : answer;
    return given;
  };

  readonly on = (name: string, callback: (payload: unknown) => void): (() => void) => {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners.add(callback));
    return () => void listeners.delete(callback);
  };

  /** Sends an event. */
  emit<N extends EventName>(name: N, payload: EventPayload<N>): void {
    this.emitRaw(name, payload);
  }

  /** Sends an invalid event. */
  emitRaw(name: string, payload: unknown): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(payload);
  }

  get listenerCount(): number {
    return [...this.#listeners.values()].reduce((sum, listeners) => sum + listeners.size, 0);
  }
}

/** Resolves all pending promises. */
export const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
