import { Notification, type ActivationArguments } from 'electron';
import { visibleLine } from '#base';
import type { Notifier } from '../../ports/notifier.ts';
import { askDoNotDisturb } from '../system/doNotDisturb.ts';
import { noticeBodyFor, createMarkupCheck } from './noticeMarkup.ts';

/** A platform that says nothing for so long has not shown it. */
const showWithinMs = 3000;
/** `close` is not told everywhere; a notice older than this is history. */
const keepMs = 60 * 60_000;
/** Windows tells of one press twice: to the notification, and to the app as a whole. */
const samePressMs = 1000;

export interface NotifierOptions {
  readonly platform: string;
  /** A notification was pressed that this run of the app knows nothing of. @param id null where the system does not say */
  readonly onForgotten: (id: string | null) => void;
}

/** Notifications of the operating system. */
export function createNotifier({ platform, onForgotten }: NotifierOptions): Notifier {
  // A notification whose object is collected loses its events (electron/electron#16922), so each is held until it
  // was closed, clicked, or is too old to matter.
  const held = new Map<Notification, Disposable>();
  let pressedAt = -Infinity;

  const release = (notification: Notification): void => {
    held.get(notification)?.[Symbol.dispose]();
    held.delete(notification);
  };
  const pressed = (notification: Notification): void => {
    pressedAt = performance.now();
    release(notification);
  };
  if (platform === 'win32')
    Notification.handleActivation((activation) => {
      if (performance.now() - pressedAt < samePressMs) return;
      const id = idOf(activation);
      const isHeld = id === null ? held.size > 0 : held.keys().some((one) => one.id === id);
      if (!isHeld) onForgotten(id);
    });

  const isMarkup = createMarkupCheck(platform);

  return {
    isSupported: () => Notification.isSupported(),
    doNotDisturb: () => askDoNotDisturb(platform, process.env),
    show(notice) {
      const notification = new Notification({
        // Elsewhere an id would let a notification take the place of another one.
        ...(platform === 'win32' && notice.id !== null && { id: notice.id }),
        title: visibleLine(notice.title),
        body: noticeBodyFor(notice.body, isMarkup()),
        silent: notice.isSilent,
        urgency: notice.urgency,
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
        pressed(notification);
        notice.onClick();
      });
      notification.on('action', (details) => {
        pressed(notification);
        notice.actions[details.actionIndex]?.run();
      });
      notification.on('close', (details) => {
        // One that was answered, or that we closed ourselves, was released before.
        if (held.has(notification) && isDismissal(platform, details.reason)) notice.onDismissed();
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

/**
 * Whether the user closed it. Windows says why; macOS sends `close` only when its Close button was pressed; on Linux it
 * also comes when time has run out, and nothing tells the two apart (electron/electron#49913).
 */
const isDismissal = (platform: string, reason: string | undefined): boolean =>
  platform === 'win32' ? reason === 'userCanceled' : platform === 'darwin';

/** Source: shell/browser/notifications/win/windows_toast_notification.cc, `type=action&action=<index>&tag=<id>`. */
const idOf = ({ arguments: text }: ActivationArguments): string | null =>
  new URLSearchParams(text).get('tag') || null;
