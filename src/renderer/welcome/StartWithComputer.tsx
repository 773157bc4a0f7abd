import { useState } from 'react';
import type { LoginState } from '#core/desktop/loginState.ts';
import { useApi, useAppStore } from '../kit/AppContext.tsx';
import { useLoginState } from '../settings/useLoginState.ts';
import { Switch } from '../kit/widgets/Switch.tsx';
import { texts } from './texts.ts';

/** The offer to start with the computer, in the last step of the welcome. */
export interface StartOffer {
  /** null until the system has answered. */
  readonly state: LoginState | null;
  readonly isWanted: boolean;
  readonly choose: (isWanted: boolean) => void;
  /** Sets it in the system if it changed; called when the welcome is finished. */
  readonly apply: () => void;
}

/** On unless the user turns it off: reminders only come while the app is running. */
export function useStartOffer(): StartOffer {
  const api = useApi();
  const store = useAppStore();
  const [state] = useLoginState();
  const [isWanted, choose] = useState(true);
  const apply = async (): Promise<void> => {
    if (state === null || state.kind === 'impossible' || (state.kind !== 'off') === isWanted) return;
    const answer = await api.invoke('login:set', isWanted);
    if (!answer.ok) store.getState().problemReported(answer.problem);
  };
  return { state, isWanted, choose, apply: () => void apply() };
}

/** A switch to start with the computer; if that is impossible, what to do instead. */
export function StartWithComputer({ offer }: { readonly offer: StartOffer }) {
  const { state, isWanted, choose } = offer;
  if (state === null) return null;
  if (state.kind === 'impossible') return <p className="quiet">{texts.mustRun(state.why)}</p>;
  return (
    <Switch isSelected={isWanted} onChange={choose}>
      <span className="welcome-name">{texts.startAtLogin}</span>
      <span className="quiet">{texts.startAtLoginHint}</span>
    </Switch>
  );
}
