import { Folder } from 'lucide-react';
import { useState } from 'react';
import { Form, Input, Label, ListBox, ListBoxItem, TextField } from 'react-aria-components';
import { fileStem } from '#core/notes/noteTemplate.ts';
import { Button } from '../../kit/widgets/Button.tsx';
import { Dialog } from '../../kit/widgets/Dialog.tsx';
import { texts } from './texts.ts';

export interface MoveDialogProps {
  readonly count: number;
  /** Paths of the folders that have notes. */
  readonly folders: readonly string[];
  readonly onMove: (folder: string) => void;
  readonly onClose: () => void;
}

/** The path of a folder from what was typed, in characters that every file system allows. */
const folderPath = (typed: string): string => typed.split(/[\\/]/).map(fileStem).filter(Boolean).join('/');

/** The folders of some notes, by name. */
export const foldersOf = (paths: readonly string[]): string[] =>
  [
    ...new Set(paths.flatMap((path) => (path.includes('/') ? [path.slice(0, path.lastIndexOf('/'))] : []))),
  ].sort();

/** Asks for the folder to move notes to: one that is there, or a new one. */
export function MoveDialog({ count, folders, onMove, onClose }: MoveDialogProps) {
  const [typed, setTyped] = useState('');
  const move = (folder: string): void => {
    onClose();
    onMove(folder);
  };
  return (
    <Dialog title={texts.moveTitle(count)} isOpen onClose={onClose}>
      <Form
        className="manage-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (folderPath(typed) !== '') move(folderPath(typed));
        }}
      >
        {/* The dialog was opened to fill this field. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <TextField value={typed} onChange={setTyped} autoFocus maxLength={300}>
          <Label className="field-label">{texts.folder}</Label>
          <Input className="input" placeholder={texts.folderHint} spellCheck="false" />
        </TextField>
        <ListBox
          aria-label={texts.folders}
          className="list-box manage-folders"
          items={['', ...folders].map((folder) => ({ id: folder || '/', folder }))}
          onAction={(id) => move(id === '/' ? '' : String(id))}
        >
          {({ id, folder }) => (
            <ListBoxItem id={id} textValue={folder || texts.topFolder} className="list-box-item">
              <Folder aria-hidden size={14} />
              {folder || texts.topFolder}
            </ListBoxItem>
          )}
        </ListBox>
        <div className="dialog-actions">
          <Button type="submit" look="primary" isDisabled={folderPath(typed) === ''}>
            {texts.moveNow}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
