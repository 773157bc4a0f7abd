/**
 * One end of the contextBridge; each of the page's two worlds runs one, sent there as text with `trusted`.
 * The worlds talk by synchronous CustomEvents under a secret name; Chromium structured-clones `detail` between them.
 * Only functions and promises need a stand-in in `detail`.
 */
import { trusted } from '../trusted.ts';

export interface BridgeEnd {
  /** Throws what the other world throws on it, such as a name that is taken. */
  expose: (key: string, api: unknown) => void;
  onExpose: (bind: (key: string, api: unknown) => void) => void;
}

export function makeBridgeEnd(secret: string, mine: string, theirs: string): BridgeEnd {
  type Fn = (...args: unknown[]) => unknown;
  type Settle = { ok: (value: unknown) => void; no: (error: unknown) => void };
  type Message =
    | { op: 'call'; id: number; args: unknown[] }
    | { op: 'return'; value?: unknown }
    | { op: 'throw'; error: unknown }
    | { op: 'resolve' | 'reject'; id: number; value: unknown }
    | { op: 'forget'; id: number }
    | { op: 'expose'; key: string; api: unknown };

  // Taken before any script of the page runs, which may replace them.
  const { freeze, keys, getPrototypeOf } = Object;
  const { isArray } = Array;
  const { apply } = Reflect;
  const { toString: readTag }: { toString: () => string } = trusted(Object.prototype);
  const tagOf = (value: unknown): string => apply(readTag, value, []);
  const dispatch = EventTarget.prototype.dispatchEvent.bind(globalThis);
  const listen = EventTarget.prototype.addEventListener.bind(globalThis);
  const Detail = CustomEvent;
  const { get: detail }: { get: () => Message | null } = trusted(
    Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail'),
  );
  const readDetail = (event: Event): Message | null => apply(detail, event, []);
  const [P, M, W, E] = [Promise, Map, WeakRef, Error];

  const DEEPEST = 1000; // Electron's kMaxRecursion
  const FUNCTION = `function:${secret}`;
  const PROMISE = `promise:${secret}`;
  const given = new M<number, Fn>();
  const givenIds = new WeakMap<Fn, number>();
  const proxies = new M<number, WeakRef<Fn>>();
  const waiting = new M<number, Settle>();
  let nextId = 1;
  let answer: Message | undefined;
  let bind: (key: string, api: unknown) => void = () => {};

  const tell = (detail: Message): Message | undefined => {
    answer = undefined;
    dispatch(new Detail(secret + theirs, { detail }));
    const got = answer;
    answer = undefined;
    return got;
  };
  const forgotten = new FinalizationRegistry<number>((id) => {
    proxies.delete(id);
    tell({ op: 'forget', id });
  });
  /** Of an error, only what a plain Error holds crosses: custom fields and classes are lost. */
  const packError = (error: unknown): unknown => (error instanceof E ? error : pack(error));

  const packFunction = (fn: Fn): object => {
    const id = givenIds.get(fn) ?? nextId++;
    givenIds.set(fn, id);
    given.set(id, fn);
    return { [FUNCTION]: id };
  };
  const packPromise = (promise: Promise<unknown>): object => {
    const id = nextId++;
    promise.then(
      (value) => tell({ op: 'resolve', id, value: pack(value) }),
      (error: unknown) => tell({ op: 'reject', id, value: packError(error) }),
    );
    return { [PROMISE]: id };
  };
  const pack = (value: unknown, depth = 0, seen = new M<object, unknown>()): unknown => {
    if (depth > DEEPEST) {
      throw new TypeError(
        'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.',
      );
    }
    if (typeof value === 'function') return packFunction(trusted(value));
    if (typeof value === 'symbol') throw new E('An object could not be cloned.');
    if (value === null || typeof value !== 'object') return value;
    if (value instanceof P) return packPromise(value);
    const isList = isArray(value);
    if (!isList && tagOf(value) !== '[object Object]') return value; // Date, Map, typed arrays, Error: Chromium clones them
    const known = seen.get(value);
    if (known !== undefined) return known;
    const copy: Record<string, unknown> = trusted(isList ? [] : {});
    seen.set(value, copy);
    // own string keys alone: symbols, prototypes and what hangs on them stay behind
    for (const key of keys(value)) {
      copy[key] = pack(trusted<Record<string, unknown>>(value)[key], depth + 1, seen);
    }
    return copy;
  };

  const proxyFor = (id: number): Fn => {
    const known = proxies.get(id)?.deref();
    if (known) return known;
    const proxy: Fn = (...args) => {
      const got = tell({ op: 'call', id, args: trusted(pack(args)) });
      if (got?.op === 'throw') throw got.error;
      // what Chromium cannot clone makes the whole detail null
      if (got?.op !== 'return') throw new E('An object could not be cloned.');
      return unpack(got.value);
    };
    proxies.set(id, new W(proxy));
    forgotten.register(proxy, id);
    return proxy;
  };
  const unpack = (value: unknown, frozen = false, seen = new Set<object>()): unknown => {
    if (value === null || typeof value !== 'object') return value;
    if (!isArray(value) && getPrototypeOf(value) !== Object.prototype) return value;
    const record: Record<string, unknown> = trusted(value);
    if (FUNCTION in record) return proxyFor(trusted(record[FUNCTION]));
    if (PROMISE in record) {
      return new P((ok, no) => waiting.set(trusted(record[PROMISE]), { ok, no }));
    }
    if (seen.has(record)) return record;
    seen.add(record);
    for (const key of keys(record)) record[key] = unpack(record[key], frozen, seen);
    return frozen ? freeze(record) : record;
  };

  const reply = (act: () => unknown): void => {
    let detail: Message;
    try {
      detail = { op: 'return', value: act() };
    } catch (error) {
      detail = { op: 'throw', error: error instanceof E ? error : new E(String(error)) };
    }
    dispatch(new Detail(secret + theirs, { detail }));
  };
  const receive = (message: Message): void => {
    switch (message.op) {
      case 'call': {
        const fn = given.get(message.id);
        reply(() => pack(fn?.(...trusted<unknown[]>(unpack(message.args)))));
        break;
      }
      case 'expose':
        reply(() => bind(message.key, unpack(message.api, true)));
        break;
      case 'return':
      case 'throw':
        answer = message;
        break;
      case 'resolve':
      case 'reject': {
        const settle = waiting.get(message.id);
        waiting.delete(message.id);
        settle?.[message.op === 'resolve' ? 'ok' : 'no'](unpack(message.value));
        break;
      }
      case 'forget': {
        const fn = given.get(message.id);
        if (fn) givenIds.delete(fn);
        given.delete(message.id);
        break;
      }
    }
  };
  listen(
    secret + mine,
    (event) => {
      event.stopImmediatePropagation();
      const message = readDetail(event);
      if (message) receive(message);
    },
    true,
  );

  return {
    expose: (key, api) => {
      const got = tell({ op: 'expose', key, api: pack(api) });
      if (got?.op === 'throw') throw got.error;
      if (got?.op !== 'return') throw new E('An object could not be cloned.');
    },
    onExpose: (bindApi) => {
      bind = bindApi;
    },
  };
}
