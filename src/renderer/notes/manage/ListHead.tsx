import { ArrowDownWideNarrow, Check, FolderInput, FolderOpen, SquarePen } from 'lucide-react';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { noteOrder } from '#core/notes/noteGroups.ts';
import { useApi } from '../../kit/AppContext.tsx';
import { useSettings } from '../../kit/useSettings.ts';
import { Button } from '../../kit/widgets/Button.tsx';
import { useImportNotes } from '../ImportNotes.tsx';
import { useNewNote } from '../useNewNote.ts';
import { MoreMenu } from '../../kit/widgets/MoreMenu.tsx';
import { texts } from './texts.ts';

/** Chooses the order of the list. */
export function SortMenu() {
  const { settings, change } = useSettings();
  return (
    <MenuTrigger>
      <Button look="quiet" size="icon" aria-label={texts.sort}>
        <ArrowDownWideNarrow aria-hidden size={16} />
      </Button>
      <Popover className="popover">
        <Menu className="list-box">
          <MenuSection
            selectionMode="single"
            selectedKeys={[settings.notesOrder]}
            disallowEmptySelection
            onSelectionChange={(keys) => {
              const order = noteOrder.options.find((one) => keys !== 'all' && keys.has(one));
              if (order !== undefined) change({ notesOrder: order });
            }}
          >
            <Header className="menu-header">{texts.listBy}</Header>
            {noteOrder.options.map((order) => (
              <MenuItem key={order} id={order} className="list-box-item">
                {texts.orders[order]}
                <Check aria-hidden size={14} className="list-box-check" />
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Begins a note without a meeting. */
export function NewNoteButton() {
  const newNote = useNewNote();
  return (
    <Button
      look="quiet"
      size="icon"
      aria-label={texts.newNote}
      aria-keyshortcuts="Control+N"
      onPress={newNote}
    >
      <SquarePen aria-hidden size={16} />
    </Button>
  );
}

/** What one does seldom: import, and the folder. */
export function ListMore() {
  const api = useApi();
  const { importNotes, report } = useImportNotes();
  return (
    <>
      <MoreMenu label={texts.more}>
        <MenuItem className="list-box-item" onAction={importNotes}>
          <FolderInput aria-hidden size={14} />
          {texts.importFolder}
        </MenuItem>
        <MenuItem className="list-box-item" onAction={() => api.invokeAndReport('notes:showFolder')}>
          <FolderOpen aria-hidden size={14} />
          {texts.openFolder}
        </MenuItem>
      </MoreMenu>
      {report}
    </>
  );
}
