import { join } from 'node:path';
import { toPlain, type DBusInterface } from 'dbus-native';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Tray } from '../src/desktop/tray.ts';
import { Menu } from '../src/menu/menu.ts';
import { NativeImage } from '../src/nativeImage.ts';
import { trusted } from '../src/trusted.ts';
import { startBus, type TestBus } from './support/bus.ts';
import { readyHost } from './support/readyHost.ts';

const icon = join(import.meta.dirname, '../../../assets/tray/idle.png');
const WATCHER = 'org.kde.StatusNotifierWatcher';
const registered: string[] = [];
let bus: TestBus;

beforeAll(async () => {
  readyHost();
  bus = await startBus();
  const watcher = { RegisterStatusNotifierItem: (name: string) => void registered.push(name) };
  await bus.serve(WATCHER, '/StatusNotifierWatcher', watcher, {
    name: WATCHER,
    methods: { RegisterStatusNotifierItem: ['s', '', [], []] },
  });
});
afterAll(() => bus[Symbol.asyncDispose]());

interface MenuOnBus extends DBusInterface {
  GetLayout: (parent: number, depth: number, names: string[]) => PromiseLike<unknown>;
  Event: (id: number, type: string, data: unknown, time: number) => PromiseLike<void>;
}

async function menuOf(name: string): Promise<MenuOnBus> {
  return bus.desktop.getInterface<MenuOnBus>(name, '/MenuBar', 'com.canonical.dbusmenu');
}

/** The registered name of a new tray. */
async function appearing(make: () => Tray): Promise<{ tray: Tray; name: string }> {
  const before = registered.length;
  const tray = make();
  await expect.poll(() => registered.length).toBe(before + 1);
  return { tray, name: registered[before]! };
}

/** Each entry as `id label`, the submenu's indented. */
function entries(layout: unknown): [id: number, label: string][] {
  const walk = (node: unknown): [number, string][] => {
    const [id, properties, children]: [number, Record<string, string>, unknown[]] = trusted(node);
    const label = properties['label'] ?? properties['type'] ?? '';
    return [[id, label], ...children.flatMap((child) => walk(child))];
  };
  const [, root] = toPlain<[number, unknown]>(layout);
  return walk(root).slice(1);
}

test('the desktop reads icon and tip, and a click on the icon reaches the app', async () => {
  const { tray, name } = await appearing(() => new Tray(icon));
  tray.setToolTip('Next at 17:00');
  const clicks: unknown[] = [];
  tray.on('click', (_event, bounds) => clicks.push(bounds));
  const item = await bus.desktop.getInterface<{
    Activate: (x: number, y: number) => PromiseLike<void>;
    $readProp: (name: string) => Promise<unknown>;
  }>(name, '/StatusNotifierItem', 'org.kde.StatusNotifierItem');
  expect(await item.$readProp('IconName')).toBe(icon);
  expect(JSON.stringify(await item.$readProp('ToolTip'))).toContain('Next at 17:00');
  await item.Activate(0, 0);
  // Linux does not say where.
  expect(clicks).toEqual([{ x: 0, y: 0, width: 0, height: 0 }]);
  tray.destroy();
});

test('the desktop reads the menu and clicks an entry', async () => {
  const { tray, name } = await appearing(() => new Tray(icon));
  const clicked: string[] = [];
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: '&Join', click: (item) => clicked.push(item.label) },
      { type: 'separator' },
      { label: 'Later', submenu: [{ label: 'in 5 minutes', click: (item) => clicked.push(item.label) }] },
      { label: 'Not now', enabled: false, click: () => clicked.push('disabled') },
    ]),
  );
  const menu = await menuOf(name);
  const shown = entries(await menu.GetLayout(0, -1, []));
  expect(shown.map(([, label]) => label)).toEqual(['_Join', 'separator', 'Later', 'in 5 minutes', 'Not now']);
  const { Variant } = await import('dbus-native');
  for (const [id] of [shown[0]!, shown[3]!, shown[4]!])
    await menu.Event(id, 'clicked', new Variant('s', ''), 0);
  expect(clicked).toEqual(['&Join', 'in 5 minutes']);
  tray.destroy();
});

test('a menu is shown as it was when it was set, until it is set again', async () => {
  const { tray, name } = await appearing(() => new Tray(icon));
  const contextMenu = Menu.buildFromTemplate([{ label: 'before' }]);
  tray.setContextMenu(contextMenu);
  contextMenu.items[0]!.label = 'after';
  const menu = await menuOf(name);
  const labels = async (): Promise<string[]> =>
    entries(await menu.GetLayout(0, -1, [])).map(([, label]) => label);
  expect(await labels()).toEqual(['before']);
  tray.setContextMenu(contextMenu);
  expect(await labels()).toEqual(['after']);
  tray.destroy();
});

test('an image without a file gets one for the desktop to read', async () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const { tray, name } = await appearing(() => new Tray(NativeImage.createFromBuffer(png)));
  const item = await bus.desktop.getInterface<{ $readProp: (name: string) => Promise<unknown> }>(
    name,
    '/StatusNotifierItem',
    'org.kde.StatusNotifierItem',
  );
  expect(await item.$readProp('IconName')).toMatch(/host-data-.*\.png$/);
  tray.destroy();
});

test('a destroyed tray says so, and leaves the bus', async () => {
  const { tray, name } = await appearing(() => new Tray(icon));
  tray.destroy();
  expect(tray.isDestroyed()).toBe(true);
  expect(() => tray.setToolTip('x')).toThrow('Tray is destroyed');
  await expect.poll(async () => bus.desktop.nameHasOwner(name)).toBe(false);
});

test('an image that cannot be loaded, or is none, is refused at once', () => {
  const before = registered.length;
  expect(() => new Tray('/nonexistent.png')).toThrow("Failed to load image from path '/nonexistent.png'");
  expect(() => new Tray(JSON.parse('5'))).toThrow('Argument must be a file path or a NativeImage');
  const tray = new Tray(NativeImage.createFromPath('/nonexistent.png'));
  expect(() => tray.setImage('/nonexistent.png')).toThrow('Failed to load image from path');
  tray.destroy();
  expect(registered.length).toBe(before);
});

test('a tray may be destroyed twice; all else then throws', () => {
  const tray = new Tray(icon);
  tray.destroy();
  tray.destroy();
  expect(tray.isDestroyed()).toBe(true);
  expect(() => tray.setToolTip('x')).toThrow('Tray is destroyed');
});
