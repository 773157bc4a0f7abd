import type { z } from 'zod';
import type { Ipc } from '#main/ports/ipc.ts';
import type { AgendaSnapshot } from '#core/agenda/agendaSnapshot.ts';
import type { FeedStatus } from '#core/feeds/feed.ts';
import { applyFeedsUpdate } from '#core/feeds/feedsUpdate.ts';
import { applyUpdate } from '#core/agenda/agendaUpdate.ts';
import {
  events,
  requests,
  type EventName,
  type EventPayload,
  type RequestArgs,
  type RequestName,
  type RequestReply,
} from '#core/ipc/contract.ts';

/** The contract, written so that the compiler keeps each name with its types. */
const borders: {
  readonly [N in RequestName]: {
    readonly args: z.ZodType<RequestArgs<N>>;
    readonly reply: z.ZodType<RequestReply<N>>;
  };
} = requests;
const payloads: { readonly [N in EventName]: z.ZodType<EventPayload<N>> } = events;

/** The window's side of the contract: everything that passes is parsed, as the real border does. */
export class FakeWindow implements Ipc {
  readonly #handlers = new Map<string, (args: unknown) => Promise<unknown>>();
  readonly #received: { readonly name: EventName; readonly payload: unknown }[] = [];
  readonly #waiting = new Set<() => void>();

  handle<N extends RequestName>(
    name: N,
    handler: (...args: RequestArgs<N>) => RequestReply<N> | Promise<RequestReply<N>>,
  ): Disposable {
    if (this.#handlers.has(name)) throw new Error(`${name} has two handlers`);
    this.#handlers.set(name, async (args) => handler(...borders[name].args.parse(structuredClone(args))));
    return { [Symbol.dispose]: () => void this.#handlers.delete(name) };
  }

  send<N extends EventName>(name: N, payload: EventPayload<N>): void {
    this.#received.push({ name, payload: payloads[name].parse(structuredClone(payload)) });
    for (const look of this.#waiting) look();
  }

  /** Requests of the contract without a handler. */
  get unanswered(): string[] {
    return Object.keys(requests).filter((name) => !this.#handlers.has(name));
  }

  async ask<N extends RequestName>(name: N, ...args: RequestArgs<N>): Promise<RequestReply<N>> {
    return borders[name].reply.parse(structuredClone(await this.answer(name, args)));
  }

  /** What main replies, before it passes the border. */
  protected async answer<N extends RequestName>(name: N, args: RequestArgs<N>): Promise<unknown> {
    const handler = this.#handlers.get(name);
    if (handler === undefined) throw new Error(`${name} has no handler`);
    return handler(args);
  }

  /** The present agenda, of which main gives a part at a time. */
  async askAgenda(): Promise<AgendaSnapshot> {
    const { total, ...agenda } = await this.ask('agenda:get', 0);
    const occurrences = [...agenda.occurrences];
    while (occurrences.length < total)
      occurrences.push(...(await this.ask('agenda:get', occurrences.length)).occurrences);
    return { ...agenda, occurrences };
  }

  /** All received payloads of an event, oldest first. */
  received<N extends EventName>(name: N): EventPayload<N>[] {
    return this.#received
      .filter((event) => event.name === name)
      .map((event) => payloads[name].parse(event.payload));
  }

  /** The agenda after all updates so far; null before the first. */
  get agenda(): AgendaSnapshot | null {
    return this.received('agenda:changed').reduce<AgendaSnapshot | null>(applyUpdate, null);
  }

  /** The states of the feeds after all updates so far. */
  get feeds(): readonly FeedStatus[] {
    return this.received('feeds:changed').reduce<readonly FeedStatus[]>(applyFeedsUpdate, []);
  }

  /** Resolves when the states of the feeds satisfy `isWanted`. */
  async untilFeeds(isWanted: (feeds: readonly FeedStatus[]) => boolean): Promise<void> {
    await this.until('feeds:changed', () => isWanted(this.feeds));
  }

  /** Resolves with the first event, past or future, that satisfies `isWanted`. */
  async until<N extends EventName>(
    name: N,
    isWanted: (payload: EventPayload<N>) => boolean,
  ): Promise<EventPayload<N>> {
    const { promise, resolve } = Promise.withResolvers<EventPayload<N>>();
    const look = (): void => {
      const found = this.received(name).find(isWanted);
      if (found !== undefined) resolve(found);
    };
    this.#waiting.add(look);
    look();
    try {
      return await promise;
    } finally {
      this.#waiting.delete(look);
    }
  }
}
