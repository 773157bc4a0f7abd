import { desktopProblem, desktopFailure } from '#core/desktop/problems.ts';
import { hasCode } from '#core/problemCodes.ts';
import type { z } from 'zod';
import {
  events,
  requests,
  type Bridge,
  type EventName,
  type EventPayload,
  type RequestArgs,
  type RequestName,
  type RequestReply,
} from '#core/ipc/contract.ts';
import { type Problem, type Result } from '#base';

/** A reply that is a Result stays as it is; any other becomes the value of a Result. */
export type Outcome<Reply> = Reply extends { readonly ok: boolean } ? Reply : Result<Reply>;

/** Requests to the main process. Nothing here rejects or throws: every failure is a {@link Problem}. */
export interface Api {
  /** Requests, and returns the outcome; the caller shows a failure. */
  readonly invoke: <N extends RequestName>(
    name: N,
    ...args: RequestArgs<N>
  ) => Promise<Outcome<RequestReply<N>>>;
  /** Requests, ignores the reply, and reports a failure. */
  readonly invokeAndReport: <N extends RequestName>(name: N, ...args: RequestArgs<N>) => void;
  /** Calls back with every valid event of that name; returns a function that unsubscribes. */
  readonly on: <N extends EventName>(name: N, callback: (payload: EventPayload<N>) => void) => () => void;
}

const isResult = (value: unknown): value is Result<unknown> =>
  typeof value === 'object' && value !== null && 'ok' in value;

/** The contract's schemas by name. */
const eventSchemas: { readonly [N in EventName]: z.ZodType<EventPayload<N>> } = events;

/**
 * Adds types to the bridge: validates every reply and event against the contract.
 * @param report is called with invalid replies and events, and with failures of `invokeAndReport`
 */
export function createApi(bridge: Bridge, report: (problem: Problem) => void): Api {
  async function invoke<N extends RequestName>(
    name: N,
    ...args: RequestArgs<N>
  ): Promise<Outcome<RequestReply<N>>>;
  async function invoke(name: RequestName, ...args: readonly unknown[]): Promise<Result<unknown>> {
    let answer: unknown;
    try {
      answer = await bridge.invoke(name, args);
    } catch {
      // The reason may quote arguments, which may contain secrets; main logs it.
      return desktopFailure('window/noAnswer', name);
    }
    const parsed = requests[name].reply.safeParse(answer);
    if (!parsed.success) {
      const problem = desktopProblem('window/misunderstood', name);
      report(problem);
      return { ok: false, problem };
    }
    return isResult(parsed.data) ? parsed.data : { ok: true, value: parsed.data };
  }

  const invokeAndReport = async <N extends RequestName>(name: N, ...args: RequestArgs<N>): Promise<void> => {
    const outcome: Result<unknown> = await invoke(name, ...args);
    // `invoke` has reported an invalid reply already.
    if (!outcome.ok && !hasCode(outcome.problem, 'window/misunderstood')) report(outcome.problem);
  };

  return {
    invoke,
    invokeAndReport: (name, ...args) => void invokeAndReport(name, ...args),
    on: (name, callback) =>
      bridge.on(name, (payload) => {
        const parsed = eventSchemas[name].safeParse(payload);
        if (parsed.success) callback(parsed.data);
        else report(desktopProblem('window/misunderstood', name));
      }),
  };
}
