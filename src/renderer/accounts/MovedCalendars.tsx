import type { MovedAccount } from '#core/accounts/account.ts';
import { useApp } from '../kit/AppContext.tsx';
import { texts } from './texts.ts';

interface NamesProps {
  readonly words: string;
  readonly feedIds: readonly string[];
}

/** Calendars as the user calls them. */
function Names({ words, feedIds }: NamesProps) {
  const feeds = useApp((state) => state.feeds);
  const chosen = useApp((state) => state.settings?.calendars);
  return (
    <>
      <p>{words}</p>
      <ul className="moved-calendars">
        {(feeds ?? [])
          .filter(({ feed }) => feedIds.includes(feed.id))
          .map(({ feed: { id, name } }) => (
            <li key={id}>{chosen?.[id]?.name ?? name}</li>
          ))}
      </ul>
    </>
  );
}

/** Which calendars of an account are at its new address, and which are not. */
export const MovedCalendars = ({ moved: { host, there, missing } }: { readonly moved: MovedAccount }) => (
  <div className="moved" aria-live="polite">
    <Names words={texts.movedThere(there.length, host)} feedIds={there} />
    {missing.length > 0 && <Names words={texts.movedMissing(missing.length)} feedIds={missing} />}
  </div>
);
