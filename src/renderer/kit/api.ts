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
import { failure, type Problem, type Result } from '#base';
import { texts } from './texts.ts';

/** A reply that is a result by itself stays as it is; any other becomes the value of one. */
export type Outcome<Reply> = Reply extends { readonly ok: boolean } ? Reply : Result<Reply>;

/** The way to the main process. Nothing here rejects or throws: whatever goes wrong is a {@link Problem}. */
export interface Api {
  /** Asks and hands the outcome to the caller, who shows a failure where it belongs. */
  readonly invoke: <N extends RequestName>(
    name: N,
    ...args: RequestArgs<N>
  ) => Promise<Outcome<RequestReply<N>>>;
  /** Asks where only a failure is of interest; it is reported. */
  readonly invokeAndReport: <N extends RequestName>(name: N, ...args: RequestArgs<N>) => void;
  /** Calls back with every well-formed event of that name; returns its end. */
  readonly on: <N extends EventName>(name: N, callback: (payload: EventPayload<N>) => void) => () => void;
}

const MISUNDERSTOOD = 'window/misunderstood';

/** Bugs, but ones that a user meets: told instead of swallowed. `what` is a name of the contract, never content. */
const misunderstanding = (what: string): Problem => ({
  code: MISUNDERSTOOD,
  title: texts.misunderstood,
  detail: texts.misunderstoodHint(what),
});

const isResult = (value: unknown): value is Result<unknown> =>
  typeof value === 'object' && value !== null && 'ok' in value;

/** The contract's schemas, each tied to its name. */
const eventSchemas: { readonly [N in EventName]: z.ZodType<EventPayload<N>> } = events;

/**
 * Types the bridge: parses every reply and every event by the contract.
 * @param report takes what the user should know: refused replies and events, and failures of `invokeAndReport`
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
      // The reason may quote arguments, and those may hold secrets; main has it in its log.
      return failure('window/noAnswer', texts.noAnswer, texts.noAnswerHint(name));
    }
    const parsed = requests[name].reply.safeParse(answer);
    if (!parsed.success) {
      const problem = misunderstanding(name);
      report(problem);
      return { ok: false, problem };
    }
    return isResult(parsed.data) ? parsed.data : { ok: true, value: parsed.data };
  }

  const invokeAndReport = async <N extends RequestName>(name: N, ...args: RequestArgs<N>): Promise<void> => {
    const outcome: Result<unknown> = await invoke(name, ...args);
    // A misunderstood answer was reported already.
    if (!outcome.ok && outcome.problem.code !== MISUNDERSTOOD) report(outcome.problem);
  };

  return {
    invoke,
    invokeAndReport: (name, ...args) => void invokeAndReport(name, ...args),
    on: (name, callback) =>
      bridge.on(name, (payload) => {
        const parsed = eventSchemas[name].safeParse(payload);
        if (parsed.success) callback(parsed.data);
        else report(misunderstanding(name));
      }),
  };
}
