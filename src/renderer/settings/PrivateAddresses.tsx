import type { Api } from '../kit/api.ts';
import { useReply } from '../kit/useReply.ts';
import { SettingRow } from './SettingsGroup.tsx';
import { texts } from './texts.ts';

const askStorage = (api: Api) => api.invoke('secrets:get');

/** Where calendar addresses with a token are kept: nothing to choose, but the user should know it. */
export function PrivateAddresses() {
  const [storage] = useReply(askStorage);
  return (
    <SettingRow
      label={texts.privateAddresses}
      hint={storage === null ? texts.privateAddressesAsking : texts.privateAddressesHints[storage]}
    >
      {null}
    </SettingRow>
  );
}
