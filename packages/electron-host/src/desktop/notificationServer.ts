/** org.freedesktop.Notifications. Source: https://specifications.freedesktop.org/notification-spec/ */
import { hasTrait } from '../profile.ts';
import { sessionBus } from './dbus.ts';

interface Interface {
  Notify: (
    app: string,
    replaces: number,
    icon: string,
    title: string,
    body: string,
    actions: string[],
    hints: [name: string, value: unknown][] | Record<string, unknown>,
    timeout: number,
  ) => PromiseLike<number>;
  CloseNotification: (id: number) => PromiseLike<void>;
  GetCapabilities: () => PromiseLike<string[]>;
  $subscribe: (signal: string, listener: (...args: never[]) => void) => Promise<void>;
}
export interface NotificationServer {
  notify: Interface['Notify'];
  close: Interface['CloseNotification'];
  /** without it there are neither buttons nor clicks */
  hasActions: boolean;
}
/** Hears what the user does, by the server's number of the notification. */
export interface NotificationListener {
  invoked: (id: number, action: string) => void;
  closed: (id: number) => void;
}

let connecting: Promise<NotificationServer> | undefined;

/** Rejects if the desktop has no server; a later call tries again. */
export function notificationServer(listener: NotificationListener): Promise<NotificationServer> {
  connecting ??= connect(listener).catch((error: unknown) => {
    connecting = undefined;
    throw error;
  });
  return connecting;
}

async function connect(listener: NotificationListener): Promise<NotificationServer> {
  const server = await sessionBus().getInterface<Interface>(
    'org.freedesktop.Notifications',
    '/org/freedesktop/Notifications',
    'org.freedesktop.Notifications',
  );
  await server.$subscribe('ActionInvoked', listener.invoked);
  await server.$subscribe('NotificationClosed', listener.closed);
  const capabilities = await server.GetCapabilities();
  return {
    notify: (...args) => server.Notify(...args),
    close: (id) => server.CloseNotification(id),
    hasActions: capabilities.includes('actions') && !hasTrait('no-notification-actions'),
  };
}
