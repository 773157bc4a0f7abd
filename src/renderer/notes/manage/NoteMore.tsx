import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Menu, MenuTrigger, Popover } from 'react-aria-components';
import { useApp, useAppStore } from '../../kit/AppContext.tsx';
import { Button } from '../../kit/widgets/Button.tsx';
import { NoteDialogs } from './NoteDialogs.tsx';
import { noteMenu, type NoteDialog } from './NoteMenu.tsx';
import { useManage } from './useManage.ts';
import { texts } from './texts.ts';

/** What can be done with the open note besides writing, as in the menu of its row. Nothing while it has no file. */
export function NoteMore({ path }: { readonly path: string }) {
  const store = useAppStore();
  const manage = useManage();
  const notes = useApp((state) => state.notes);
  const [dialog, setDialog] = useState<NoteDialog | null>(null);
  const note = notes?.find((one) => one.path === path);
  if (notes === null || note === undefined) return null;
  return (
    <>
      <MenuTrigger>
        <Button look="quiet" size="icon" aria-label={texts.moreOfNote}>
          <Ellipsis aria-hidden size={16} />
        </Button>
        <Popover className="popover">
          <Menu className="list-box" aria-label={texts.moreOfNote}>
            {noteMenu({
              notes: [note],
              manage,
              onDialog: setDialog,
              onShowMeeting: (key) => {
                store.getState().occurrenceSelected(key);
                store.getState().screenShown('agenda');
              },
            })}
          </Menu>
        </Popover>
      </MenuTrigger>
      {dialog !== null && (
        <NoteDialogs dialog={dialog} notes={notes} manage={manage} onClose={() => setDialog(null)} />
      )}
    </>
  );
}
