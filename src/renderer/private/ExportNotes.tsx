import { useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../kit/widgets/Button.tsx';
import { useNewPassphrase } from '../kit/widgets/Passphrase.tsx';
import type { PrivateNotes } from './usePrivateNotes.ts';
import { texts } from './texts.ts';

export interface ExportNotesProps {
  readonly notes: PrivateNotes;
  /** @param said what was done; empty for nothing */
  readonly onDone: (said: string) => void;
}

/** Asks for the passphrase of an age file, and writes all notes to it. */
export function ExportNotes({ notes, onDone }: ExportNotesProps) {
  const chosen = useNewPassphrase({ isFirst: true });
  const [isBusy, setBusy] = useState(false);
  const write = async (): Promise<void> => {
    setBusy(true);
    const path = await notes.exportAll(chosen.value);
    setBusy(false);
    if (path !== null) onDone(texts.exported(path));
  };
  return (
    <Form
      className="private-door"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.isReady && !isBusy) void write();
      }}
    >
      <h3 className="private-heading">{texts.exportAll}</h3>
      <p>{texts.exportHint}</p>
      {chosen.fields}
      <div className="dialog-actions">
        <Button onPress={() => onDone('')}>{texts.cancel}</Button>
        <Button type="submit" look="primary" isDisabled={!chosen.isReady} isPending={isBusy}>
          {texts.chooseFile}
        </Button>
      </div>
    </Form>
  );
}
