import { useState } from 'react';
import { Form, Input, Label, TextField } from 'react-aria-components';
import { Button } from '../kit/widgets/Button.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import type { CalendarChoice } from './useCalendarChoice.ts';
import { texts } from './texts.ts';

export interface RenameFeedProps {
  /** The name that the calendar gives itself. */
  readonly ownName: string;
  readonly choice: CalendarChoice;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function NameForm({ ownName, choice, onClose }: Omit<RenameFeedProps, 'isOpen'>) {
  const [name, setName] = useState(choice.name);
  const save = (): void => {
    const written = name.trim();
    if (written === '' || written === ownName) choice.forgetName();
    else choice.choose({ name: written });
    onClose();
  };
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {/* The dialog was opened to fill this field. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <TextField value={name} onChange={setName} autoFocus>
        <Label className="field-label">{texts.name}</Label>
        <Input className="input" maxLength={200} placeholder={ownName} />
      </TextField>
      <div className="dialog-actions">
        <Button onPress={onClose}>{texts.cancel}</Button>
        <Button look="primary" type="submit">
          {texts.saveName}
        </Button>
      </div>
    </Form>
  );
}

/** Gives a calendar a name of the user's; an empty one is its own again. */
export const RenameFeed = ({ isOpen, ...form }: RenameFeedProps) => (
  <Dialog title={texts.renameTitle(form.choice.name)} isOpen={isOpen} onClose={form.onClose}>
    {isOpen && <NameForm {...form} />}
  </Dialog>
);
