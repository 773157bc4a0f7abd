import { useState, type ReactNode } from 'react';
import type { NoteSummary } from '#core/notes/note.ts';
import { useAppStore } from '../../kit/AppContext.tsx';
import { NoteDialogs } from './NoteDialogs.tsx';
import { noteMenu, type NoteDialog } from './NoteMenu.tsx';
import type { RowActions } from './rowActions.ts';
import { useManage } from './useManage.ts';

/** What can be done with the notes of a list, and the dialogs that it opens. @param notes all notes; other rows have no menu */
export function useRowActions(notes: readonly NoteSummary[]): {
  readonly actions: RowActions;
  readonly dialogs: ReactNode;
} {
  const store = useAppStore();
  const manage = useManage();
  const [dialog, setDialog] = useState<NoteDialog | null>(null);
  const meant = (ids: readonly string[]): NoteSummary[] => {
    const wanted = new Set(ids);
    return notes.filter(({ path }) => wanted.has(path));
  };
  const showMeeting = (key: string): void => {
    store.getState().occurrenceSelected(key);
    store.getState().screenShown('agenda');
  };
  return {
    actions: {
      isFor: (id) => notes.some(({ path }) => path === id),
      menu: (ids) => noteMenu({ notes: meant(ids), manage, onDialog: setDialog, onShowMeeting: showMeeting }),
      onDelete: (ids) => void manage.trash(meant(ids)),
      onRename: (id) => {
        const [note] = meant([id]);
        if (note !== undefined) setDialog({ kind: 'rename', note });
      },
      onMove: (ids) => setDialog({ kind: 'move', notes: meant(ids) }),
      onExport: (ids, format) => void manage.exportAs(meant(ids), format),
    },
    dialogs: dialog !== null && (
      <NoteDialogs dialog={dialog} notes={notes} manage={manage} onClose={() => setDialog(null)} />
    ),
  };
}
