/**
 * Structured clone as text, so that values cross the DevTools pipe as they cross Electron's IPC.
 * The functions of `codecFunctions` also run in the page, sent there as text: they use each other and `trusted` only.
 *
 * The text is a JSON array of nodes. A node is `[tag, ...parts]`; a part that is a value is the index of its node, so
 * shared and circular references survive. Node 0 is the value itself.
 */
import { trusted } from '../trusted.ts';

type Node = [tag: string, ...rest: unknown[]];
/** Adds a value's node unless it is known. Returns the node's index. */
type Put = (value: unknown) => number;
/** The value of a node. */
type Get = (at: number) => unknown;

function refuseToClone(): never {
  throw new Error('An object could not be cloned.');
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  // `fromCharCode` takes a limited number of arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(binary);
}

function fromBase64(text: string): ArrayBuffer {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0)).buffer;
}

function encodePrimitive(value: unknown): Node {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return ['=', value];
  if (typeof value === 'number') {
    if (Number.isFinite(value) && !Object.is(value, -0)) return ['=', value];
    return ['number', Object.is(value, -0) ? '-0' : String(value)];
  }
  if (typeof value === 'bigint') return ['bigint', String(value)];
  return value === undefined ? ['undefined'] : refuseToClone();
}

function encodeObject(value: object, put: Put): Node {
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  const entries = (): unknown[] =>
    Object.entries(value).map(([key, item]: [string, unknown]) => [key, put(item)]);
  if (Array.isArray(value)) return ['array', value.length, ...entries()];
  if (value instanceof Date) return ['date', value.getTime()];
  if (value instanceof RegExp) return ['regexp', value.source, value.flags];
  if (value instanceof Map) {
    return ['map', ...[...value].map(([key, item]: [unknown, unknown]) => [put(key), put(item)])];
  }
  if (value instanceof Set) return ['set', ...[...value].map((item: unknown) => put(item))];
  if (value instanceof ArrayBuffer) return ['buffer', toBase64(new Uint8Array(value))];
  if (ArrayBuffer.isView(value)) {
    // Node's Buffer has the tag of Uint8Array, and arrives as one.
    return ['view', tag, toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))];
  }
  if (value instanceof Error || tag === 'Error') {
    const error: Error = trusted(value);
    const cause = 'cause' in error ? put(error.cause) : -1;
    return ['error', error.name, error.message, error.stack ?? '', cause];
  }
  return tag === 'Object' ? ['object', ...entries()] : refuseToClone();
}

/** Throws Electron's `An object could not be cloned.` for functions, symbols, promises, DOM nodes and the like. */
export function encode(root: unknown): string {
  const nodes: Node[] = [];
  const seen = new Map<object, number>();
  const put: Put = (value) => {
    const isObject = typeof value === 'object' && value !== null;
    const known = isObject ? seen.get(value) : undefined;
    if (known !== undefined) return known;
    const at = nodes.push(['=', null]) - 1;
    if (isObject) seen.set(value, at);
    nodes[at] = isObject ? encodeObject(value, put) : encodePrimitive(value);
    return at;
  };
  put(root);
  return JSON.stringify(nodes);
}

/** Values that contain no others; undefined if the node is a container. */
function decodeLeaf([tag, ...rest]: Node): { value: unknown } | undefined {
  const [first, second] = trusted<[string, string]>(rest);
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
  switch (tag) {
    case '=':
      return { value: first };
    case 'undefined':
      return { value: undefined };
    case 'number':
      return { value: Number(first) };
    case 'bigint':
      return { value: BigInt(first) };
    case 'date':
      return { value: new Date(first ?? Number.NaN) };
    case 'regexp':
      return { value: new RegExp(first, second) };
    case 'buffer':
      return { value: fromBase64(first) };
    case 'view':
      return { value: new viewTypes[first]!(fromBase64(second)) };
    default:
      return undefined;
  }
}

/** An empty container, and what fills it: the caller stores it first, since its parts may refer back to it. */
function decodeContainer([tag, ...rest]: Node, get: Get): { value: unknown; fill: () => void } {
  const define = (target: object, pairs: unknown[]): void => {
    for (const [key, at] of trusted<[string, number][]>(pairs)) {
      const value = get(at);
      Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
    }
  };
  switch (tag) {
    case 'array': {
      const value = Array.from({ length: Number(rest[0]) });
      return { value, fill: () => define(value, rest.slice(1)) };
    }
    case 'object': {
      const value = {};
      return { value, fill: () => define(value, rest) };
    }
    case 'map': {
      const value = new Map();
      const fill = (): void => {
        for (const [key, item] of trusted<[number, number][]>(rest)) value.set(get(key), get(item));
      };
      return { value, fill };
    }
    case 'set': {
      const value = new Set();
      const fill = (): void => {
        for (const item of trusted<number[]>(rest)) value.add(get(item));
      };
      return { value, fill };
    }
    default:
      return decodeError(rest, get);
  }
}

function decodeError(rest: unknown[], get: Get): { value: Error; fill: () => void } {
  const errorTypes: Record<string, ErrorConstructor> = {
    Error,
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    URIError,
  };
  const [name, message, stack, cause] = trusted<[string, string, string, number]>(rest);
  const value = new (errorTypes[name] ?? Error)(message);
  const fill = (): void => {
    Object.defineProperty(value, 'stack', { value: stack, writable: true, configurable: true });
    if (cause >= 0) value.cause = get(cause);
  };
  return { value, fill };
}

export function decode(text: string): unknown {
  const nodes: Node[] = trusted(JSON.parse(text));
  const made = new Map<number, unknown>();
  const get: Get = (at) => {
    if (made.has(at)) return made.get(at);
    const node = nodes[at]!;
    const leaf = decodeLeaf(node);
    if (leaf) {
      made.set(at, leaf.value);
      return leaf.value;
    }
    const { value, fill } = decodeContainer(node, get);
    made.set(at, value);
    fill();
    return value;
  };
  return get(0);
}

/** All that `encode` and `decode` consist of, to be declared in a page. */
export const codecFunctions: readonly ((...args: never[]) => unknown)[] = [
  refuseToClone,
  toBase64,
  fromBase64,
  encodePrimitive,
  encodeObject,
  encode,
  decodeLeaf,
  decodeContainer,
  decodeError,
  decode,
];
