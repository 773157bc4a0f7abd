import { failure, success, type Result } from '../../shared/problem.ts';
import { SECOND } from '../../shared/time.ts';
import type { Clock, Notifier } from '../ports.ts';

/** A platform that says nothing for so long has most likely shown nothing. */
const PATIENCE_MS = 3 * SECOND;
/** The notice goes away by itself, since it says nothing worth keeping. */
const LIFE_MS = 15 * SECOND;

const notShown = failure(
  'reminders/testNotShown',
  'No notification could be shown',
  'Look whether notifications are allowed for Office Hours, and whether “do not disturb” is on.',
);

/** Shows a notice that says it is a test; succeeds when the platform says that it is on the screen. */
export function raiseTestNotice(notifier: Notifier, clock: Clock): Promise<Result<null>> {
  if (!notifier.isSupported()) return Promise.resolve(notShown);
  const { promise, resolve } = Promise.withResolvers<Result<null>>();
  const notice = notifier.show({
    title: 'Reminders work',
    body: 'This is how Office Hours tells you about the next meeting.',
    isSilent: false,
    actions: [],
    onClick: () => undefined,
    onShown: () => resolve(success(null)),
    onFailed: () => resolve(notShown),
  });
  const patience = clock.after(PATIENCE_MS, () => resolve(notShown));
  clock.after(LIFE_MS, () => notice[Symbol.dispose]());
  return promise.finally(() => patience[Symbol.dispose]());
}
