import { Notification } from 'electron';
import { visibleLine } from '../../shared/visibleText.ts';
import type { Notifier } from '../ports.ts';
import { noticeBodyFor, watchForMarkup } from './noticeMarkup.ts';

/** A platform that says nothing for so long has not shown it. */
const showWithinMs = 3000;
/** `close` is not told everywhere; a notice older than this is history. */
const keepMs = 60 * 60_000;

/** Notifications of the operating system. */
export function createNotifier(): Notifier {
  // A notification whose object is collected loses its events (electron/electron#16922), so each is held until it
  // was closed, clicked, or is too old to matter.
  const held = new Map<Notification, Disposable>();

  const release = (notification: Notification): void => {
    held.get(notification)?.[Symbol.dispose]();
    held.delete(notification);
  };

  const isMarkup = watchForMarkup(process.platform);

  return {
    isSupported: () => Notification.isSupported(),
    show(notice) {
      const notification = new Notification({
        title: visibleLine(notice.title),
        body: noticeBodyFor(notice.body, isMarkup()),
        silent: notice.isSilent,
        timeoutType: 'never',
        actions: notice.actions.map(({ label }) => ({ type: 'button', text: label })),
      });
      using timers = new DisposableStack();
      const late = timers.adopt(
        setTimeout(() => notice.onFailed('the platform did not show it'), showWithinMs),
        clearTimeout,
      );
      timers.adopt(
        setTimeout(() => release(notification), keepMs),
        clearTimeout,
      );
      held.set(notification, timers.move());

      notification.on('show', () => {
        clearTimeout(late);
        notice.onShown();
      });
      notification.on('failed', (_event, error) => {
        release(notification);
        notice.onFailed(error);
      });
      notification.on('click', () => {
        release(notification);
        notice.onClick();
      });
      notification.on('action', (details) => {
        release(notification);
        notice.actions[details.actionIndex]?.run();
      });
      notification.on('close', (details) => {
        // Answered ones were released before; of the others only this reason is the user's own doing.
        if (held.has(notification) && details.reason === 'userCanceled') notice.onDismissed();
        release(notification);
      });
      notification.show();
      return {
        [Symbol.dispose]() {
          release(notification);
          notification.close();
        },
      };
    },
  };
}
