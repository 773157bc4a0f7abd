import { detachString } from './detachString.ts';

/** Size at which the cache is cleared. */
const MAX_ENTRIES = 2000;
/** Longer texts rarely repeat and are not cached. */
const MAX_LENGTH = 10_000;

/** Caches the results of a pure function of a text. Pages and files repeat the same phrases. */
export function memoize<Value>(read: (text: string) => Value): (text: string) => Value {
  const cache = new Map<string, Value>();
  return (text) => {
    const cached = cache.get(text);
    if (cached !== undefined) return cached;
    if (text.length > MAX_LENGTH) return read(text);
    const key = detachString(text);
    const value = read(key);
    if (cache.size >= MAX_ENTRIES) cache.clear();
    cache.set(key, value);
    return value;
  };
}
