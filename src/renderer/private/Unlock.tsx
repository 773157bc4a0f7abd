import { LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { Protection } from '#core/notes/privateNote.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { focusUnlessChosen } from '../kit/focusAtOnce.ts';
import { Passphrase, useNewPassphrase } from '../kit/widgets/Passphrase.tsx';
import { texts } from './texts.ts';

export interface UnlockProps {
  readonly by: Protection;
  /** `first`: there are none yet. `unprotected`: there are, but a passphrase must be chosen to protect them. */
  readonly occasion: 'first' | 'unprotected' | 'locked';
  /** @param passphrase null if the system keeps the key */
  readonly onOpen: (passphrase: string | null) => Promise<void>;
}

/** Unlocks the private notes. */
export function Unlock({ by, occasion, onOpen }: UnlockProps) {
  const [passphrase, setPassphrase] = useState('');
  const chosen = useNewPassphrase({ isFirst: true });
  const [isBusy, setBusy] = useState(false);
  const isByPassphrase = by === 'passphrase';
  const isChosen = isByPassphrase && occasion !== 'locked';
  const isReady = !isByPassphrase || (isChosen ? chosen.isReady : passphrase !== '');
  const open = async (): Promise<void> => {
    setBusy(true);
    await onOpen(isByPassphrase ? (isChosen ? chosen.value : passphrase) : null);
    setBusy(false);
  };
  return (
    <Form
      className="private-door"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !isBusy) void open();
      }}
    >
      <p>{texts.protection[by]}</p>
      {isByPassphrase && occasion !== 'locked' && <p>{texts.choosePassphrase[occasion]}</p>}
      {isChosen && chosen.fields}
      {isByPassphrase && !isChosen && (
        <Passphrase label={texts.passphrase} value={passphrase} onChange={setPassphrase} isFirst />
      )}
      <div className="dialog-actions">
        <Button
          ref={isByPassphrase ? null : focusUnlessChosen}
          type="submit"
          look="primary"
          isDisabled={!isReady}
          isPending={isBusy}
        >
          <LockKeyhole aria-hidden size={14} />
          {texts.unlock[occasion]}
        </Button>
      </div>
    </Form>
  );
}
