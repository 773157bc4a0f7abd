/**
 * One end of the contextBridge. Each of the page's two worlds runs one; the functions of `bridgeFunctions` are sent
 * there as text and use each other and `trusted` only.
 * The worlds talk by synchronous CustomEvents with a secret name; Chromium structured-clones `detail` between them.
 * Functions and promises cannot be cloned: `detail` carries an id for each.
 */
import { trusted } from '../trusted.ts';

export interface BridgeEnd {
  /** Throws the error that the other world throws, for example if the name is taken. */
  expose: (key: string, api: unknown) => void;
  onExpose: (bind: (key: string, api: unknown) => void) => void;
}
type Fn = (...args: unknown[]) => unknown;
type Message =
  | { op: 'call'; id: number; args: unknown[] }
  | { op: 'return'; value?: unknown }
  | { op: 'throw'; error: unknown }
  | { op: 'resolve' | 'reject'; id: number; value: unknown }
  | { op: 'forget'; id: number }
  | { op: 'expose'; key: string; api: unknown };
/** Sends a message to the other world. Returns its reply; undefined if Chromium could not clone the message. */
type SendRequest = (message: Message) => Message | undefined;
type BuiltIns = ReturnType<typeof keepBuiltIns>;

/** Keeps the built-ins before any script of the page runs, which may replace them. */
// oxlint-disable-next-line typescript/explicit-function-return-type
function keepBuiltIns() {
  const { freeze, keys, getPrototypeOf } = Object;
  const { apply } = Reflect;
  const { toString: readTag }: { toString: () => string } = trusted(Object.prototype);
  const { get: detail }: { get: () => Message | null } = trusted(
    Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail'),
  );
  return {
    freeze,
    keys,
    getPrototypeOf,
    isArray: Array.isArray,
    plain: Object.prototype,
    tagOf: (value: unknown): string => apply(readTag, value, []),
    dispatch: EventTarget.prototype.dispatchEvent.bind(globalThis),
    listen: EventTarget.prototype.addEventListener.bind(globalThis),
    readDetail: (event: Event): Message | null => apply(detail, event, []),
    CustomEvent,
    Promise,
    Map,
    Set,
    WeakRef,
    Error,
  };
}

/** Prepares values for `detail`: functions and promises become ids. Functions stay here until they are forgotten. */
function makePacker(
  builtIns: BuiltIns,
  secret: string,
  request: SendRequest,
): {
  pack: (value: unknown) => unknown;
  functionOf: (id: number) => Fn | undefined;
  forget: (id: number) => void;
} {
  const DEEPEST = 1000; // Electron's kMaxRecursion
  const { isArray, keys, tagOf, Map, Promise, Error } = builtIns;
  const given = new Map<number, Fn>();
  const givenIds = new WeakMap<Fn, number>();
  let nextId = 1;

  const packFunction = (fn: Fn): object => {
    const id = givenIds.get(fn) ?? nextId++;
    givenIds.set(fn, id);
    given.set(id, fn);
    return { [`function:${secret}`]: id };
  };
  const packPromise = (promise: Promise<unknown>): object => {
    const id = nextId++;
    promise.then(
      (value) => request({ op: 'resolve', id, value: pack(value) }),
      // Only the fields of a plain Error cross; custom fields and classes are lost.
      (error: unknown) => request({ op: 'reject', id, value: error instanceof Error ? error : pack(error) }),
    );
    return { [`promise:${secret}`]: id };
  };
  const pack = (value: unknown, depth = 0, seen = new Map<object, unknown>()): unknown => {
    if (depth > DEEPEST) {
      throw new TypeError(
        'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.',
      );
    }
    if (typeof value === 'function') return packFunction(trusted(value));
    if (typeof value === 'symbol') throw new Error('An object could not be cloned.');
    if (value === null || typeof value !== 'object') return value;
    if (value instanceof Promise) return packPromise(value);
    const isList = isArray(value);
    if (!isList && tagOf(value) !== '[object Object]') return value; // Date, Map, typed arrays, Error: Chromium clones them
    const known = seen.get(value);
    if (known !== undefined) return known;
    const copy: Record<string, unknown> = trusted(isList ? [] : {});
    seen.set(value, copy);
    // Only own string keys cross: no symbols, no prototypes.
    for (const key of keys(value)) {
      copy[key] = pack(trusted<Record<string, unknown>>(value)[key], depth + 1, seen);
    }
    return copy;
  };
  const forget = (id: number): void => {
    const fn = given.get(id);
    if (fn) givenIds.delete(fn);
    given.delete(id);
  };
  return { pack: (value) => pack(value), functionOf: (id) => given.get(id), forget };
}

/** Reads values of `detail`: ids become functions that call the other world, and promises that it settles. */
function makeUnpacker(
  builtIns: BuiltIns,
  secret: string,
  request: SendRequest,
  pack: (value: unknown) => unknown,
): {
  unpack: (value: unknown, isFrozen?: boolean) => unknown;
  settle: (message: Extract<Message, { op: 'resolve' | 'reject' }>) => void;
} {
  type Settle = { resolve: (value: unknown) => void; reject: (error: unknown) => void };
  const { freeze, isArray, keys, getPrototypeOf, plain, Map, Promise, Set, WeakRef, Error } = builtIns;
  const FUNCTION = `function:${secret}`;
  const PROMISE = `promise:${secret}`;
  const proxies = new Map<number, WeakRef<Fn>>();
  const waiting = new Map<number, Settle>();
  const forgotten = new FinalizationRegistry<number>((id) => {
    proxies.delete(id);
    request({ op: 'forget', id });
  });

  const proxyFor = (id: number): Fn => {
    const known = proxies.get(id)?.deref();
    if (known) return known;
    const proxy: Fn = (...args) => {
      const reply = request({ op: 'call', id, args: trusted(pack(args)) });
      if (reply?.op === 'throw') throw reply.error;
      // If Chromium cannot clone one part, the whole detail is null.
      if (reply?.op !== 'return') throw new Error('An object could not be cloned.');
      return unpack(reply.value);
    };
    proxies.set(id, new WeakRef(proxy));
    forgotten.register(proxy, id);
    return proxy;
  };
  const unpack = (value: unknown, isFrozen = false, seen = new Set<object>()): unknown => {
    if (value === null || typeof value !== 'object') return value;
    if (!isArray(value) && getPrototypeOf(value) !== plain) return value;
    const record: Record<string, unknown> = trusted(value);
    if (FUNCTION in record) return proxyFor(trusted(record[FUNCTION]));
    if (PROMISE in record) {
      const id: number = trusted(record[PROMISE]);
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    }
    if (seen.has(record)) return record;
    seen.add(record);
    for (const key of keys(record)) record[key] = unpack(record[key], isFrozen, seen);
    return isFrozen ? freeze(record) : record;
  };
  return {
    unpack: (value, isFrozen = false) => unpack(value, isFrozen),
    settle: ({ op, id, value }) => {
      const settle = waiting.get(id);
      waiting.delete(id);
      settle?.[op](unpack(value));
    },
  };
}

export function makeBridgeEnd(secret: string, mine: string, theirs: string): BridgeEnd {
  const builtIns = keepBuiltIns();
  const { CustomEvent, Error } = builtIns;
  let answer: Message | undefined;
  let bind: (key: string, api: unknown) => void = () => {};
  const dispatch = (detail: Message): boolean =>
    builtIns.dispatch(new CustomEvent(secret + theirs, { detail }));
  // Events are synchronous: the other world has replied when `dispatch` returns.
  const request: SendRequest = (message) => {
    answer = undefined;
    dispatch(message);
    const got = answer;
    answer = undefined;
    return got;
  };
  const { pack, functionOf, forget } = makePacker(builtIns, secret, request);
  const { unpack, settle } = makeUnpacker(builtIns, secret, request, pack);

  const reply = (act: () => unknown): void => {
    let message: Message;
    try {
      message = { op: 'return', value: act() };
    } catch (error) {
      message = { op: 'throw', error: error instanceof Error ? error : new Error(String(error)) };
    }
    dispatch(message);
  };
  const receive = (message: Message): void => {
    switch (message.op) {
      case 'call':
        reply(() => pack(functionOf(message.id)?.(...trusted<unknown[]>(unpack(message.args)))));
        break;
      case 'expose':
        reply(() => bind(message.key, unpack(message.api, true)));
        break;
      case 'return':
      case 'throw':
        answer = message;
        break;
      case 'resolve':
      case 'reject':
        settle(message);
        break;
      case 'forget':
        forget(message.id);
        break;
    }
  };
  builtIns.listen(
    secret + mine,
    (event) => {
      event.stopImmediatePropagation();
      const message = builtIns.readDetail(event);
      if (message) receive(message);
    },
    true,
  );
  return {
    expose: (key, api) => {
      const got = request({ op: 'expose', key, api: pack(api) });
      if (got?.op === 'throw') throw got.error;
      if (got?.op !== 'return') throw new Error('An object could not be cloned.');
    },
    onExpose: (bindApi) => {
      bind = bindApi;
    },
  };
}

/** All that an end of the bridge consists of, to be declared in a page. */
export const bridgeFunctions: readonly ((...args: never[]) => unknown)[] = [
  keepBuiltIns,
  makePacker,
  makeUnpacker,
  makeBridgeEnd,
];
