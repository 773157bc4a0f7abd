import { Plus, RefreshCw } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { accountOf } from '#core/accounts/account.ts';
import type { FeedStatus } from '#core/feeds/feed.ts';
import { AccountHead } from '../accounts/AccountHead.tsx';
import { AccountTrouble } from '../accounts/AccountTrouble.tsx';
import { useApi, useApp } from '../kit/AppContext.tsx';
import { ScreenHead } from '../kit/ScreenHead.tsx';
import { useFocusAfterRemoval } from '../kit/useFocusAfterRemoval.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { occurrencesOf } from '../store/agendaSlice.ts';
import { AddCalendar, type AddRequest } from './AddCalendar.tsx';
import { FeedRow } from './FeedRow.tsx';
import { texts } from './texts.ts';

/** The parts of the table: the calendars of each account, what else the user added, and what comes with the app. */
const PARTS = [
  { name: texts.subscribed, hint: texts.subscribedHint, isBuiltIn: false },
  { name: texts.communities, hint: texts.communitiesHint, isBuiltIn: true },
] as const;

interface PartProps {
  readonly head: ReactNode;
  /** A row below the head. */
  readonly trouble?: ReactNode;
  readonly feeds: readonly FeedStatus[];
  readonly onChange: (request: AddRequest) => void;
}

const Part = ({ head, trouble, feeds, onChange }: PartProps) => (
  <tbody>
    <tr className="feed-part">
      <th colSpan={6} scope="rowgroup">
        {head}
      </th>
    </tr>
    {trouble}
    {feeds.map((status) => (
      <FeedRow key={status.feed.id} status={status} onChange={onChange} />
    ))}
  </tbody>
);

function Parts({ feeds, onChange }: Omit<PartProps, 'head' | 'trouble'>) {
  const accounts = useApp((state) => state.accounts);
  const ids = new Set(accounts.map(({ id }) => id));
  const others = feeds.filter(({ feed }) => !ids.has(accountOf(feed) ?? ''));
  return (
    <>
      {accounts.map((account) => {
        const own = feeds.filter(({ feed }) => accountOf(feed) === account.id);
        const head = <AccountHead account={account} isEmpty={own.length === 0} />;
        const trouble = <AccountTrouble account={account} feeds={own} />;
        return <Part key={account.id} head={head} trouble={trouble} feeds={own} onChange={onChange} />;
      })}
      {PARTS.map(({ name, hint, isBuiltIn }) => {
        const own = others.filter(({ feed }) => (feed.source.kind === 'builtIn') === isBuiltIn);
        const head = (
          <>
            {name} <span className="quiet">{own.length === 0 ? texts.nothingAdded : hint}</span>
          </>
        );
        return <Part key={name} head={head} feeds={own} onChange={onChange} />;
      })}
    </>
  );
}

const Columns = () => (
  <thead>
    <tr>
      <th scope="col">{texts.columns.calendar}</th>
      <th scope="col">{texts.columns.updated}</th>
      <th scope="col">{texts.columns.reminders}</th>
      <th scope="col" className="feed-switch-cell">
        {texts.columns.shown}
      </th>
      <th scope="col" className="feed-switch-cell">
        {texts.columns.announced}
      </th>
      <th scope="col">
        <span className="visually-hidden">{texts.columns.more}</span>
      </th>
    </tr>
  </thead>
);

/** What the dialog is open for: the user's press, the field that another screen asked for, or a link. */
function useAddRequest(): readonly [AddRequest | null, (request: AddRequest | null) => void] {
  const [own, setOwn] = useState<AddRequest | null>(null);
  const requested = useApp((state) => state.requestedFeed);
  const asked = useApp(({ question }) => (question?.kind === 'follow' ? question.address : null));
  const goTo = useApp((state) => state.screenShown);
  if (asked !== null) return [{ text: asked, change: null, isFromLink: true }, setOwn];
  if (own !== null || requested === null) return [own, setOwn];
  // Forgets what was requested.
  const close = (): void => goTo('feeds');
  return [{ text: requested.text, change: null, isFromLink: false }, close];
}

/** The followed calendars: how fresh they are, what is shown and announced of them; a dialog adds one. */
export function FeedsScreen() {
  const api = useApi();
  const feeds = useApp((state) => state.feeds);
  const meetings = useApp((state) => occurrencesOf(state).length);
  const isSyncing = useApp((state) => state.feeds?.some(({ health }) => health.state === 'syncing') ?? false);
  const [request, setRequest] = useAddRequest();
  const table = useFocusAfterRemoval<HTMLTableElement>(feeds?.length ?? 0);
  const followed = feeds?.filter(({ feed }) => feed.followed === 'all' || feed.followed.length > 0) ?? [];
  return (
    <div className="screen">
      <ScreenHead
        title={texts.calendars}
        note={feeds === null ? null : texts.counts(followed.length, meetings)}
      >
        <Button isPending={isSyncing} onPress={() => api.invokeAndReport('feeds:refresh')}>
          <RefreshCw aria-hidden size={14} />
          <span className="feeds-update">{texts.updateAll}</span>
        </Button>
        <Button look="primary" onPress={() => setRequest({ text: '', change: null, isFromLink: false })}>
          <Plus aria-hidden size={16} />
          {texts.addCalendar}
        </Button>
      </ScreenHead>
      <div className="scroll">
        <table
          ref={table}
          tabIndex={-1}
          className="feed-table"
          aria-label={texts.calendars}
          aria-busy={feeds === null}
        >
          <Columns />
          {feeds !== null && <Parts feeds={feeds} onChange={setRequest} />}
        </table>
      </div>
      <AddCalendar request={request} onClose={() => setRequest(null)} />
    </div>
  );
}
