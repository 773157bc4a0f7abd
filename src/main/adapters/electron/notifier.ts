import { Notification, type ActivationArguments } from 'electron';
import { visibleLine } from '#base';
import type { Notifier } from '../../ports/notifier.ts';
import { askDoNotDisturb } from '../system/doNotDisturb.ts';
import { noticeBodyFor, createMarkupCheck } from './noticeMarkup.ts';

/** A notification without a `show` event by then counts as not shown. */
const showWithinMs = 3000;
/** Not every platform emits `close`; older notifications are released. */
const keepMs = 60 * 60_000;
/** Windows reports one click twice: to the notification, and to the app's activation handler. */
const samePressMs = 1000;

export interface NotifierOptions {
  readonly platform: string;
  /** A notification of an earlier run was clicked. @param id null if the system does not report it */
  readonly onUnknown: (id: string | null) => void;
}

/** Notifications of the operating system. */
export function createNotifier({ platform, onUnknown }: NotifierOptions): Notifier {
  // A garbage-collected notification loses its events (electron/electron#16922), so each is held until it was closed
  // or clicked, or is too old.
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
      if (!isHeld) onUnknown(id);
    });

  const isMarkup = createMarkupCheck(platform);

  return {
    isSupported: () => Notification.isSupported(),
    doNotDisturb: () => askDoNotDisturb(platform, process.env),
    show(notice) {
      const notification = new Notification({
        // On other platforms an id would let a notification replace another one.
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
        // A clicked notification, or one that we closed, was released before.
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
 * Whether the user closed it. Windows passes the reason. macOS emits `close` only for the Close button. On Linux
 * `close` also fires when the notification expires, without a way to distinguish the two (electron/electron#49913).
 */
const isDismissal = (platform: string, reason: string | undefined): boolean =>
  platform === 'win32' ? reason === 'userCanceled' : platform === 'darwin';

/** Source: shell/browser/notifications/win/windows_toast_notification.cc, `type=action&action=<index>&tag=<id>`. */
const idOf = ({ arguments: text }: ActivationArguments): string | null =>
  new URLSearchParams(text).get('tag') || null;
