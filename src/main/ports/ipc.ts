import type { EventName, EventPayload, RequestArgs, RequestName, RequestReply } from '#core/ipc/contract.ts';

/** Requests from the windows, and events to them. The adapter validates senders and arguments. */
export interface Ipc {
  /** Registers the handler of a request; disposing removes it. */
  handle<N extends RequestName>(
    name: N,
    handler: (...args: RequestArgs<N>) => RequestReply<N> | Promise<RequestReply<N>>,
  ): Disposable;
  /** Sends an event to every open window. */
  send<N extends EventName>(name: N, payload: EventPayload<N>): void;
}
