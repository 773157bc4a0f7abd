/** Sleep, wake-up and lock state, as the operating system reports them. */
export interface Power {
  onResume(callback: () => void): Disposable;
  /** The computer is about to sleep; on Windows also when the session is about to end. */
  onSuspend(callback: () => void): Disposable;
  /** Fires on macOS and Windows. On Linux, poll isLocked(). */
  onUnlock(callback: () => void): Disposable;
  isLocked(): boolean;
}
