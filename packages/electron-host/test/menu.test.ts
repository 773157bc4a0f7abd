import { describe, expect, test, vi } from 'vitest';
import { app } from '../src/app.ts';
import { parseAccelerator } from '../src/menu/accelerator.ts';
import { checkEmptyGroups, Menu, MenuItem } from '../src/menu/menu.ts';
import '../src/menu/menuKeys.ts';
import { keys } from '../src/window/keys.ts';

const shape = (menu: Menu): string[] => menu.items.map(({ type, label }) => label || type);

test('a template must be an array of items with a label, a role or a type', () => {
  expect(() => Menu.buildFromTemplate(JSON.parse('{}'))).toThrow(
    'Invalid template for Menu: Menu template must be an array',
  );
  for (const item of ['{}', 'null', '{"type":"checkbox"}']) {
    expect(() => Menu.buildFromTemplate([JSON.parse(item)])).toThrow(
      'Invalid template for MenuItem: must have at least one of label, role or type',
    );
  }
  expect(() => Menu.buildFromTemplate([{ label: 'x', type: JSON.parse('"odd"') }])).toThrow(
    'Unknown menu item type: odd',
  );
  expect(() => Menu.buildFromTemplate([{ label: 'x', type: 'submenu' }])).toThrow('Invalid submenu');
});

test('doubled separators and those at the edges are dropped', () => {
  const menu = Menu.buildFromTemplate([
    { type: 'separator' },
    { label: 'a' },
    { type: 'separator' },
    { type: 'separator' },
    { label: 'b' },
    { type: 'separator' },
  ]);
  expect(shape(menu)).toEqual(['a', 'separator', 'b']);
});

test('an item is found by its id in submenus too', () => {
  const menu = Menu.buildFromTemplate([{ label: 'a', submenu: [{ label: 'deep', id: 'deep' }] }]);
  expect(menu.getMenuItemById('deep')?.label).toBe('deep');
  expect(menu.getMenuItemById('none')).toBeNull();
});

test('of a group of radio items one is checked: the clicked, or the first when shown', () => {
  const menu = Menu.buildFromTemplate([
    { label: 'a', type: 'radio' },
    { label: 'b', type: 'radio' },
    { type: 'separator' },
    { label: 'c', type: 'radio' },
  ]);
  checkEmptyGroups(menu);
  const checked = (): string[] => menu.items.filter((item) => item.checked).map(({ label }) => label);
  expect(checked()).toEqual(['a', 'c']);
  menu.items[1]!.click();
  expect(checked()).toEqual(['b', 'c']);
});

test('a click toggles a checkbox and then tells the app', () => {
  const heard: boolean[] = [];
  const menu = Menu.buildFromTemplate([
    { label: 'a', type: 'checkbox', click: (item) => heard.push(item.checked) },
  ]);
  menu.items[0]!.click();
  menu.items[0]!.click();
  expect(heard).toEqual([true, false]);
});

test('only menus and items of the host are taken', () => {
  const menu = new Menu();
  expect(() => menu.append(JSON.parse('{}'))).toThrow('Invalid item');
  expect(() => menu.insert(1, new MenuItem({ label: 'x' }))).toThrow(
    'Position 1 cannot be greater than the total MenuItem count',
  );
  expect(() => Menu.setApplicationMenu(JSON.parse('{}'))).toThrow('Invalid menu');
  Menu.setApplicationMenu(menu);
  expect(Menu.getApplicationMenu()).toBe(menu);
});

test('a key that the page leaves does what the application menu says, by the item’s own keys or its role’s', () => {
  const heard: string[] = [];
  const quit = vi.spyOn(app, 'quit').mockImplementation(() => heard.push('quit'));
  const deed = (
    label: string,
    more: Electron.MenuItemConstructorOptions,
  ): Electron.MenuItemConstructorOptions => ({
    label,
    click: () => heard.push(label),
    ...more,
  });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      deed('off', { accelerator: 'Ctrl+K', enabled: false }),
      { label: 'File', submenu: [deed('new', { accelerator: 'CommandOrControl+N' }), { role: 'quit' }] },
    ]),
  );
  for (const text of ['Ctrl+N', 'Ctrl+Shift+N', 'Ctrl+K', 'Ctrl+Q'])
    keys.emit('left', parseAccelerator(text)!);
  expect(heard).toEqual(['new', 'quit']);
  Menu.setApplicationMenu(null);
  keys.emit('left', parseAccelerator('Ctrl+N')!);
  expect(heard).toHaveLength(2);
  quit.mockRestore();
});

describe('accelerators', () => {
  test.for([
    ['CommandOrControl+Shift+K', 'ctrl shift k'],
    ['Alt+F4', 'alt f4'],
    ['Super+Space', 'meta  '],
    ['Ctrl+Plus', 'ctrl +'],
    ['Escape', 'escape'],
    ['Ctrl+num5', 'ctrl kp5'],
    ['numadd', 'kpadd'],
  ])('%s is one', ([text, meaning]) => {
    const parsed = parseAccelerator(text!)!;
    const modifiers = (['ctrl', 'alt', 'shift', 'meta'] as const).filter((name) => parsed[name]);
    expect([...modifiers, parsed.key].join(' ')).toBe(meaning);
  });

  test.for(['', 'Ctrl', 'Ctrl+', 'Ctrl+Ä', 'Ctrl+A+B', 'Hyper+A', 'Command+Q', 'Option+Q', 'F25'])(
    '%s is none',
    (text) => {
      expect(parseAccelerator(text)).toBeUndefined();
    },
  );

  test('an invalid accelerator fails in a menu; Electron ignores it silently', () => {
    expect(() => Menu.buildFromTemplate([{ label: 'x', accelerator: 'Ctrl+Ä' }])).toThrow(
      "electron host: 'Ctrl+Ä' is not an accelerator",
    );
  });
});
