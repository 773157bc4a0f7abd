import { readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Removes the lock of a browser that died without removing it. Chromium takes a zombie (dead, but not yet reaped by its
 * parent) for alive: it would hand its window over to it and exit. Linux only; elsewhere nothing happens.
 */
export function removeStaleLock(profile: string): void {
  const lock = join(profile, 'SingletonLock');
  try {
    const pid = Number(/-(\d+)$/.exec(readlinkSync(lock))?.[1]);
    if (isDead(pid)) rmSync(lock);
  } catch {
    // There is no lock.
  }
}

/** The state of the process follows its name, which is in brackets (proc(5)). */
function isDead(pid: number): boolean {
  try {
    return / [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, ''));
  } catch {
    return true;
  }
}
