import { EventEmitter, makeEvent, refuseSubclass } from '../emitter.ts';
import { fileOfImage } from '../nativeImage.ts';
import { desktopId, requireReady, runtime } from '../runtime.ts';
import { dbusLibrary, hasSessionBus } from './dbus.ts';
import { notificationServer, type NotificationServer } from './notificationServer.ts';

const URGENCY = { low: 0, normal: 1, critical: 2 } as const;
const BY_SERVER = -1;
const NEVER = 0;

/** Held weakly, as by Electron: of one that the app has let go, clicks are lost. */
const shown = new Map<number, WeakRef<Notification>>();

function server(): Promise<NotificationServer> {
  return notificationServer({
    invoked: (id, action) => {
      const notification = shown.get(id)?.deref();
      if (!notification) return;
      if (action === 'default') {
        notification.emit('click', makeEvent());
        return;
      }
      const index = Number(action.replace('action-', ''));
      const details = makeEvent({ actionIndex: index, selectionIndex: -1 });
      notification.emit('action', details, index, -1);
    },
    // Why, only Windows says: Electron on Linux passes on no reason of the server.
    closed: (id) => {
      shown.get(id)?.deref()?.emit('close', makeEvent({}));
      shown.delete(id);
    },
  });
}

export class Notification extends EventEmitter {
  readonly id: string;
  title: string;
  body: string;
  /** Kept and nothing else: on Linux no option or hint reads it. */
  silent: boolean;
  actions: Electron.NotificationAction[];
  timeoutType: 'default' | 'never';
  urgency: 'low' | 'normal' | 'critical';
  readonly #icon: string;
  #serverId = 0;
  /** show and close in the order they were asked for */
  #last: Promise<void> = Promise.resolve();

  constructor(options: Electron.NotificationConstructorOptions = {}) {
    requireReady('Cannot create Notification before app is ready');
    refuseSubclass(new.target, Notification, 'Notification');
    super();
    this.id = options.id ?? crypto.randomUUID();
    this.title = options.title ?? '';
    this.body = options.body ?? '';
    this.silent = options.silent ?? false;
    this.actions = options.actions ?? [];
    this.timeoutType = options.timeoutType ?? 'default';
    this.urgency = options.urgency ?? 'normal';
    this.#icon = options.icon === undefined ? '' : fileOfImage(options.icon);
  }

  static isSupported(): boolean {
    return hasSessionBus();
  }

  /** Windows only. */
  static handleActivation(_callback: (details: Electron.ActivationArguments) => void): void {}

  show(): void {
    if (!Notification.isSupported()) return; // silent, as without libnotify
    this.#last = this.#last
      .then(() => this.#show())
      .catch((error: unknown) => {
        this.emit('failed', makeEvent(), String(error));
      });
  }

  async #show(): Promise<void> {
    const { Variant } = dbusLibrary();
    const { notify, hasActions } = await server();
    const buttons = this.actions.flatMap(({ text = '' }, index) => [`action-${index}`, text]);
    const hints: Record<string, unknown> = {
      urgency: new Variant('y', URGENCY[this.urgency]),
      'desktop-entry': new Variant('s', desktopId()),
    };
    this.#serverId = await notify(
      runtime.name,
      this.#serverId,
      this.#icon,
      this.title,
      this.body, // not escaped, as in Electron: a server that supports markup interprets it
      hasActions ? ['default', 'View', ...buttons] : [],
      hints,
      this.timeoutType === 'never' ? NEVER : BY_SERVER,
    );
    shown.set(this.#serverId, new WeakRef(this));
    this.emit('show', makeEvent());
  }

  close(): void {
    this.#last = this.#last.then(() => this.#close()).catch(() => {}); // the notification is closed already
  }

  async #close(): Promise<void> {
    if (this.#serverId !== 0) await (await server()).close(this.#serverId);
  }
}
