/** org.kde.StatusNotifierItem: the tray of KDE, of GNOME's AppIndicator extension and of most bars. */
import type { InterfaceDescriptor, MessageBus } from 'dbus-native';
import { markDestroyed } from '../destroyed.ts';
import { EventEmitter, makeEvent, refuseSubclass } from '../emitter.ts';
import type { Menu } from '../menu/menu.ts';
import { fileOfImage, NativeImage } from '../nativeImage.ts';
import { requireReady, runtime } from '../runtime.ts';
import { hasSessionBus, newSessionBus } from './dbus.ts';
import { menuInterface, TrayMenu } from './trayMenu.ts';

const ITEM = '/StatusNotifierItem';
const MENU = '/MenuBar';
const WATCHER = 'org.kde.StatusNotifierWatcher';
const itemInterface: InterfaceDescriptor = {
  name: 'org.kde.StatusNotifierItem',
  methods: {
    Activate: ['ii', '', ['x', 'y'], []],
    SecondaryActivate: ['ii', '', ['x', 'y'], []],
    ContextMenu: ['ii', '', ['x', 'y'], []],
    Scroll: ['is', '', ['delta', 'orientation'], []],
  },
  properties: {
    Category: 's',
    Id: 's',
    Title: 's',
    Status: 's',
    IconName: 's',
    ToolTip: '(sa(iiay)ss)',
    ItemIsMenu: 'b',
    Menu: 'o',
  },
  signals: { NewIcon: [''], NewTitle: [''], NewToolTip: [''] },
};

/** Linux reports neither the place of the icon nor of the pointer. */
const NOWHERE = { x: 0, y: 0, width: 0, height: 0 };

let count = 0;

function imageOf(image: unknown): NativeImage {
  if (image instanceof NativeImage) return image;
  if (typeof image !== 'string') throw new TypeError('Argument must be a file path or a NativeImage');
  const loaded = NativeImage.createFromPath(image);
  if (loaded.isEmpty()) throw new Error(`Failed to load image from path '${image}'`);
  return loaded;
}

/** What the desktop reads and calls, by its names. */
class StatusNotifierItem {
  readonly Category = 'ApplicationStatus';
  readonly Status = 'Active';
  readonly ItemIsMenu = false;
  readonly Menu = MENU;
  readonly Id = runtime.name;
  Title = runtime.name;
  IconName = '';
  tip = '';
  readonly #clicked: () => void;

  constructor(clicked: () => void) {
    this.#clicked = clicked;
  }
  get ToolTip(): [string, [], string, string] {
    return ['', [], this.tip, ''];
  }
  Activate(): void {
    this.#clicked();
  }
  // Electron on Linux knows `click` alone
  SecondaryActivate(): void {}
  ContextMenu(): void {}
  Scroll(): void {}
}

export class Tray extends EventEmitter {
  readonly #item: StatusNotifierItem;
  readonly #menu = new TrayMenu();
  /** Undefined if the desktop has no bus: then there is no tray and no error, as in Electron. */
  readonly #bus: MessageBus | undefined;
  #isDestroyed = false;

  constructor(image: string | NativeImage | Electron.NativeImage, _guid?: string) {
    requireReady('Cannot create Tray before app is ready');
    refuseSubclass(new.target, Tray, 'Tray');
    super();
    this.#item = new StatusNotifierItem(() =>
      this.emit('click', makeEvent(), { ...NOWHERE }, { x: 0, y: 0 }),
    );
    imageOf(image); // throws before anything has begun
    this.#bus = hasSessionBus() ? newSessionBus() : undefined;
    this.setImage(image);
    this.#register(++count).catch((error: unknown) => {
      if (process.env['ELECTRON_HOST_VERBOSE'] === '1') console.error('electron host: no tray:', error);
    });
  }

  async #register(number: number): Promise<void> {
    if (!this.#bus) return;
    this.#menu.set(null);
    this.#bus.exportInterface(this.#item, ITEM, itemInterface);
    this.#bus.exportInterface(this.#menu, MENU, menuInterface);
    const name = `org.kde.StatusNotifierItem-${process.pid}-${number}`;
    await this.#bus.requestName(name, 0);
    const watcher = await this.#bus.getInterface<{
      RegisterStatusNotifierItem: (service: string) => PromiseLike<void>;
    }>(WATCHER, '/StatusNotifierWatcher', WATCHER);
    await watcher.RegisterStatusNotifierItem(name);
  }

  /** Throws with Electron's messages if the file is missing or not an image, or the argument is neither path nor image. */
  setImage(image: string | NativeImage | Electron.NativeImage): void {
    this.#item.IconName = fileOfImage(imageOf(image));
    this.#announce('NewIcon');
  }

  setToolTip(toolTip: string): void {
    this.#item.tip = toolTip;
    this.#announce('NewToolTip');
  }

  /** macOS only. */
  setTitle(_title: string): void {}

  /** macOS and Windows only. */
  popUpContextMenu(_menu?: Menu, _position?: Electron.Point): void {}

  setContextMenu(menu: Menu | null): void {
    const revision = this.#menu.set(menu);
    this.#bus?.sendSignal(MENU, menuInterface.name, 'LayoutUpdated', 'ui', [revision, 0]);
  }

  #announce(signal: 'NewIcon' | 'NewToolTip'): void {
    this.#bus?.sendSignal(ITEM, itemInterface.name, signal);
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  /** The only method, with `isDestroyed`, that may be called again. */
  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.#bus?.connection.end();
    markDestroyed(this, 'Tray is destroyed', ['destroy']);
  }
}
