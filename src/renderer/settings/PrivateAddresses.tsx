import type { Api } from '../kit/api.ts';
import { useReply } from '../kit/useReply.ts';
import { SettingRow } from './SettingsGroup.tsx';
import { texts } from './texts.ts';

const askStorage = (api: Api) => api.invoke('secrets:get');

/** Where private calendar addresses are stored. For information only. */
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
