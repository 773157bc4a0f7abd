/** A menu as com.canonical.dbusmenu shows it. Source: https://github.com/gnustep/libs-dbuskit/blob/master/Bundles/DBusMenu/com.canonical.dbusmenu.xml */
import type { InterfaceDescriptor, Variant } from 'dbus-native';
import { checkEmptyGroups, type Menu, type MenuItem } from '../menu/menu.ts';

import { dbusLibrary } from './dbus.ts';

type Properties = Record<string, Variant>;
type Layout = [id: number, properties: Properties, children: Variant[]];
const ROOT = 0;

export const menuInterface: InterfaceDescriptor = {
  name: 'com.canonical.dbusmenu',
  methods: {
    GetLayout: ['iias', 'u(ia{sv}av)', ['parent', 'depth', 'names'], ['revision', 'layout']],
    GetGroupProperties: ['aias', 'a(ia{sv})', ['ids', 'names'], ['properties']],
    GetProperty: ['is', 'v', ['id', 'name'], ['value']],
    Event: ['isvu', '', ['id', 'type', 'data', 'timestamp'], []],
    AboutToShow: ['i', 'b', ['id'], ['needsUpdate']],
  },
  properties: { Version: 'u', Status: 's', TextDirection: 's', IconThemePath: 'as' },
  signals: { LayoutUpdated: ['ui'] },
};

/** Snapshot of a menu when it was set. Later changes by the app have no effect. */
export class TrayMenu {
  readonly Version = 3;
  readonly Status = 'normal';
  readonly TextDirection = 'ltr';
  readonly IconThemePath: string[] = [];
  #revision = 0;
  #items = new Map<number, MenuItem>();
  #properties = new Map<number, Properties>();
  #layout: Layout = [ROOT, {}, []];

  /** The number of this state, to announce it by. */
  set(menu: Menu | null): number {
    this.#items = new Map();
    this.#properties = new Map();
    if (menu) checkEmptyGroups(menu);
    const { Variant } = dbusLibrary();
    const root = { 'children-display': new Variant('s', 'submenu') };
    this.#layout = [ROOT, root, menu ? this.#snapshot(menu) : []];
    this.#properties.set(ROOT, root);
    return ++this.#revision;
  }

  #snapshot(menu: Menu): Variant[] {
    const { Variant } = dbusLibrary();
    return menu.items.map((item) => {
      const properties = propertiesOf(item);
      this.#items.set(item.commandId, item);
      this.#properties.set(item.commandId, properties);
      const children = item.submenu ? this.#snapshot(item.submenu) : [];
      return new Variant('(ia{sv}av)', [item.commandId, properties, children]);
    });
  }

  // what the desktop calls, by its names
  GetLayout(): [number, Layout] {
    return [this.#revision, this.#layout];
  }
  GetGroupProperties(ids: number[]): [number, Properties][] {
    return ids.map((id) => [id, this.#properties.get(id) ?? {}]);
  }
  GetProperty(id: number, name: string): Variant {
    const { Variant } = dbusLibrary();
    return this.#properties.get(id)?.[name] ?? new Variant('s', '');
  }
  Event(id: number, type: string): void {
    const item = this.#items.get(id);
    if (type === 'clicked' && item?.enabled) item.click();
  }
  AboutToShow(): boolean {
    return false;
  }
}

/** `&` marks Electron's mnemonics, `_` those of dbusmenu. */
function mnemonicLabel(label: string): string {
  return label
    .replaceAll('_', '__')
    .replace(/&(.)/g, (_match, next: string) => (next === '&' ? '&' : `_${next}`));
}

function propertiesOf(item: MenuItem): Properties {
  const { Variant } = dbusLibrary();
  const visible = new Variant('b', item.visible);
  if (item.type === 'separator') return { type: new Variant('s', 'separator'), visible };
  const properties: Properties = {
    label: new Variant('s', mnemonicLabel(item.label)),
    enabled: new Variant('b', item.enabled),
    visible,
  };
  if (item.type === 'checkbox' || item.type === 'radio') {
    properties['toggle-type'] = new Variant('s', item.type === 'radio' ? 'radio' : 'checkmark');
    properties['toggle-state'] = new Variant('i', item.checked ? 1 : 0);
  }
  if (item.submenu) properties['children-display'] = new Variant('s', 'submenu');
  return properties;
}
