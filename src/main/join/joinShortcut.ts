import { desktopProblem } from '#core/desktop/problems.ts';
import type { Ports } from '../ports/ports.ts';
import type { Problems } from '../app/problems.ts';
import type { SettingsModel } from '../settings/settings.ts';

export interface JoinShortcutParts {
  readonly settings: SettingsModel;
  readonly problems: Problems;
  readonly joinNext: () => void;
}

/** Registers the shortcut that joins the next meeting from anywhere, as set in the settings. */
export function startJoinShortcut(
  { shortcuts }: Pick<Ports, 'shortcuts'>,
  { settings, problems, joinNext }: JoinShortcutParts,
): Disposable {
  let keys: string | null = null;
  let registered: Disposable | null = null;

  const apply = (): void => {
    const wanted = settings.current().joinKeys;
    if (wanted === keys) return;
    registered?.[Symbol.dispose]();
    keys = wanted;
    registered = wanted === null ? null : shortcuts.register(wanted, joinNext);
    if (wanted !== null && registered === null) problems.report(desktopProblem('shortcut/taken', wanted));
  };

  using parts = new DisposableStack();
  parts.defer(() => registered?.[Symbol.dispose]());
  parts.use(settings.changed.on(apply));
  apply();
  return parts.move();
}
