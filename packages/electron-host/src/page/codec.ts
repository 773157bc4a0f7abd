/**
 * Structured clone as text, so that values cross the DevTools pipe as they cross Electron's IPC.
 * `makeCodec` also runs in the page, sent there as text: it touches nothing outside itself but `trusted`.
 */
import { trusted } from '../trusted.ts';

export interface Codec {
  /** Throws Electron's `An object could not be cloned.` on functions, symbols, promises, DOM nodes and the like. */
  encode: (value: unknown) => string;
  decode: (text: string) => unknown;
}

export function makeCodec(): Codec {
  type Node = [tag: string, ...rest: unknown[]];
  const errorTypes: Record<string, ErrorConstructor> = {
    Error,
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    URIError,
  };
  const viewTypes: Record<string, new (buffer: ArrayBuffer) => ArrayBufferView> = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  };
  const tagOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);
  const refuse = (): never => {
    throw new Error('An object could not be cloned.');
  };
  const toBase64 = (bytes: Uint8Array): string => {
    let binary = '';
    for (let at = 0; at < bytes.length; at += 0x8000) {
      binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    }
    return btoa(binary);
  };
  const fromBase64 = (text: string): ArrayBuffer =>
    Uint8Array.from(atob(text), (char) => char.charCodeAt(0)).buffer;

  const encode = (root: unknown): string => {
    const nodes: Node[] = [];
    const seen = new Map<object, number>();
    const primitive = (value: unknown): Node => {
      if (value === null || typeof value === 'string' || typeof value === 'boolean') return ['=', value];
      if (typeof value === 'number') {
        if (Number.isFinite(value) && !Object.is(value, -0)) return ['=', value];
        return ['number', Object.is(value, -0) ? '-0' : String(value)];
      }
      if (typeof value === 'bigint') return ['bigint', String(value)];
      return value === undefined ? ['undefined'] : refuse();
    };
    const entries = (value: object): unknown[] =>
      Object.entries(value).map(([key, item]: [string, unknown]) => [key, put(item)]);
    const composite = (value: object): Node => {
      const tag = tagOf(value);
      if (Array.isArray(value)) return ['array', value.length, ...entries(value)];
      if (value instanceof Date) return ['date', value.getTime()];
      if (value instanceof RegExp) return ['regexp', value.source, value.flags];
      if (value instanceof Map) {
        return ['map', ...[...value].map(([key, item]: [unknown, unknown]) => [put(key), put(item)])];
      }
      if (value instanceof Set) return ['set', ...[...value].map((item: unknown) => put(item))];
      if (value instanceof ArrayBuffer) return ['buffer', toBase64(new Uint8Array(value))];
      if (ArrayBuffer.isView(value)) {
        // Node's Buffer is a Uint8Array by tag, and arrives as one
        return ['view', tag, toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))];
      }
      if (value instanceof Error || tag === 'Error') {
        const error: Error = trusted(value);
        const cause = 'cause' in error ? put(error.cause) : -1;
        return ['error', error.name, error.message, error.stack ?? '', cause];
      }
      return tag === 'Object' ? ['object', ...entries(value)] : refuse();
    };
    const put = (value: unknown): number => {
      const isObject = typeof value === 'object' && value !== null;
      const known = isObject ? seen.get(value) : undefined;
      if (known !== undefined) return known;
      const at = nodes.push(['=', null]) - 1;
      if (isObject) seen.set(value, at);
      nodes[at] = isObject ? composite(value) : primitive(value);
      return at;
    };
    put(root);
    return JSON.stringify(nodes);
  };

  const decode = (text: string): unknown => {
    const nodes: Node[] = trusted(JSON.parse(text));
    const made = new Map<number, unknown>();
    // a container is remembered before its parts are read, since they may refer back to it
    const remember = <T>(at: number, value: T): T => {
      made.set(at, value);
      return value;
    };
    const define = (target: object, pairs: unknown[]): void => {
      for (const [key, at] of trusted<[string, number][]>(pairs)) {
        Object.defineProperty(target, key, {
          value: get(at),
          writable: true,
          enumerable: true,
          configurable: true,
        });
      }
    };
    const build = (at: number): unknown => {
      const [tag, ...rest] = nodes[at]!;
      const [first, second, third, fourth] = trusted<[string, string, string, number]>(rest);
      switch (tag) {
        case '=':
          return first;
        case 'number':
          return Number(first);
        case 'bigint':
          return BigInt(first);
        case 'date':
          return new Date(first ?? Number.NaN);
        case 'regexp':
          return new RegExp(first, second);
        case 'buffer':
          return fromBase64(first);
        case 'view':
          return new viewTypes[first]!(fromBase64(second));
        case 'array': {
          const array = remember(at, Array.from({ length: Number(first) }));
          define(array, rest.slice(1));
          return array;
        }
        case 'object': {
          const object = remember(at, {});
          define(object, rest);
          return object;
        }
        case 'map': {
          const map = remember(at, new Map());
          for (const [key, item] of trusted<[number, number][]>(rest)) map.set(get(key), get(item));
          return map;
        }
        case 'set': {
          const set = remember(at, new Set());
          for (const item of trusted<number[]>(rest)) set.add(get(item));
          return set;
        }
        case 'error': {
          const error = remember(at, new (errorTypes[first] ?? Error)(second));
          Object.defineProperty(error, 'stack', { value: third, writable: true, configurable: true });
          if (fourth >= 0) error.cause = get(fourth);
          return error;
        }
        default:
          return undefined;
      }
    };
    const get = (at: number): unknown => (made.has(at) ? made.get(at) : remember(at, build(at)));
    return get(0);
  };

  return { encode, decode };
}

export const codec: Codec = makeCodec();
