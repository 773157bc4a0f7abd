import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { appMenu } from '#main/adapters/electron/appMenu.ts';
import { Menu } from '../../../packages/electron-host/src/menu/menu.ts';

const rolesOf = (items: readonly MenuItemConstructorOptions[]): string[] =>
  items.flatMap(({ role, submenu }) => [
    ...(role === undefined ? [] : [role]),
    ...(Array.isArray(submenu) ? rolesOf(submenu) : []),
  ]);

test.each(['linux', 'win32'])(
  'on %s the installed app closes its window, quits, zooms and fills the screen by keys',
  (platform) => {
    const menu = appMenu({ platform, isPackaged: true });
    expect(new Set(rolesOf(menu))).toEqual(
      new Set(['close', 'quit', 'zoomIn', 'zoomOut', 'resetZoom', 'togglefullscreen']),
    );
    const [file] = Menu.buildFromTemplate(menu).items;
    expect(file?.submenu?.items.map(({ accelerator }) => accelerator)).toEqual([null, 'Control+Q']);
  },
);

test('on macOS the keys for quitting, closing and the clipboard are there', () => {
  const roles = rolesOf(appMenu({ platform: 'darwin', isPackaged: true }));
  expect(roles).toEqual(expect.arrayContaining(['appMenu', 'fileMenu', 'editMenu', 'windowMenu']));
});

test.each(['linux', 'win32', 'darwin'])(
  'on %s only developers reload the page and open tools',
  (platform) => {
    const forDevelopers = ['reload', 'toggleDevTools'];
    expect(rolesOf(appMenu({ platform, isPackaged: false }))).toEqual(expect.arrayContaining(forDevelopers));
    const roles = rolesOf(appMenu({ platform, isPackaged: true }));
    expect(roles.filter((role) => forDevelopers.includes(role))).toEqual([]);
  },
);
