import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { Protection } from '#core/notes/privateNote.ts';
import type { Api } from '../kit/api.ts';
import { useReply } from '../kit/useReply.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { SegmentedChoice } from '../kit/widgets/SegmentedChoice.tsx';
import { focusAtOnce } from '../kit/focusAtOnce.ts';
import { Passphrase, useNewPassphrase } from '../kit/widgets/Passphrase.tsx';
import type { PrivateNotes } from './usePrivateNotes.ts';
import { texts } from './texts.ts';

const OPTIONS = (['passphrase', 'system'] as const).map((value) => ({
  value,
  label: texts.protectedBy[value],
}));

const askOffered = (api: Api) => api.invoke('private:offered');

export interface ProtectNotesProps {
  /** What protects them now. */
  readonly by: Protection;
  readonly notes: PrivateNotes;
  /** @param said what was done; empty for nothing */
  readonly onDone: (said: string) => void;
}

/** Changes the passphrase, or moves the notes between passphrase and keyring. */
export function ProtectNotes({ by, notes, onDone }: ProtectNotesProps) {
  const [offered] = useReply(askOffered);
  const [next, setNext] = useState<Protection>(by);
  const [current, setCurrent] = useState('');
  const [isBusy, setBusy] = useState(false);
  const isByPassphrase = by === 'passphrase';
  const chosen = useNewPassphrase({ isFirst: !isByPassphrase });
  const isReady =
    (!isByPassphrase || current !== '') && (next === 'system' ? isByPassphrase : chosen.isReady);
  const protect = async (): Promise<void> => {
    setBusy(true);
    const isDone = await notes.protect(
      isByPassphrase ? current : null,
      next === 'system' ? null : chosen.value,
    );
    setBusy(false);
    if (isDone) onDone(texts.protectedNow[next]);
  };
  return (
    <Form
      className="private-door"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !isBusy) void protect();
      }}
    >
      <h3 className="private-heading" tabIndex={-1} ref={isByPassphrase ? null : focusAtOnce}>
        {texts.howProtected}
      </h3>
      {offered === 'passphrase' && <p className="quiet">{texts.noKeyring}</p>}
      {(offered === 'system' || by === 'system') && (
        <SegmentedChoice label={texts.howProtected} value={next} options={OPTIONS} onChange={setNext} />
      )}
      {isByPassphrase && (
        <Passphrase label={texts.currentPassphrase} value={current} onChange={setCurrent} isFirst />
      )}
      {next === 'passphrase' && (
        <>
          {chosen.fields}
          <p className="quiet">{texts.notStored}</p>
        </>
      )}
      <div className="dialog-actions">
        <Button onPress={() => onDone('')}>{texts.cancel}</Button>
        <Button type="submit" look="primary" isDisabled={!isReady} isPending={isBusy}>
          {texts.protect[next]}
        </Button>
      </div>
    </Form>
  );
}
