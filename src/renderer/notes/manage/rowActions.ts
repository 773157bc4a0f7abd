import type { ReactNode } from 'react';
import type { ExportFormat } from '#core/notes/noteExchange.ts';

/** How rows are managed; left out for a list that only opens them. */
export interface RowActions {
  /** Rows that have a menu; all if left out. */
  readonly isFor?: (id: string) => boolean;
  /** The items of the menu. @param ids of the chosen rows */
  readonly menu: (ids: readonly string[]) => ReactNode;
  /** Delete in the list. */
  readonly onDelete: (ids: readonly string[]) => void;
  /** F2 in the list. */
  readonly onRename: (id: string) => void;
  /** Of several chosen rows; left out where it cannot be done. */
  readonly onMove?: (ids: readonly string[]) => void;
  readonly onExport?: (ids: readonly string[], format: ExportFormat) => void;
}
