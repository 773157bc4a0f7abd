import type { SecretStorage } from '#core/settings/secretStorage.ts';
import type { Api } from '../kit/api.ts';
import { useReply } from '../kit/useReply.ts';
import { SettingRow } from './SettingsGroup.tsx';

const HINTS: Readonly<Record<SecretStorage, string>> = {
  system: 'Your system encrypts them, under a key in its keychain or keyring.',
  file: 'No keyring answers on this computer, so they are stored unencrypted, in a file that only your account can read. Private notes need a passphrase.',
  silent: 'Your system’s keyring does not answer. Unlock it, then start Office Hours again.',
};

const askStorage = (api: Api) => api.invoke('secrets:get');

/** Where calendar addresses with a token are kept: nothing to choose, but the user should know it. */
export function PrivateAddresses() {
  const [storage] = useReply(askStorage);
  return (
    <SettingRow
      label="Private calendar addresses"
      hint={storage === null ? 'Asking your system whether it can encrypt them…' : HINTS[storage]}
    >
      {null}
    </SettingRow>
  );
}
