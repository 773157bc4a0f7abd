import { readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Removes the lock of a browser that died without tidying up. Chromium takes a dead one whose parent has not looked
 * after it yet (a zombie) for alive, and would hand its window to it and leave. Linux only; elsewhere nothing happens.
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
