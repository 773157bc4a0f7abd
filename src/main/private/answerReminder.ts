import { notesProblem } from '#core/notes/problems.ts';
import type { Instant } from '#base';
import type { ClockWatch } from '../time/clockWatch.ts';
import type { Ports } from '../ports/ports.ts';
import type { Problems } from '../app/problems.ts';
import type { PrivateVault } from './privateVault.ts';

const question = notesProblem('private/answer');

interface AnswerReminderParts {
  readonly vault: PrivateVault;
  readonly problems: Problems;
  readonly clockWatch: ClockWatch;
}

/**
 * Asks, a day after a private note became a mail, whether there was a reply: once for all notes that are due. The notes
 * may stay locked. Disposing stops it and closes the question.
 */
export function startAnswerReminder(
  { clock, notifier, desktop }: Pick<Ports, 'clock' | 'notifier' | 'desktop'>,
  { vault, problems, clockWatch }: AnswerReminderParts,
): Disposable {
  let timer: Disposable | undefined;
  let shown: Disposable | undefined;

  const tell = (): void => problems.report(question);

  const ask = (): void => {
    if (!notifier.isSupported()) return tell();
    shown?.[Symbol.dispose]();
    shown = notifier.show({
      id: null,
      title: question.title,
      body: question.detail,
      isSilent: false,
      urgency: 'normal',
      actions: [],
      onClick: () => desktop.showWindow({ screen: 'agenda', occurrenceKey: null, dialog: 'privateNotes' }),
      onDismissed: () => undefined,
      onShown: () => undefined,
      onFailed: tell,
    });
  };

  const arm = (): void => {
    timer?.[Symbol.dispose]();
    timer = undefined;
    const times = Object.entries(vault.reminders());
    if (times.length === 0) return;
    const isDue = ([, at]: readonly [string, Instant]): boolean => at <= clock.now();
    const due = times.filter(isDue);
    if (due.length > 0) {
      ask();
      // Arms anew.
      void vault.remind(
        due.map(([id]) => id),
        null,
      );
      return;
    }
    timer = clock.after(Math.min(...times.map(([, at]) => at)) - clock.now(), arm);
  };

  using parts = new DisposableStack();
  parts.defer(() => shown?.[Symbol.dispose]());
  parts.defer(() => timer?.[Symbol.dispose]());
  parts.use(vault.remindersChanged.on(arm));
  // Timers stop while the computer sleeps, and the clock may be set.
  parts.use(clockWatch.changed.on(arm));
  arm();
  return parts.move();
}
