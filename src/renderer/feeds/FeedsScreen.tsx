import { RefreshCw } from 'lucide-react';
import { useApi, useApp } from '../kit/AppContext.tsx';
import { ScreenHead } from '../kit/ScreenHead.tsx';
import { useFocusAfterRemoval } from '../kit/useFocusBack.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { AddFeed } from './AddFeed.tsx';
import { FeedCard } from './FeedCard.tsx';
import { texts } from './texts.ts';
import './feeds.css';

/** The followed calendars, their health, and a field that adds one. */
export function FeedsScreen() {
  const api = useApi();
  const feeds = useApp((state) => state.feeds);
  const request = useApp((state) => state.requestedFeed);
  const isSyncing = useApp((state) => state.feeds?.some(({ health }) => health.state === 'syncing') ?? false);
  const asked = useApp(({ question }) => (question?.kind === 'follow' ? question.address : null));
  const list = useFocusAfterRemoval<HTMLUListElement>(feeds?.length ?? 0);
  return (
    <div className="screen">
      <ScreenHead title={texts.calendars} note={texts.calendarsNote}>
        <Button isDisabled={isSyncing} onPress={() => api.invokeAndReport('feeds:refresh')}>
          <RefreshCw aria-hidden size={14} />
          {isSyncing ? texts.updating : texts.updateNow}
        </Button>
      </ScreenHead>
      <div className="scroll">
        <div className="cards">
          <section className="card" aria-label={texts.addCalendar}>
            <AddFeed key={asked ?? request?.number} request={request} asked={asked} />
          </section>
          <ul
            ref={list}
            tabIndex={-1}
            className="feed-list"
            aria-label={texts.calendars}
            aria-busy={feeds === null}
          >
            {feeds?.map((status) => (
              <FeedCard key={status.feed.id} status={status} />
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
