import { useState } from 'react';
import { Form, Input, Label, TextField } from 'react-aria-components';
import { Button } from '../../kit/widgets/Button.tsx';
import { Dialog } from '../../kit/widgets/Dialog.tsx';
import { texts } from './texts.ts';

export interface RenameDialogProps {
  readonly title: string;
  /** The path that a title gives to the file; null if that is not worth telling. */
  readonly pathOf: ((title: string) => string) | null;
  readonly onRename: (title: string) => void;
  readonly onClose: () => void;
}

/** Asks for the new title of a note or transcript. */
export function RenameDialog({ title, pathOf, onRename, onClose }: RenameDialogProps) {
  const [wanted, setWanted] = useState(title);
  const isNew = wanted.trim() !== '' && wanted.trim() !== title;
  return (
    <Dialog title={texts.renameTitle(title)} isOpen onClose={onClose}>
      <Form
        className="manage-form"
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          if (isNew) onRename(wanted.trim());
        }}
      >
        {/* The dialog was opened to fill this field. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <TextField value={wanted} onChange={setWanted} autoFocus maxLength={300}>
          <Label className="field-label">{texts.title}</Label>
          <Input className="input" dir="auto" onFocus={(event) => event.target.select()} />
        </TextField>
        {pathOf !== null && isNew && (
          <p className="quiet manage-file">{texts.fileBecomes(pathOf(wanted.trim()))}</p>
        )}
        <div className="dialog-actions">
          <Button type="submit" look="primary" isDisabled={!isNew}>
            {texts.renameNow}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
