import { useEffect, useId, useState, type ReactNode } from 'react';
import type { KeepPassword, PasswordKeeping } from '#core/accounts/keepPassword.ts';
import { useApi } from '../kit/AppContext.tsx';
import { useNewPassphrase } from '../kit/widgets/Passphrase.tsx';
import { Secret } from './Secret.tsx';
import { texts } from './texts.ts';

/** How a password is to be kept. */
export interface KeepChoice {
  /** Null where the keyring keeps it. */
  readonly value: KeepPassword | null;
  readonly isReady: boolean;
  /** The question; null where the keyring keeps it, so that there is nothing to choose. */
  readonly question: ReactNode;
}

/** Asks how a password is kept, where the system has no keyring. */
export function useKeepChoice(): KeepChoice {
  const api = useApi();
  const group = useId();
  const [keeping, setKeeping] = useState<PasswordKeeping | null>(null);
  const [isKept, setKept] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const chosen = useNewPassphrase({ isFirst: false });
  useEffect(() => {
    void api.invoke('accounts:keeping').then((answer) => answer.ok && setKeeping(answer.value));
  }, [api]);
  if (keeping === null || keeping.hasKeyring)
    return { value: null, isReady: keeping !== null, question: null };
  const isNew = keeping.privateNotesBy === null;
  // Notes under the keyring that is missing now have no passphrase.
  const mayKeep = keeping.privateNotesBy !== 'system';
  const options = [
    { keeps: false, label: texts.keepSession },
    ...(mayKeep ? [{ keeps: true, label: isNew ? texts.keepNewPassphrase : texts.keepPassphrase }] : []),
  ];
  return {
    value: isKept
      ? { kind: 'passphrase', passphrase: isNew ? chosen.value : passphrase }
      : { kind: 'session' },
    isReady: !isKept || (isNew ? chosen.isReady : passphrase !== ''),
    question: (
      <fieldset className="keep-choice">
        <legend>{texts.keepQuestion}</legend>
        {options.map(({ keeps, label }) => (
          <label key={label} className="keep-option">
            <input type="radio" name={group} checked={isKept === keeps} onChange={() => setKept(keeps)} />
            {label}
          </label>
        ))}
        {isKept &&
          (isNew ? (
            chosen.fields
          ) : (
            <Secret label={texts.passphrase} value={passphrase} onChange={setPassphrase} />
          ))}
      </fieldset>
    ),
  };
}
