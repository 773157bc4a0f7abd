import { useEffect, useState } from 'react';
import type { SecretStorage } from '#core/ipc/shellRequests.ts';
import { useApi } from '../kit/AppContext.tsx';
import { SettingRow } from './SettingsGroup.tsx';

const HINTS: Readonly<Record<SecretStorage, string>> = {
  system: 'Your system encrypts them, under a key in its keychain or keyring.',
  file: 'No keyring answers on this computer, so they are stored unencrypted, in a file that only your account can read. Private notes need a passphrase.',
  silent: 'Your system’s keyring does not answer. Unlock it, then start Office Hours again.',
};

/** Where calendar addresses with a token are kept: nothing to choose, but the user should know it. */
export function PrivateAddresses() {
  const api = useApi();
  const [storage, setStorage] = useState<SecretStorage | null>(null);
  useEffect(() => {
    let isGone = false;
    const look = async (): Promise<void> => {
      const answer = await api.invoke('secrets:get');
      if (answer.ok && !isGone) setStorage(answer.value);
    };
    void look();
    return () => {
      isGone = true;
    };
  }, [api]);
  return (
    <SettingRow
      label="Private calendar addresses"
      hint={storage === null ? 'Asking your system whether it can encrypt them…' : HINTS[storage]}
    >
      {null}
    </SettingRow>
  );
}
