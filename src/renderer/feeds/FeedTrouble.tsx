import { useState } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel } from 'react-aria-components';
import { accountOf } from '#core/accounts/account.ts';
import type { FeedStatus } from '#core/feeds/feed.ts';
import { hasCode } from '#core/problemCodes.ts';
import { wantsAccountLogin } from '../accounts/AccountTrouble.tsx';
import { useApi, useApp, useNow } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { ProblemBox } from '../kit/widgets/ProblemBox.tsx';
import { LostCalendar } from './LostCalendar.tsx';
import { FeedLogin } from '../network/FeedLogin.tsx';
import { ToNetworkSettings } from '../kit/widgets/ToNetworkSettings.tsx';
import { wantsLogin } from './wantsLogin.ts';
import type { AddRequest } from './AddCalendar.tsx';
import { changeRequest } from './changeRequest.ts';
import { troubleWords } from './healthWords.ts';
import { texts } from './texts.ts';

export interface FeedTroubleProps {
  readonly status: FeedStatus;
  readonly name: string;
  readonly onChange: (request: AddRequest) => void;
}

/** The one button that may help: log in, accept the copy, change the address, or try again. */
function Remedy({ status, name, onChange }: FeedTroubleProps) {
  const api = useApi();
  const report = useApp((state) => state.problemReported);
  const { feed, health } = status;
  const isAddressWrong =
    feed.source.kind !== 'builtIn' &&
    feed.source.kind !== 'calDav' &&
    (hasCode(health.failure, 'feed/notFound') ||
      hasCode(health.failure, 'feed/refused') ||
      hasCode(health.failure, 'feed/webPage') ||
      hasCode(health.failure, 'feed/lockedAddress') ||
      hasCode(health.failure, 'account/otherServer'));
  const [isLoggingIn, setLoggingIn] = useState(false);
  const edit = async (): Promise<void> => {
    const request = await changeRequest(api, status, name);
    if (request.ok) onChange(request.value);
    else report(request.problem);
  };
  if (health.doubt !== null)
    return (
      <>
        <span className="quiet">{texts.newCopyHolds(health.doubt.seriesCount)}</span>
        <Button size="small" onPress={() => api.invokeAndReport('feeds:accept', feed.id)}>
          {texts.acceptCopy}
        </Button>
      </>
    );
  if (wantsLogin(health.failure))
    return (
      <>
        <Button size="small" onPress={() => setLoggingIn(true)}>
          {texts.enterLogin}
        </Button>
        {isLoggingIn && <FeedLogin id={feed.id} name={name} onClose={() => setLoggingIn(false)} />}
      </>
    );
  if (isAddressWrong)
    return (
      <Button size="small" onPress={() => void edit()}>
        {texts.changeAddress}
      </Button>
    );
  return (
    <Button size="small" onPress={() => api.invokeAndReport('feeds:refreshOne', feed.id)}>
      {texts.tryAgain}
    </Button>
  );
}

function Failure(props: FeedTroubleProps) {
  const { health } = props.status;
  const since = useNow((now) => troubleWords(health, now));
  if (health.failure === null) return null;
  return (
    <ProblemBox problem={health.failure}>
      <p className="quiet">{since}</p>
      <div className="feed-remedy">
        <Remedy {...props} />
        <ToNetworkSettings problem={health.failure} />
      </div>
    </ProblemBox>
  );
}

/** What is wrong with a calendar, below its row: why it cannot be updated, and what of it cannot be read. */
export function FeedTrouble(props: FeedTroubleProps) {
  const { feed, health } = props.status;
  const count = health.problems.length;
  const hasAccount = useApp(({ accounts }) => accounts.some(({ id }) => id === accountOf(feed)));
  // Offline, a built-in catalogue is as good as before.
  const isWaived =
    (feed.source.kind === 'builtIn' && health.state === 'stale') ||
    // Its account asks once for all of its calendars.
    (hasAccount && wantsAccountLogin(health.failure));
  const isFailing = health.failure !== null && !isWaived;
  const isEmpty = feed.source.kind === 'web' && health.seriesCount === 0;
  if (!isFailing && count === 0 && !isEmpty) return null;
  return (
    <tr className="feed-trouble">
      <td colSpan={6}>
        {isFailing && <Failure {...props} />}
        {(isFailing || isEmpty) && <LostCalendar feedId={feed.id} />}
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
      </td>
    </tr>
  );
}
