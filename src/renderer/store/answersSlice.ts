import type { StateCreator } from 'zustand';
import type { Occurrence } from '#core/agenda/occurrence.ts';

/** A date that the user's answer removed from the agenda. */
export interface AnsweredRow {
  readonly occurrence: Occurrence;
  /** When the meeting is held instead, formatted; null if that is unknown. */
  readonly next: string | null;
}

/** Rows that were answered: they keep their place until their toast is gone, so that nothing moves under the pointer. */
export interface AnswersSlice {
  readonly answeredRows: readonly AnsweredRow[];
  readonly rowAnswered: (row: AnsweredRow) => void;
  readonly answeredRowsDropped: () => void;
}

const NONE: readonly AnsweredRow[] = [];

export const createAnswersSlice: StateCreator<AnswersSlice> = (set) => ({
  answeredRows: NONE,
  rowAnswered: (row) => set(({ answeredRows }) => ({ answeredRows: [...answeredRows, row] })),
  answeredRowsDropped: () => set({ answeredRows: NONE }),
});

/** The answered row with that key in one of its feeds; null if it is not kept. */
export const answeredRowOf =
  (key: string | null) =>
  ({ answeredRows }: Pick<AnswersSlice, 'answeredRows'>): AnsweredRow | null =>
    answeredRows.findLast(({ occurrence }) => occurrence.sources.some((source) => source.key === key)) ??
    null;
