import type { Ports } from './ports.ts';
import type { SettingsModel } from './settings/settings.ts';

/** Tells once, when the window is closed for the first time, that the app goes on in the tray. */
export function tellAboutTray(
  { desktop, notifier }: Pick<Ports, 'desktop' | 'notifier'>,
  settings: SettingsModel,
): Disposable {
  using parts = new DisposableStack();
  let notice: Disposable | undefined;
  parts.defer(() => notice?.[Symbol.dispose]());
  parts.use(
    desktop.onClosedToTray(() => {
      if (settings.current().isTrayHintShown || !notifier.isSupported()) return;
      notice = notifier.show({
        title: 'Office Hours keeps running',
        body: 'It reminds you of meetings from the tray. Quit it from the menu there.',
        isSilent: true,
        actions: [],
        onClick: () => desktop.showWindow(null),
        onDismissed: () => undefined,
        onShown: () => settings.change({ isTrayHintShown: true }),
        onFailed: () => undefined,
      });
    }),
  );
  return parts.move();
}
