import type { OccurrenceKey } from '#core/keys.ts';
import { SECOND } from '#base';
import type { Ports } from '../ports/ports.ts';

/** Skips meetings from places without Undo: a notice, the alert window, the tray's menu. */
export interface DesktopSkip extends Disposable {
  /** Skips it, and shows a silent notice that can undo it. @param title null for no notice */
  readonly skip: (key: OccurrenceKey, title: string | null) => void;
}

/** How long the notice offers Undo, ms. */
const LIFE_MS = 15 * SECOND;

/** @param choose skips a meeting; scope null undoes that */
export function createDesktopSkip(
  { notifier, clock }: Pick<Ports, 'notifier' | 'clock'>,
  choose: (key: OccurrenceKey, scope: 'one' | null) => void,
): DesktopSkip {
  /** About the last skipped meeting. */
  let notice: Disposable | undefined;
  let end: Disposable | undefined;
  const withdraw = (): void => {
    end?.[Symbol.dispose]();
    notice?.[Symbol.dispose]();
    notice = undefined;
  };
  return {
    skip: (key, title) => {
      choose(key, 'one');
      withdraw();
      if (title === null || !notifier.isSupported()) return;
      const undo = (): void => {
        withdraw();
        choose(key, null);
      };
      notice = notifier.show({
        id: null,
        title,
        body: 'Skipped. No more reminders of it will come.',
        isSilent: true,
        urgency: 'normal',
        actions: [{ label: 'Undo', run: undo }],
        onClick: () => undefined,
        onDismissed: () => undefined,
        onShown: () => undefined,
        onFailed: () => undefined,
      });
      end = clock.after(LIFE_MS, withdraw);
    },
    [Symbol.dispose]: withdraw,
  };
}
