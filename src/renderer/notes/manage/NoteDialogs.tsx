import { renamedPath } from '#core/notes/renamedNote.ts';
import { useApp } from '../../kit/AppContext.tsx';
import { namedNotes } from '../namedNotes.ts';
import { MeetingPicker } from './MeetingPicker.tsx';
import { foldersOf, MoveDialog } from './MoveDialog.tsx';
import type { NoteDialog } from './NoteMenu.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import type { Manage } from './useManage.ts';

export interface NoteDialogsProps {
  readonly dialog: NoteDialog;
  readonly manage: Manage;
  readonly onClose: () => void;
}

/** The dialog of an action. */
export function NoteDialogs({ dialog, manage, onClose }: NoteDialogsProps) {
  const paths = (useApp(namedNotes) ?? []).map(({ path }) => path);
  const taken = new Set(paths.map((path) => path.toLowerCase()));
  if (dialog.kind === 'rename')
    return (
      <RenameDialog
        title={dialog.note.title}
        pathOf={(title) => renamedPath(dialog.note.path, title, (path) => taken.has(path))}
        onRename={(title) => void manage.rename(dialog.note, title)}
        onClose={onClose}
      />
    );
  if (dialog.kind === 'attach')
    return (
      <MeetingPicker
        title={dialog.note.title}
        isForNote
        onChoose={(meeting) => void manage.attach(dialog.note, meeting)}
        onClose={onClose}
      />
    );
  return (
    <MoveDialog
      count={dialog.notes.length}
      folders={foldersOf(paths)}
      onMove={(folder) => void manage.move(dialog.notes, folder)}
      onClose={onClose}
    />
  );
}
