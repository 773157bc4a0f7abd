import { joinNext } from '../../shared/agenda/joinNext.ts';
import type { Occurrence, OccurrenceKey } from '../../shared/calendar/occurrence.ts';
import type { Problem } from '../../shared/problem.ts';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { Ports } from '../ports.ts';
import type { Problems } from '../problems.ts';
import type { SettingsModel } from '../settings/settings.ts';

export interface JoinShortcutParts {
  readonly agenda: AgendaModel;
  readonly settings: SettingsModel;
  readonly problems: Problems;
  /** Joined already, or skipped. */
  readonly isOut: (occurrence: Occurrence) => boolean;
  readonly join: (key: OccurrenceKey) => void;
}

const isTaken = (keys: string): Problem => ({
  code: 'shortcut/taken',
  title: `The keys ${keys} are not free`,
  detail: 'Another program has them, so they do not join the next meeting. Choose others under Settings.',
});

/** Lets keys join the next meeting from anywhere, as the settings say. */
export function startJoinShortcut(
  { shortcuts, desktop, clock }: Pick<Ports, 'shortcuts' | 'desktop' | 'clock'>,
  { agenda, settings, problems, isOut, join }: JoinShortcutParts,
): Disposable {
  let keys: string | null = null;
  let registered: Disposable | null = null;

  /** Of several that begin at once the window asks which one; where there is none it shows the agenda. */
  const pressed = (): void => {
    const picked = joinNext(agenda.occurrences(), clock.now(), isOut);
    const [first, ...others] = picked;
    if (first !== undefined && others.length === 0) {
      join(first.key);
      return;
    }
    const which = picked.map(({ key }) => key);
    desktop.showWindow({ screen: 'agenda', occurrenceKey: null, ...(which.length > 0 && { which }) });
  };
  const apply = (): void => {
    const wanted = settings.current().joinKeys;
    if (wanted === keys) return;
    registered?.[Symbol.dispose]();
    keys = wanted;
    registered = wanted === null ? null : shortcuts.register(wanted, pressed);
    if (wanted !== null && registered === null) problems.report(isTaken(wanted));
  };

  using parts = new DisposableStack();
  parts.defer(() => registered?.[Symbol.dispose]());
  parts.use(settings.changed.on(apply));
  apply();
  return parts.move();
}
