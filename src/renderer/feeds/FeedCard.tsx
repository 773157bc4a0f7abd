import { BookMarked, CalendarSync, ClipboardPaste, FileText, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel } from 'react-aria-components';
import type { FeedStatus } from '#core/feeds/feed.ts';
import { useApi, useApp } from '../kit/AppContext.tsx';
import { FeedReminders } from '../reminders/FeedReminders.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { ProblemBox } from '../kit/widgets/ProblemBox.tsx';
import { FeedOrigin } from './FeedOrigin.tsx';
import { isFromNetwork } from './healthWords.ts';
import { hueOf } from '#core/format/hue.ts';
import { texts } from './texts.ts';

function RemoveFeed({ status }: { readonly status: FeedStatus }) {
  const api = useApi();
  const report = useApp((state) => state.problemReported);
  const [isAsking, ask] = useState(false);
  const { id, name } = status.feed;
  // On success the dialog is removed together with the feed.
  const remove = async (): Promise<void> => {
    const outcome = await api.invoke('feeds:remove', id);
    if (outcome.ok) return;
    ask(false);
    report(outcome.problem);
  };
  return (
    <>
      <Button look="quiet" size="icon" aria-label={texts.remove(name)} onPress={() => ask(true)}>
        <Trash2 aria-hidden size={16} />
      </Button>
      <Dialog
        role="alertdialog"
        title={texts.removeQuestion(name)}
        isOpen={isAsking}
        onClose={() => ask(false)}
      >
        <p>{texts.removeHint}</p>
        <div className="dialog-actions">
          <Button onPress={() => ask(false)}>{texts.keep}</Button>
          <Button look="danger" onPress={() => void remove()}>
            {texts.doRemove}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

/** Opens pasted text in the field where it was pasted. */
function ChangeText({ id, name }: { readonly id: string; readonly name: string }) {
  const api = useApi();
  const showInField = useApp((state) => state.feedRequested);
  const report = useApp((state) => state.problemReported);
  const open = async (): Promise<void> => {
    const text = await api.invoke('feeds:text', id);
    if (text.ok) showInField(text.value.trimEnd(), id);
    else report(text.problem);
  };
  return (
    <Button size="small" aria-label={texts.changeText(name)} onPress={() => void open()}>
      {texts.change}
    </Button>
  );
}

interface UseAnywayProps {
  readonly id: string;
  readonly seriesCount: number;
}

/** Accepts a copy that lost many meetings: only the user can know that the loss is right. */
function UseAnyway({ id, seriesCount }: UseAnywayProps) {
  const api = useApi();
  return (
    <p className="feed-doubt">
      <Button size="small" onPress={() => api.invokeAndReport('feeds:accept', id)}>
        {texts.acceptCopy}
      </Button>
      <span className="quiet">{texts.newCopyHolds(seriesCount)}</span>
    </p>
  );
}

/** One feed: source, health, problems and actions. */
export function FeedCard({ status }: { readonly status: FeedStatus }) {
  const { feed, health, maskedAddress } = status;
  const goTo = useApp((state) => state.screenShown);
  const isCatalogue = feed.source.kind === 'builtIn';
  const isPasted = feed.source.kind === 'pasted';
  const Icon = isCatalogue
    ? BookMarked
    : isFromNetwork(status)
      ? CalendarSync
      : isPasted
        ? ClipboardPaste
        : FileText;
  const count = health.problems.length;
  return (
    <li className="feed" data-state={health.state}>
      <Icon aria-hidden size={20} strokeWidth={1.5} className={`feed-icon c-${hueOf(feed.id)}`} />
      <div className="feed-body">
        <h2 className="feed-name">{feed.name}</h2>
        <p className="quiet feed-address">
          {isCatalogue ? texts.builtIn : isPasted ? texts.pasted : maskedAddress}
          {health.seriesCount !== null && ` · ${texts.meetingCount(health.seriesCount)}`}
        </p>
        <p className="feed-health">
          <span className="health-dot" aria-hidden />
          <FeedOrigin status={status} />
        </p>
        <FeedReminders feed={feed} />
        {/* Offline, a built-in catalogue is as good as before. */}
        {health.failure && !(isCatalogue && health.state === 'stale') && (
          <ProblemBox problem={health.failure} />
        )}
        {health.doubt && <UseAnyway id={feed.id} seriesCount={health.doubt.seriesCount} />}
        {count > 0 && (
          <Disclosure className="feed-problems">
            <AriaButton slot="trigger" className="text-button">
              {texts.unreadable(count)}
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
            {texts.chooseMeetings}
          </Button>
        ) : (
          <>
            {isPasted && <ChangeText id={feed.id} name={feed.name} />}
            <RemoveFeed status={status} />
          </>
        )}
      </div>
    </li>
  );
}
