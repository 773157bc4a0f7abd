import { EventEmitter } from '../emitter.ts';
import { MenuItem, radioGroup } from './menuItem.ts';

type Template = Electron.MenuItemConstructorOptions | MenuItem;

let applicationMenu: Menu | null = null;

/** Source: lib/browser/api/menu.ts */
export class Menu extends EventEmitter {
  items: MenuItem[] = [];

  append(item: MenuItem): void {
    this.insert(this.items.length, item);
  }

  insert(position: number, item: MenuItem): void {
    if (!(item instanceof MenuItem)) throw new TypeError('Invalid item');
    if (position < 0) throw new RangeError(`Position ${position} cannot be less than 0`);
    if (position > this.items.length) {
      throw new RangeError(`Position ${position} cannot be greater than the total MenuItem count`);
    }
    item.menu = this;
    this.items.splice(position, 0, item);
  }

  /** Also in submenus. */
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      if (item.id === id) return item;
      const below = item.submenu?.getMenuItemById(id);
      if (below) return below;
    }
    return null;
  }

  /** Nothing is shown: the browser that draws our pages has a menu of its own. */
  popup(): void {}

  static buildFromTemplate(template: Template[]): Menu {
    if (!Array.isArray(template)) {
      throw new TypeError('Invalid template for Menu: Menu template must be an array');
    }
    if (!template.every(isItem)) {
      throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type');
    }
    const menu = new Menu();
    for (const item of withoutExtraSeparators(template)) {
      menu.append(item instanceof MenuItem ? item : makeItem(item));
    }
    return menu;
  }

  static setApplicationMenu(menu: Menu | null): void {
    if (menu !== null && !(menu instanceof Menu)) throw new TypeError('Invalid menu');
    applicationMenu = menu;
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu;
  }
}

function isItem(item: unknown): boolean {
  if (typeof item !== 'object' || item === null) return false;
  return 'label' in item || 'role' in item || ('type' in item && item.type === 'separator');
}

/** Doubled ones and those at the edges go. */
function withoutExtraSeparators(template: Template[]): Template[] {
  const isSeparator = (item: Template | undefined): boolean => item?.type === 'separator';
  const folded = template.filter(
    (item, at, all) => item.visible === false || !isSeparator(item) || !isSeparator(all[at - 1]),
  );
  return folded.filter(
    (item, at, all) => item.visible === false || !isSeparator(item) || (at > 0 && at < all.length - 1),
  );
}

function makeItem({ submenu, ...options }: Electron.MenuItemConstructorOptions): MenuItem {
  if (submenu === undefined) return new MenuItem(options);
  return new MenuItem({ ...options, submenu: asMenu(submenu) });
}

export function asMenu(submenu: Menu | Electron.Menu | Template[]): Menu {
  if (submenu instanceof Menu) return submenu;
  if (Array.isArray(submenu)) return Menu.buildFromTemplate(submenu);
  throw new Error('Invalid submenu');
}

/** On show: a group of radio items in which none is checked gets its first checked. */
export function checkEmptyGroups(menu: Menu): void {
  for (const item of menu.items) {
    if (item.type === 'radio' && !radioGroup(item).some(({ checked }) => checked)) item.checked = true;
    if (item.submenu) checkEmptyGroups(item.submenu);
  }
}
