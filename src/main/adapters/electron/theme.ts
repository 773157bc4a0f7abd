import { nativeTheme } from 'electron';
import type { Settings } from '#core/settings/settings.ts';

/** Light, dark or as the system is; the page follows by `prefers-color-scheme`. */
export function setTheme(theme: Settings['theme']): void {
  nativeTheme.themeSource = theme;
}
