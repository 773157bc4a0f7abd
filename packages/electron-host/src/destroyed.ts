import { trusted } from './trusted.ts';

const SAFE = new Set(['constructor', 'isDestroyed', 'id']);

/**
 * After this call every use of the object throws, as in Electron after its native part was destroyed;
 * `id`, `isDestroyed()` and the `spared` stay, and so do the emitter's own methods.
 */
export function markDestroyed(
  object: object,
  message = 'Object has been destroyed',
  spared: readonly string[] = [],
): void {
  const refuse = (): never => {
    throw new TypeError(message);
  };
  const alive: object = trusted(Object.getPrototypeOf(object));
  const dead: object = trusted(Object.create(alive));
  for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(alive))) {
    if (SAFE.has(name) || spared.includes(name)) continue;
    const isMethod = typeof member.value === 'function';
    Object.defineProperty(dead, name, isMethod ? { value: refuse } : { get: refuse, set: refuse });
  }
  Object.setPrototypeOf(object, dead);
}
