import { useApi, useAppStore } from '../kit/AppContext.tsx';
import { Switch } from '../kit/widgets/Switch.tsx';
import { SettingRow } from './SettingsGroup.tsx';
import { useLoginState } from './useLoginState.ts';
import { texts } from './texts.ts';

/** Starts the app with the computer. The system keeps that setting, so it is read at each mount. */
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
        // Disabled instead of absent before the system has answered, so that the layout does not move.
        isDisabled={state === null || state.kind === 'impossible'}
        onChange={(isOn) => void choose(isOn)}
      />
    </SettingRow>
  );
}
