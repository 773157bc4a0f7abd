import { useMemo, useState, type ReactNode } from 'react';
import type { NoteSummary } from '#core/notes/note.ts';
import { useAppStore } from '../../kit/AppContext.tsx';
import { NoteDialogs } from './NoteDialogs.tsx';
import { noteAt } from '../namedNotes.ts';
import { noteMenu, type NoteDialog } from './NoteMenu.tsx';
import type { RowActions } from './rowActions.ts';
import { useManage } from './useManage.ts';

/** What can be done with the notes of a list, and the dialogs that it opens. Rows of no note have no menu. */
export function useRowActions(): {
  readonly actions: RowActions;
  readonly dialogs: ReactNode;
} {
  const store = useAppStore();
  const manage = useManage();
  const [dialog, setDialog] = useState<NoteDialog | null>(null);
  const actions = useMemo((): RowActions => {
    const meant = (ids: readonly string[]): NoteSummary[] => {
      const wanted = new Set(ids);
      return (store.getState().notes ?? []).filter(({ path }) => wanted.has(path));
    };
    const showMeeting = (key: string): void => {
      store.getState().occurrenceSelected(key);
      store.getState().screenShown('agenda');
    };
    return {
      isFor: (id) => noteAt(id)(store.getState()) !== null,
      menu: (ids) => noteMenu({ notes: meant(ids), manage, onDialog: setDialog, onShowMeeting: showMeeting }),
      onDelete: (ids) => void manage.trash(meant(ids)),
      onRename: (id) => {
        const [note] = meant([id]);
        if (note !== undefined) setDialog({ kind: 'rename', note });
      },
      onMove: (ids) => setDialog({ kind: 'move', notes: meant(ids) }),
      onExport: (ids, format) => void manage.exportAs(meant(ids), format),
    };
  }, [store, manage]);
  return {
    actions,
    dialogs: dialog !== null && (
      <NoteDialogs dialog={dialog} manage={manage} onClose={() => setDialog(null)} />
    ),
  };
}
