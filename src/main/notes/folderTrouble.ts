import { clockTime, shortDay, type TimeFormat } from '#core/format/formatTime.ts';
import { notesProblem } from '#core/notes/problems.ts';
import { DAY, type Instant, type Problem } from '#base';
import type { Problems } from '../app/problems.ts';
import type { Clock } from '../ports/clock.ts';
import type { DraftKeeper } from './draftKeeper.ts';
import type { NoteLibrary } from './noteLibrary.ts';

export interface TroubleParts {
  readonly library: Pick<NoteLibrary, 'isAway' | 'awayChanged'>;
  readonly drafts: Pick<DraftKeeper, 'unsaved' | 'changed'>;
  readonly problems: Problems;
  readonly clock: Clock;
  readonly format: () => TimeFormat;
}

/** Reports that the notes folder is away or does not take notes, until that is over. */
export function reportFolderTrouble({ library, drafts, problems, clock, format }: TroubleParts): Disposable {
  let shown: readonly Problem[] = [];
  let awaySince: Instant | null = null;

  const words = (since: Instant): string =>
    clock.now() - since < DAY / 2
      ? clockTime(since, format())
      : `${shortDay(since, format())} at ${clockTime(since, format())}`;

  function present(): Problem | null {
    const unsaved = drafts.unsaved();
    awaySince = library.isAway() ? (awaySince ?? clock.now()) : null;
    const kept = { count: unsaved?.count ?? 0, isStored: unsaved?.isStored ?? true };
    if (awaySince !== null) return notesProblem('notes/missingSince', words(awaySince), kept);
    return unsaved === null
      ? null
      : notesProblem('notes/notSavedSince', unsaved.why, words(unsaved.since), kept);
  }

  function update(): void {
    const problem = present();
    const next = problem === null ? [] : [problem];
    problems.replace(shown, next);
    shown = next;
  }

  const ends = new DisposableStack();
  ends.use(drafts.changed.on(update));
  ends.use(library.awayChanged.on(update));
  update();
  return { [Symbol.dispose]: () => ends.dispose() };
}
