export function trusted<T>(value: unknown, _as?: T): T;
/**
 * Casts a value whose type another program guarantees: Chromium's protocol, Node's loader, the host's own text, or
 * Electron's declarations for an object that the host implements in part. The scripts for pages include this function.
 */
export function trusted(value: unknown): unknown {
  return value;
}
