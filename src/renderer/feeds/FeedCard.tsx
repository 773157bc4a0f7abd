import { BookMarked, CalendarSync, FileText, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel } from 'react-aria-components';
import type { FeedStatus } from '../../shared/calendar/feed.ts';
import { useApi, useApp, useNow } from '../frame/AppContext.tsx';
import { FeedReminders } from '../reminders/FeedReminders.tsx';
import { Button } from '../widgets/Button.tsx';
import { Dialog } from '../widgets/Dialog.tsx';
import { ProblemBox } from '../widgets/ProblemBox.tsx';
import { healthWords, isFromNetwork } from './healthWords.ts';

function RemoveFeed({ status }: { readonly status: FeedStatus }) {
  const api = useApi();
  const [isAsking, ask] = useState(false);
  const { id, name } = status.feed;
  return (
    <>
      <Button look="quiet" size="icon" aria-label={`Remove ${name}`} onPress={() => ask(true)}>
        <Trash2 aria-hidden size={16} />
      </Button>
      <Dialog role="alertdialog" title={`Remove “${name}”?`} isOpen={isAsking} onClose={() => ask(false)}>
        <p>Its meetings leave the agenda and are no longer announced. Your notes about them stay.</p>
        <div className="dialog-actions">
          <Button onPress={() => ask(false)}>Keep it</Button>
          <Button
            look="danger"
            onPress={() => {
              ask(false);
              api.perform('feeds:remove', id);
            }}
          >
            Remove
          </Button>
        </div>
      </Dialog>
    </>
  );
}

interface UseAnywayProps {
  readonly id: string;
  readonly seriesCount: number;
}

/** The way out when a calendar really shrank: only its reader can know. */
function UseAnyway({ id, seriesCount }: UseAnywayProps) {
  const api = useApi();
  const held =
    seriesCount === 0 ? 'no meetings' : seriesCount === 1 ? '1 meeting' : `${seriesCount} meetings`;
  return (
    <p className="feed-doubt">
      <Button size="small" onPress={() => api.perform('feeds:accept', id)}>
        Use it anyway
      </Button>
      <span className="quiet">The new copy holds {held}.</span>
    </p>
  );
}

/** One feed: what it is, how it is doing, what to do about it. */
export function FeedCard({ status }: { readonly status: FeedStatus }) {
  const { feed, health, maskedAddress } = status;
  const goTo = useApp((state) => state.screenShown);
  const words = useNow((now) => healthWords(health, now));
  const isCatalogue = feed.kind === 'catalogue';
  const Icon = isCatalogue ? BookMarked : isFromNetwork(status) ? CalendarSync : FileText;
  const count = health.problems.length;
  return (
    <li className="feed" data-state={health.state}>
      <Icon aria-hidden size={20} strokeWidth={1.5} className={`feed-icon ink-${feed.color}`} />
      <div className="feed-body">
        <h2 className="feed-name">{feed.name}</h2>
        <p className="quiet feed-address">
          {isCatalogue ? 'Comes with Office Hours' : maskedAddress}
          {' · '}
          {health.seriesCount === 1 ? '1 meeting' : `${health.seriesCount} meetings`}
        </p>
        {/* What comes with the app is as new as the app: only trouble is worth a line. */}
        {(!isCatalogue || health.state !== 'fresh') && (
          <p className="feed-health">
            <span className="health-dot" aria-hidden />
            {words}
          </p>
        )}
        <FeedReminders feed={feed} />
        {health.failure && <ProblemBox problem={health.failure} />}
        {health.doubt && <UseAnyway id={feed.id} seriesCount={health.doubt.seriesCount} />}
        {count > 0 && (
          <Disclosure className="feed-problems">
            <AriaButton slot="trigger" className="text-button">
              {count === 1
                ? '1 entry could not be read as it stands'
                : `${count} entries could not be read as they stand`}
            </AriaButton>
            <DisclosurePanel>
              {health.problems.map((problem) => (
                <ProblemBox key={`${problem.code} ${problem.title}`} problem={problem} />
              ))}
            </DisclosurePanel>
          </Disclosure>
        )}
      </div>
      <div className="feed-actions">
        {isCatalogue ? (
          <Button size="small" onPress={() => goTo('communities')}>
            Choose meetings
          </Button>
        ) : (
          <RemoveFeed status={status} />
        )}
      </div>
    </li>
  );
}
