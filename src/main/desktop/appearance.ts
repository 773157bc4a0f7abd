import type { Settings } from '#core/settings/settings.ts';
import type { Shared } from '../app/composeShared.ts';

/** Applies the theme and the protection from screen capture, now and with every change of the settings. */
export function applyAppearance({ ports: { desktop }, owned, settings }: Shared): void {
  const apply = ({ theme, keptFromCapture }: Settings): void => {
    desktop.setTheme(theme);
    desktop.guardFromCapture(keptFromCapture === 'all');
  };
  owned.use(settings.changed.on(apply));
  apply(settings.current());
}
