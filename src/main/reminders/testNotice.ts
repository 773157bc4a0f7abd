import { remindersFailure } from '#core/reminders/problems.ts';
import { type Result, SECOND, success } from '#base';
import type { Clock } from '../ports/clock.ts';
import type { Notifier } from '../ports/notifier.ts';
import type { Chimes } from './chimes.ts';

/** A notice without a `show` event by then has probably not been shown. */
const PATIENCE_MS = 3 * SECOND;
/** The notice closes automatically after this time. */
const LIFE_MS = 15 * SECOND;

/** A test notice and whether it was shown; disposing closes it. */
export interface TestNotice extends Disposable {
  readonly outcome: Promise<Result<null>>;
}

/** Shows a test notice; succeeds when the platform reports that it is on the screen. */
export function raiseTestNotice(notifier: Notifier, clock: Clock, chimes: Chimes): TestNotice {
  using parts = new DisposableStack();
  const { promise: outcome, resolve } = Promise.withResolvers<Result<null>>();
  parts.defer(() => resolve(remindersFailure('reminders/testNotShown')));
  if (notifier.isSupported()) {
    const notice = parts.use(
      notifier.show({
        id: null,
        title: 'Reminders work',
        body: 'This is how Office Hours tells you about the next meeting.',
        isSilent: chimes.isSilent('normal'),
        urgency: 'normal',
        actions: [],
        onClick: () => undefined,
        onDismissed: () => undefined,
        onShown: () => {
          chimes.accompany('notice', 'normal');
          resolve(success(null));
        },
        onFailed: () => resolve(remindersFailure('reminders/testNotShown')),
      }),
    );
    parts.use(clock.after(PATIENCE_MS, () => resolve(remindersFailure('reminders/testNotShown'))));
    parts.use(clock.after(LIFE_MS, () => notice[Symbol.dispose]()));
  } else resolve(remindersFailure('reminders/testNotShown'));
  const owned = parts.move();
  return { outcome, [Symbol.dispose]: () => owned.dispose() };
}
