import { parseAccelerator } from './accelerator.ts';
import type { Menu } from './menu.ts';
import { trusted } from '../trusted.ts';
import { roleLabel, runRole } from './roles.ts';

type Options = Omit<Electron.MenuItemConstructorOptions, 'submenu'> & { submenu?: Menu };
export type ItemType = NonNullable<Electron.MenuItemConstructorOptions['type']>;

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
    // Electron drops it in silence, which nobody wants
    if (this.accelerator !== null && !parseAccelerator(this.accelerator)) {
      throw new TypeError(`electron host: '${this.accelerator}' is no accelerator`);
    }
  }

  get checked(): boolean {
    return this.#checked;
  }

  /** Of a radio item: whatever is written, it becomes the one of its group. */
  set checked(value: boolean) {
    if (this.type !== 'radio' || !this.menu) {
      this.#checked = value;
      return;
    }
    for (const item of radioGroup(this)) item.#checked = item === this;
  }
}

/** Neighbours without anything else between them belong together. */
export function radioGroup(item: MenuItem): MenuItem[] {
  const { items } = item.menu;
  const at = items.indexOf(item);
  let [from, to] = [at, at];
  while (items[from - 1]?.type === 'radio') from--;
  while (items[to + 1]?.type === 'radio') to++;
  return items.slice(from, to + 1);
}
