import { useState } from 'react';
import { MenuItem } from 'react-aria-components';
import type { FeedStatus } from '#core/feeds/feed.ts';
import { useApi, useApp, useTicker } from '../kit/AppContext.tsx';
import type { AddRequest } from './AddCalendar.tsx';
import { changeRequest } from './changeRequest.ts';
import { RenameFeed } from './RenameFeed.tsx';
import { useRemoveFeed } from './useRemoveFeed.ts';
import type { CalendarChoice } from './useCalendarChoice.ts';
import { MoreMenu } from '../kit/widgets/MoreMenu.tsx';
import { texts } from './texts.ts';

export interface FeedMenuProps {
  readonly status: FeedStatus;
  readonly choice: CalendarChoice;
  readonly onChange: (request: AddRequest) => void;
}

/** Everything else that can be done with a calendar. */
export function FeedMenu({ status, choice, onChange }: FeedMenuProps) {
  const api = useApi();
  const ticker = useTicker();
  const goTo = useApp((state) => state.screenShown);
  const report = useApp((state) => state.problemReported);
  const remove = useRemoveFeed();
  const [isRenaming, setRenaming] = useState(false);
  const { feed, health } = status;
  const { kind } = feed.source;
  const hasGroups = feed.format === 'catalogue' || feed.format === 'sigs';
  const edit = async (): Promise<void> => {
    const request = await changeRequest(api, status, choice.name);
    if (request.ok) onChange(request.value);
    else report(request.problem);
  };
  const pauseOrResume = (): void =>
    choice.choose({ pausedAt: choice.pausedAt === null ? ticker.now() : undefined });
  const copyProblem = (): void => {
    const { failure } = health;
    if (failure !== null) api.invokeAndReport('clipboard:write', `${failure.title}\n${failure.detail}`);
  };
  return (
    <>
      <MoreMenu label={texts.moreFor(choice.name)} placement="bottom end">
        <MenuItem className="list-box-item" onAction={() => setRenaming(true)}>
          {texts.rename}
        </MenuItem>
        {kind !== 'builtIn' && kind !== 'calDav' && (
          <MenuItem className="list-box-item" onAction={() => void edit()}>
            {kind === 'pasted' ? texts.changeText : texts.changeAddress}
          </MenuItem>
        )}
        {hasGroups && (
          <MenuItem className="list-box-item" onAction={() => goTo('communities')}>
            {texts.chooseMeetings}
          </MenuItem>
        )}
        {choice.pausedAt === null && (
          <MenuItem
            className="list-box-item"
            onAction={() => api.invokeAndReport('feeds:refreshOne', feed.id)}
          >
            {texts.updateNow}
          </MenuItem>
        )}
        <MenuItem className="list-box-item" onAction={pauseOrResume}>
          {choice.pausedAt === null ? texts.pause : texts.resume}
        </MenuItem>
        {health.failure !== null && (
          <MenuItem className="list-box-item" onAction={copyProblem}>
            {texts.copyProblem}
          </MenuItem>
        )}
        {kind !== 'builtIn' && (
          <MenuItem className="list-box-item" onAction={() => remove(feed.id, choice.name)}>
            {texts.removeIt}
          </MenuItem>
        )}
      </MoreMenu>
      <RenameFeed
        ownName={feed.name}
        choice={choice}
        isOpen={isRenaming}
        onClose={() => setRenaming(false)}
      />
    </>
  );
}
