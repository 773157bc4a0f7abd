import { useEffect, useState } from 'react';
import { Form } from 'react-aria-components';
import type { AccountState, FoundAccount } from '#core/accounts/account.ts';
import type { Problem, Result } from '#base';
import { useApi, useAppStore } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { ProblemBox } from '../kit/widgets/ProblemBox.tsx';
import { CalendarChoices } from './CalendarChoices.tsx';
import { texts } from './texts.ts';

interface ContentProps {
  readonly account: AccountState;
  readonly onClose: () => void;
}

/** Removes feeds, with one undo for all of them. */
function useRemoveFeeds(accountId: string): (ids: readonly string[]) => Promise<Result<null>> {
  const [api, store] = [useApi(), useAppStore()];
  const each = async (name: 'feeds:remove' | 'feeds:restore', ids: readonly string[]) => {
    let outcome: Result<null> = { ok: true, value: null };
    for (const id of ids) {
      const answer = await api.invoke(name, id);
      if (!answer.ok) outcome = answer;
    }
    return outcome;
  };
  return async (ids) => {
    if (ids.length === 0) return { ok: true, value: null };
    const removed = await each('feeds:remove', ids);
    if (removed.ok)
      store.getState().undoOffered({
        ...texts.removedCalendars(ids.length),
        // The last first: each was removed from the place that it had without those before it.
        takeBack: () => each('feeds:restore', ids.toReversed()),
        // False if the account went after them: only its own undo brings it back.
        isStill: () => {
          const { accounts, feeds } = store.getState();
          const isThere = accounts.some(({ id }) => id === accountId);
          return isThere && (feeds?.every(({ feed }) => !ids.includes(feed.id)) ?? true);
        },
      });
    return removed;
  };
}

function Content({ account, onClose }: ContentProps) {
  const api = useApi();
  const removeFeeds = useRemoveFeeds(account.id);
  const [found, setFound] = useState<FoundAccount | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    let isOver = false;
    const lookUp = async (): Promise<void> => {
      const answer = await api.invoke('accounts:calendars', account.id);
      if (isOver) return;
      if (!answer.ok) return setProblem(answer.problem);
      const followed = answer.value.calendars.filter(({ feedId }) => feedId !== null);
      setChosen(new Set(followed.map(({ url }) => url)));
      setFound(answer.value);
    };
    void lookUp();
    return () => {
      isOver = true;
    };
  }, [api, account.id]);
  const save = async (): Promise<void> => {
    if (found === null) return;
    setBusy(true);
    const gone = found.calendars.flatMap(({ url, feedId }) =>
      feedId !== null && !chosen.has(url) ? [feedId] : [],
    );
    const added = await api.invoke('accounts:add', account.id, [...chosen], null);
    const outcome = added.ok ? await removeFeeds(gone) : added;
    setBusy(false);
    if (outcome.ok) onClose();
    else setProblem(outcome.problem);
  };
  return (
    <Form
      className="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void save();
      }}
    >
      <div aria-live="polite">
        {found === null && problem === null && <p className="quiet">{texts.lookingUp}</p>}
        {problem !== null && <ProblemBox problem={problem} />}
      </div>
      {found !== null && (
        <CalendarChoices account={found} chosen={chosen} onChange={setChosen} isAdding={false} />
      )}
      <div className="dialog-actions">
        <Button onPress={onClose}>{texts.cancel}</Button>
        <Button look="primary" type="submit" isDisabled={found === null} isPending={isBusy}>
          {texts.saveChoice}
        </Button>
      </div>
    </Form>
  );
}

export interface ChooseCalendarsProps {
  /** Null while the dialog is closed. */
  readonly account: AccountState | null;
  readonly onClose: () => void;
}

/** Follows further calendars of an account, and removes others. */
export const ChooseCalendars = ({ account, onClose }: ChooseCalendarsProps) => (
  <Dialog
    title={account === null ? '' : texts.chooseTitle(account.name)}
    isOpen={account !== null}
    onClose={onClose}
  >
    {account !== null && <Content account={account} onClose={onClose} />}
  </Dialog>
);
