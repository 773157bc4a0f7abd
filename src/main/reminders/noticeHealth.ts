import type { RemindersToday } from '#core/reminders/remindersToday.ts';
import type { Notifier } from '../ports/notifier.ts';

/** A notifier that remembers how its last notice went. */
export interface WatchedNotifier extends Notifier {
  health(): RemindersToday['notifications'];
}

/** Watches what becomes of notices, so that the user can be told whether they work here. */
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
