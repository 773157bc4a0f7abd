import { shortDay, type TimeFormat } from '#core/format/formatTime.ts';
import type { ImportReport } from '#core/notes/noteExchange.ts';
import type { NoteSummary } from '#core/notes/note.ts';
import type { SaveState } from '../store/notesSlice.ts';
import { texts } from './texts.ts';

/** `Fri, 20 Nov`: the day of the note's meeting; of its last change if it has none. */
export function noteDay(note: Pick<NoteSummary, 'start' | 'modified'>, format: TimeFormat): string {
  if (note.start === null) return shortDay(note.modified, format);
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(note.start);
  return isDate
    ? shortDay(Date.parse(`${note.start}T12:00:00Z`), { ...format, zone: 'UTC' })
    : shortDay(Date.parse(note.start), format);
}

/** The notes by their meetings, latest first; notes without a meeting by their last change. */
export function newestFirst(notes: readonly NoteSummary[]): NoteSummary[] {
  const moment = (note: NoteSummary): number =>
    note.start === null ? note.modified : Date.parse(note.start);
  return notes.toSorted((a, b) => moment(b) - moment(a));
}

/** The note of the meeting before, in the same series. */
export function lastNoteBefore(
  { path, series, start }: Pick<NoteSummary, 'path' | 'series' | 'start'>,
  notes: readonly NoteSummary[],
): NoteSummary | null {
  if (series === null || start === null) return null;
  const earlier = notes.filter(
    (one) =>
      one.series === series &&
      one.path !== path &&
      one.start !== null &&
      Date.parse(one.start) < Date.parse(start),
  );
  return newestFirst(earlier)[0] ?? null;
}

/** The state of the file. */
export function saveWords(state: SaveState, isUnsaved: boolean): string {
  if (state.kind === 'failed') return texts.notSaved;
  if (state.kind === 'saving' || isUnsaved) return texts.saving;
  if (state.kind === 'kept') return texts.kept;
  return state.kind === 'idle' ? '' : texts.saved;
}

/** The outcome of an import, in one or two sentences. */
export function importWords({ copied, same, others }: ImportReport): string {
  const left = [same > 0 && texts.thereAlready(same), others > 0 && texts.notMarkdown(others)].filter(
    (part) => part !== false,
  );
  const first = copied === 0 ? texts.noneCopied : texts.copied(copied);
  return left.length === 0 ? first : `${first} ${texts.leftOut(left)}`;
}
