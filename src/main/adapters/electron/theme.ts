import { nativeTheme } from 'electron';
import type { Settings } from '#core/settings/settings.ts';

/** Sets light, dark or the system's theme; the pages follow through `prefers-color-scheme`. */
export function setTheme(theme: Settings['theme']): void {
  nativeTheme.themeSource = theme;
}
