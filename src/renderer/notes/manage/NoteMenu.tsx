import {
  CalendarDays,
  ChevronRight,
  FolderInput,
  Link2,
  Link2Off,
  Pencil,
  Pin,
  PinOff,
  Share,
  Trash2,
} from 'lucide-react';
import { Menu, MenuItem, Popover, Separator, SubmenuTrigger } from 'react-aria-components';
import type { NoteSummary } from '#core/notes/note.ts';
import type { ExportFormat } from '#core/notes/noteExchange.ts';
import { texts as noteTexts } from '../texts.ts';
import type { Manage } from './useManage.ts';
import { texts } from './texts.ts';

/** What opens a dialog. */
export type NoteDialog =
  | { readonly kind: 'rename'; readonly note: NoteSummary }
  | { readonly kind: 'attach'; readonly note: NoteSummary }
  | { readonly kind: 'move'; readonly notes: readonly NoteSummary[] };

const FORMATS: readonly ExportFormat[] = ['markdown', 'html', 'pdf', 'clipboard'];

export interface NoteMenuProps {
  readonly notes: readonly NoteSummary[];
  readonly manage: Manage;
  readonly onDialog: (dialog: NoteDialog) => void;
  readonly onShowMeeting: (key: string) => void;
}

/** The items that are about one note alone. */
function SingleItems({
  note,
  manage,
  onDialog,
  onShowMeeting,
}: Omit<NoteMenuProps, 'notes'> & { readonly note: NoteSummary }) {
  const { occurrenceKey } = note;
  return (
    <>
      <MenuItem className="list-box-item" onAction={() => onDialog({ kind: 'rename', note })}>
        <Pencil aria-hidden size={14} />
        {texts.rename}
        <kbd>{texts.renameKey}</kbd>
      </MenuItem>
      {occurrenceKey !== null && (
        <MenuItem className="list-box-item" onAction={() => onShowMeeting(occurrenceKey)}>
          <CalendarDays aria-hidden size={14} />
          {texts.showMeeting}
        </MenuItem>
      )}
      <MenuItem className="list-box-item" onAction={() => onDialog({ kind: 'attach', note })}>
        <Link2 aria-hidden size={14} />
        {occurrenceKey === null ? texts.attach : texts.attachOther}
      </MenuItem>
      {occurrenceKey !== null && (
        <MenuItem className="list-box-item" onAction={() => void manage.attach(note, null)}>
          <Link2Off aria-hidden size={14} />
          {texts.detach}
        </MenuItem>
      )}
    </>
  );
}

/** The items of the menu of one or several notes. */
export function noteMenu({ notes, manage, onDialog, onShowMeeting }: NoteMenuProps) {
  const [note] = notes;
  const isPinned = notes.every((one) => one.isPinned);
  return (
    <>
      {note !== undefined && notes.length === 1 && (
        <SingleItems note={note} manage={manage} onDialog={onDialog} onShowMeeting={onShowMeeting} />
      )}
      <MenuItem className="list-box-item" onAction={() => void manage.pin(notes, !isPinned)}>
        {isPinned ? <PinOff aria-hidden size={14} /> : <Pin aria-hidden size={14} />}
        {isPinned ? texts.unpin : texts.pin}
      </MenuItem>
      <MenuItem className="list-box-item" onAction={() => onDialog({ kind: 'move', notes })}>
        <FolderInput aria-hidden size={14} />
        {texts.move}
      </MenuItem>
      <SubmenuTrigger>
        <MenuItem className="list-box-item">
          <Share aria-hidden size={14} />
          {texts.export}
          <ChevronRight aria-hidden size={14} className="menu-more" />
        </MenuItem>
        <Popover className="popover" offset={0} crossOffset={-6}>
          <Menu className="list-box" aria-label={texts.export}>
            {FORMATS.map((format) => (
              <MenuItem
                key={format}
                className="list-box-item"
                onAction={() => void manage.exportAs(notes, format)}
              >
                {noteTexts.exportFormats[format]}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </SubmenuTrigger>
      <Separator className="menu-line" />
      <MenuItem className="list-box-item" onAction={() => void manage.trash(notes)}>
        <Trash2 aria-hidden size={14} />
        {texts.trash}
        <kbd>{texts.trashKey}</kbd>
      </MenuItem>
    </>
  );
}
