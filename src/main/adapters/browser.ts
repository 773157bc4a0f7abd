import { shell } from 'electron';
import type { Browser } from '../ports.ts';

/** The system's browser and programs; the only call of `shell.openExternal`. What may be opened, `join/linkGate` says. */
export function createBrowser(): Browser {
  return { open: (address) => shell.openExternal(address) };
}
