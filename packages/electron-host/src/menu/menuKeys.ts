/** Keys of the application menu: pressed in a page that does nothing with them, they do what their item does. */
import { keys } from '../window/keys.ts';
import { parseAccelerator, type Accelerator } from './accelerator.ts';
import { Menu, type MenuItem } from './menu.ts';
import { roleKey } from './roles.ts';

function isSame(one: Accelerator, other: Accelerator): boolean {
  return (
    one.key === other.key &&
    one.ctrl === other.ctrl &&
    one.alt === other.alt &&
    one.shift === other.shift &&
    one.meta === other.meta
  );
}

function find(items: readonly MenuItem[], press: Accelerator): MenuItem | undefined {
  for (const item of items) {
    const text = item.accelerator ?? (item.role ? roleKey(item.role) : null);
    const accelerator = text === null ? undefined : parseAccelerator(text);
    if (accelerator && item.enabled && isSame(accelerator, press)) return item;
    const below = item.submenu && find(item.submenu.items, press);
    if (below) return below;
  }
  return undefined;
}

keys.on('left', (press) => find(Menu.getApplicationMenu()?.items ?? [], press)?.click());
