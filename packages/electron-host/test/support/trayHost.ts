/** A desktop's place for tray icons on a spec's own bus: what the app shows there, and a click on it. */
import { sessionBus, toPlain, type DBusInterface } from 'dbus-native';
import { expect } from '@playwright/test';

const WATCHER = 'org.kde.StatusNotifierWatcher';

interface Item extends DBusInterface {
  Activate: (x: number, y: number) => PromiseLike<void>;
  $readProp: (name: string) => Promise<unknown>;
}

interface MenuOnBus extends DBusInterface {
  GetLayout: (parent: number, depth: number, names: string[]) => PromiseLike<unknown>;
}

export interface TrayHost extends AsyncDisposable {
  /** A left click on the app's icon, once the app has put it there. */
  click: () => Promise<void>;
  /** Name of the image, without its folder. */
  image: () => Promise<string>;
  tooltip: () => Promise<string>;
  /** Labels of the menu, separators left out. */
  menu: () => Promise<string[]>;
}

/** Labels of a layout of com.canonical.dbusmenu. */
function labelsOf(node: unknown): string[] {
  if (!Array.isArray(node)) return [];
  const [, properties, children]: unknown[] = node;
  const label: unknown =
    typeof properties === 'object' && properties !== null && 'label' in properties ? properties.label : '';
  const below = Array.isArray(children) ? children.flatMap((child) => labelsOf(child)) : [];
  return typeof label === 'string' && label !== '' ? [label, ...below] : below;
}

/** Watches for tray icons on this bus, as KDE's panel or GNOME's AppIndicator extension does. */
export async function startTrayHost(busAddress: string): Promise<TrayHost> {
  const bus = sessionBus({ busAddress });
  const registered: string[] = [];
  bus.exportInterface(
    { RegisterStatusNotifierItem: (name: string) => void registered.push(name) },
    '/StatusNotifierWatcher',
    { name: WATCHER, methods: { RegisterStatusNotifierItem: ['s', '', [], []] } },
  );
  await bus.requestName(WATCHER, 0);
  const name = async (): Promise<string> => {
    await expect.poll(() => registered.length).toBeGreaterThan(0);
    return registered.at(-1) ?? '';
  };
  const item = async (): Promise<Item> =>
    bus.getInterface<Item>(await name(), '/StatusNotifierItem', 'org.kde.StatusNotifierItem');
  return {
    click: async () => (await item()).Activate(0, 0),
    image: async () => String(await (await item()).$readProp('IconName')).replace(/^.*\//, ''),
    tooltip: async () => JSON.stringify(await (await item()).$readProp('ToolTip')),
    menu: async () => {
      const menu = await bus.getInterface<MenuOnBus>(await name(), '/MenuBar', 'com.canonical.dbusmenu');
      const [, root] = toPlain<[number, unknown]>(await menu.GetLayout(0, -1, []));
      return labelsOf(root);
    },
    [Symbol.asyncDispose]: async () => {
      bus.connection.end();
      return Promise.resolve();
    },
  };
}
