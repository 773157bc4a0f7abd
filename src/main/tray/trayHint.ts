import type { Ports } from '../ports/ports.ts';
import type { HiddenIn } from '../ports/desktop.ts';
import type { SettingsModel } from '../settings/settings.ts';

const WORDS: Readonly<Record<HiddenIn, { readonly title: string; readonly body: string }>> = {
  tray: {
    title: 'Office Hours keeps running',
    body: 'It reminds you of meetings from the tray. Quit it from the menu there.',
  },
  taskbar: {
    title: 'Office Hours is only minimised',
    body: 'This desktop shows no tray icons, so its window stays at hand and it goes on reminding you. Ctrl+Q quits it.',
  },
};

/** Tells once, when the window is closed for the first time, where the app goes on. */
export function showTrayHint(
  { desktop, notifier }: Pick<Ports, 'desktop' | 'notifier'>,
  settings: SettingsModel,
): Disposable {
  using parts = new DisposableStack();
  let notice: Disposable | undefined;
  parts.defer(() => notice?.[Symbol.dispose]());
  parts.use(
    desktop.onHidden((where) => {
      if (settings.current().isTrayHintShown || !notifier.isSupported()) return;
      notice = notifier.show({
        id: null,
        ...WORDS[where],
        isSilent: true,
        urgency: 'normal',
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
