export function trusted<T>(value: unknown, _as?: T): T;
/**
 * A value whose type another program promises: Chromium's protocol, Node's loader, text that the host itself wrote,
 * Electron's declarations where the host makes a part of what they name. Checking it again would only repeat the promise.
 * The code for pages uses it too, and takes it along.
 */
export function trusted(value: unknown): unknown {
  return value;
}
