import { EventEmitter } from '../emitter.ts';
import { trusted } from '../trusted.ts';
import { parseAccelerator } from './accelerator.ts';
import { roleLabel, runRole } from './roles.ts';

type Options = Omit<Electron.MenuItemConstructorOptions, 'submenu'> & { submenu?: Menu };
type ItemType = NonNullable<Electron.MenuItemConstructorOptions['type']>;

const TYPES = new Set<ItemType>(['normal', 'separator', 'submenu', 'checkbox', 'radio']);
let nextCommand = 1;

/** Source: lib/browser/api/menu-item.ts */
export class MenuItem {
  readonly commandId = nextCommand++;
  id: string;
  label: string;
  sublabel: string;
  toolTip: string;
  type: ItemType;
  role?: NonNullable<Electron.MenuItem['role']>;
  enabled: boolean;
  visible: boolean;
  accelerator: string | null;
  icon?: Electron.NativeImage | string;
  submenu?: Menu;
  menu!: Menu;
  click: (event?: object, window?: object) => void;
  #checked: boolean;

  constructor(options: Options) {
    this.id = options.id ?? '';
    this.label = options.label ?? (options.role ? roleLabel(options.role) : '');
    this.sublabel = options.sublabel ?? '';
    this.toolTip = options.toolTip ?? '';
    this.type = options.type ?? (options.submenu ? 'submenu' : 'normal');
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.#checked = options.checked ?? false;
    this.accelerator = options.accelerator ?? null;
    if (options.role) this.role = trusted(options.role);
    if (options.icon !== undefined) this.icon = options.icon;
    if (options.submenu) this.submenu = options.submenu;
    this.#validate();
    this.click = (event = {}, window) => {
      if (this.type === 'checkbox' || this.type === 'radio') this.checked = !this.checked;
      if (this.role && runRole(this.role)) return;
      options.click?.(trusted(this), trusted(window), event);
    };
  }

  #validate(): void {
    if (!TYPES.has(this.type)) throw new Error(`Unknown menu item type: ${this.type}`);
    if (this.type === 'submenu' && !this.submenu) throw new Error('Invalid submenu');
    // Electron ignores an invalid accelerator silently; an error shows the mistake.
    if (this.accelerator !== null && !parseAccelerator(this.accelerator)) {
      throw new TypeError(`electron host: '${this.accelerator}' is not an accelerator`);
    }
  }

  get checked(): boolean {
    return this.#checked;
  }

  /** Any write to a radio item checks it and unchecks the others of its group, as in Electron. */
  set checked(value: boolean) {
    if (this.type !== 'radio' || !this.menu) {
      this.#checked = value;
      return;
    }
    for (const item of radioGroup(this)) item.#checked = item === this;
  }
}

/** A group is a run of adjacent radio items. */
function radioGroup(item: MenuItem): MenuItem[] {
  const { items } = item.menu;
  const at = items.indexOf(item);
  let [from, to] = [at, at];
  while (items[from - 1]?.type === 'radio') from--;
  while (items[to + 1]?.type === 'radio') to++;
  return items.slice(from, to + 1);
}

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

  /** Searches submenus too. */
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      if (item.id === id) return item;
      const below = item.submenu?.getMenuItemById(id);
      if (below) return below;
    }
    return null;
  }

  /** Shows nothing: Chromium's own context menu appears instead. */
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

/** Removes repeated separators and those at the start or end. */
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

/** When the menu opens, checks the first item of each radio group without a checked one. */
export function checkEmptyGroups(menu: Menu): void {
  for (const item of menu.items) {
    if (item.type === 'radio' && !radioGroup(item).some(({ checked }) => checked)) item.checked = true;
    if (item.submenu) checkEmptyGroups(item.submenu);
  }
}
