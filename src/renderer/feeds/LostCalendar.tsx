import { useEffect, useState } from 'react';
import type { LostCalendar as Lost } from '#core/directory/directoryView.ts';
import { useApi, useApp } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { OutLink } from '../kit/widgets/OutLink.tsx';
import { texts } from './texts.ts';

/** What is known of the community of a calendar that is gone or empty; null while nothing is. */
function useLost(feedId: string): Lost | null {
  const api = useApi();
  // Asked anew when a calendar is followed, removed or in another state.
  const states = useApp((state) =>
    state.feeds?.map(({ feed, health }) => `${feed.id} ${health.state}`).join('\n'),
  );
  const [lost, setLost] = useState<Lost | null>(null);
  useEffect(() => {
    if (states === undefined) return undefined;
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      const answer = await api.invoke('directory:lost', feedId);
      if (isCurrent && answer.ok) setLost(answer.value);
    };
    void ask();
    return () => {
      isCurrent = false;
    };
  }, [api, feedId, states]);
  return lost;
}

/** For a calendar of the directory that is gone or empty: its community's page, and what its texts state instead. */
export function LostCalendar({ feedId }: { readonly feedId: string }) {
  const api = useApi();
  const report = useApp((state) => state.problemReported);
  const lost = useLost(feedId);
  if (lost === null) return null;
  const { id, name, page, statedCount, isStatedShown } = lost;
  const follow = async (): Promise<void> => {
    const outcome = await api.invoke('directory:followStated', id);
    if (!outcome.ok) report(outcome.problem);
  };
  return (
    <div className="feed-remedy">
      <p>
        {texts.lostCalendar(name)} {isStatedShown && texts.statedInstead(statedCount)}{' '}
        {page !== null && <OutLink url={page}>{texts.pageOfCommunity(name)}</OutLink>}
      </p>
      {!isStatedShown && statedCount > 0 && (
        <Button size="small" onPress={() => void follow()}>
          {texts.showStated(statedCount)}
        </Button>
      )}
    </div>
  );
}
