import { useState } from 'react';
import { useApp, useAppStore } from '../../kit/AppContext.tsx';
import { namedNotes } from '../namedNotes.ts';
import { NoteDialogs } from './NoteDialogs.tsx';
import { noteMenu, type NoteDialog } from './NoteMenu.tsx';
import { useManage } from './useManage.ts';
import { MoreMenu } from '../../kit/widgets/MoreMenu.tsx';
import { texts } from './texts.ts';

/** What can be done with the open note besides writing, as in the menu of its row. Nothing while it has no file. */
export function NoteMore({ path }: { readonly path: string }) {
  const store = useAppStore();
  const manage = useManage();
  const [dialog, setDialog] = useState<NoteDialog | null>(null);
  const note = useApp((state) => namedNotes(state)?.find((one) => one.path === path));
  if (note === undefined) return null;
  return (
    <>
      <MoreMenu label={texts.moreOfNote}>
        {noteMenu({
          notes: [note],
          manage,
          onDialog: setDialog,
          onShowMeeting: (key) => {
            store.getState().occurrenceSelected(key);
            store.getState().screenShown('agenda');
          },
        })}
      </MoreMenu>
      {dialog !== null && <NoteDialogs dialog={dialog} manage={manage} onClose={() => setDialog(null)} />}
    </>
  );
}
