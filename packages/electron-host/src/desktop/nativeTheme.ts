import { EventEmitter } from '../emitter.ts';
import { hasSessionBus, sessionBus } from './dbus.ts';

type Source = 'system' | 'light' | 'dark';
interface Settings {
  Read: (namespace: string, key: string) => PromiseLike<unknown>;
  $subscribe: (
    signal: string,
    listener: (namespace: string, key: string, value: unknown) => void,
  ) => Promise<void>;
}
const APPEARANCE = 'org.freedesktop.appearance';
const PREFERS_DARK = 1;

class NativeTheme extends EventEmitter {
  #source: Source = 'system';
  #isSystemDark = false;
  #isAsked = false;

  get themeSource(): Source {
    return this.#source;
  }

  set themeSource(source: Source) {
    if (!['system', 'light', 'dark'].includes(source)) throw new TypeError(`Invalid themeSource: ${source}`);
    const wasDark = this.shouldUseDarkColors;
    this.#source = source;
    if (this.shouldUseDarkColors !== wasDark) this.emit('updated');
  }

  get shouldUseDarkColors(): boolean {
    this.#askDesktop();
    return this.#source === 'system' ? this.#isSystemDark : this.#source === 'dark';
  }

  /** The desktop's preference comes by the freedesktop portal, so a moment later, with `updated`. */
  #askDesktop(): void {
    if (this.#isAsked || !hasSessionBus()) return;
    this.#isAsked = true;
    this.#follow().catch(() => {}); // no portal: light
  }

  async #follow(): Promise<void> {
    const { toPlain } = await import('dbus-native');
    const settings = await sessionBus().getInterface<Settings>(
      'org.freedesktop.portal.Desktop',
      '/org/freedesktop/portal/desktop',
      'org.freedesktop.portal.Settings',
    );
    const take = (value: unknown): void => {
      const isDark = toPlain(value) === PREFERS_DARK;
      if (isDark === this.#isSystemDark) return;
      this.#isSystemDark = isDark;
      if (this.#source === 'system') this.emit('updated');
    };
    await settings.$subscribe('SettingChanged', (namespace, key, value) => {
      if (namespace === APPEARANCE && key === 'color-scheme') take(value);
    });
    take(await settings.Read(APPEARANCE, 'color-scheme'));
  }
}

export const nativeTheme = new NativeTheme();

/** Media features for a page, so that `prefers-color-scheme` follows. */
export function themeFeatures(): { name: string; value: string }[] {
  const { themeSource, shouldUseDarkColors } = nativeTheme;
  if (themeSource === 'system' && !shouldUseDarkColors) return [];
  return [{ name: 'prefers-color-scheme', value: shouldUseDarkColors ? 'dark' : 'light' }];
}
