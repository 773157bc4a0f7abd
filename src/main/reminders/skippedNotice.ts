import { SECOND } from '../../shared/time.ts';
import type { Clock, Notifier } from '../ports.ts';

/** It says nothing worth keeping once nobody takes it back. */
const LIFE_MS = 15 * SECOND;

/**
 * Says that a meeting is skipped after that was chosen in a notice, where nothing else could take it back; without a
 * sound. Disposing takes it away.
 */
export function showSkippedNotice(
  notifier: Notifier,
  clock: Clock,
  title: string,
  undo: () => void,
): Disposable {
  using parts = new DisposableStack();
  const notice = parts.use(
    notifier.show({
      id: null,
      title,
      body: 'Skipped. Nothing more is said of it.',
      isSilent: true,
      urgency: 'normal',
      actions: [{ label: 'Undo', run: undo }],
      onClick: () => undefined,
      onDismissed: () => undefined,
      onShown: () => undefined,
      onFailed: () => undefined,
    }),
  );
  parts.use(clock.after(LIFE_MS, () => notice[Symbol.dispose]()));
  return parts.move();
}
