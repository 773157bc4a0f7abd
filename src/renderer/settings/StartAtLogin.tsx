import { useApi, useAppStore } from '../kit/AppContext.tsx';
import { Switch } from '../kit/widgets/Switch.tsx';
import { SettingRow } from './SettingsGroup.tsx';
import { useLoginState } from './useLoginState.ts';
import { texts } from './texts.ts';

/** Starting with the computer. The system keeps it, so it is asked each time this is seen. */
export function StartAtLogin() {
  const api = useApi();
  const store = useAppStore();
  const [state, setState] = useLoginState();
  const choose = async (isOn: boolean): Promise<void> => {
    const answer = await api.invoke('login:set', isOn);
    if (answer.ok) setState(answer.value);
    else store.getState().problemReported(answer.problem);
  };
  return (
    <SettingRow
      label={texts.startAtLogin}
      hint={state?.kind === 'impossible' ? state.why : texts.startAtLoginHints[state?.kind ?? 'off']}
    >
      <Switch
        aria-label={texts.startAtLogin}
        isSelected={state?.kind === 'on' || state?.kind === 'needsApproval'}
        // Its place is there before the system has answered.
        isDisabled={state === null || state.kind === 'impossible'}
        onChange={(isOn) => void choose(isOn)}
      />
    </SettingRow>
  );
}
