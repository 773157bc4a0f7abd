import { useState } from 'react';
import { MenuItem } from 'react-aria-components';
import type { AccountState } from '#core/accounts/account.ts';
import { useApi, useAppStore } from '../kit/AppContext.tsx';
import { MoreMenu } from '../kit/widgets/MoreMenu.tsx';
import { ChangeAddress } from './ChangeAddress.tsx';
import { ChooseCalendars } from './ChooseCalendars.tsx';
import { EnterPassword } from './EnterPassword.tsx';
import { loginWords } from './loginWords.ts';
import { texts } from './texts.ts';

/** Removes an account with its calendars, and offers to undo that. */
function useRemoveAccount(): (account: AccountState) => Promise<void> {
  const [api, store] = [useApi(), useAppStore()];
  return async ({ id, name }) => {
    // The undo of an older action must not be pressed while its account goes.
    store.getState().undoToastClosed();
    const answer = await api.invoke('accounts:remove', id);
    const { problemReported, undoOffered } = store.getState();
    if (!answer.ok) return problemReported(answer.problem);
    undoOffered({
      ...texts.removed(name),
      takeBack: () => api.invoke('accounts:restore', id),
      isStill: () => store.getState().accounts.every((one) => one.id !== id),
    });
  };
}

/** A password that is known can be replaced. */
const passwordWords = (account: AccountState): string =>
  account.need === 'nothing' && account.signsInBy === 'password' ? texts.newPassword : loginWords(account);

export interface AccountHeadProps {
  readonly account: AccountState;
  /** None of its calendars is followed. */
  readonly isEmpty: boolean;
}

/** The head of an account's calendars: its name and user, and what can be done with it. */
export function AccountHead({ account, isEmpty }: AccountHeadProps) {
  const remove = useRemoveAccount();
  const [isChoosing, setChoosing] = useState(false);
  const [isEntering, setEntering] = useState(false);
  const [isMoving, setMoving] = useState(false);
  const { name, user } = account;
  return (
    <span className="account-head">
      <span className="account-head-name">
        {name} <span className="quiet">{isEmpty ? `${user} · ${texts.noneChosen}` : user}</span>
      </span>
      <MoreMenu label={texts.moreFor(name)} placement="bottom end">
        <MenuItem className="list-box-item" onAction={() => setChoosing(true)}>
          {texts.chooseCalendars}
        </MenuItem>
        <MenuItem className="list-box-item" onAction={() => setEntering(true)}>
          {passwordWords(account)}
        </MenuItem>
        {account.signsInBy === 'password' && (
          <MenuItem className="list-box-item" onAction={() => setMoving(true)}>
            {texts.changeAddress}
          </MenuItem>
        )}
        <MenuItem className="list-box-item" onAction={() => void remove(account)}>
          {texts.removeAccount}
        </MenuItem>
      </MoreMenu>
      <ChooseCalendars account={isChoosing ? account : null} onClose={() => setChoosing(false)} />
      <EnterPassword account={isEntering ? account : null} onClose={() => setEntering(false)} />
      <ChangeAddress account={isMoving ? account : null} onClose={() => setMoving(false)} />
    </span>
  );
}
