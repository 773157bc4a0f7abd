import type { RemindersToday } from '#core/reminders/remindersToday.ts';
import type { Notifier } from '../ports/notifier.ts';

/** A notifier that remembers the outcome of its last notice. */
export interface WatchedNotifier extends Notifier {
  health(): RemindersToday['notifications'];
}

/** Watches the outcome of notices, so that the settings can show whether they work. */
export function watchNotifier(notifier: Notifier): WatchedNotifier {
  let last: 'untried' | 'work' | 'failed' = 'untried';
  return {
    isSupported: () => notifier.isSupported(),
    doNotDisturb: () => notifier.doNotDisturb(),
    health: () => (notifier.isSupported() ? last : 'none'),
    show: (notice) =>
      notifier.show({
        ...notice,
        onShown: () => {
          last = 'work';
          notice.onShown();
        },
        onFailed: (reason) => {
          last = 'failed';
          notice.onFailed(reason);
        },
      }),
  };
}
