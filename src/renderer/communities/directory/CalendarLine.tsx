import { useState } from 'react';
import type { Problem } from '#base';
import { useRemoveFeed } from '../../feeds/useRemoveFeed.ts';
import { useApi, useApp } from '../../kit/AppContext.tsx';
import { OutLink } from '../../kit/widgets/OutLink.tsx';
import { Switch } from '../../kit/widgets/Switch.tsx';
import { texts } from './texts.ts';

/** What following an address led to. */
type State =
  | { readonly kind: 'rest' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'followed'; readonly words: string }
  | { readonly kind: 'refused'; readonly problem: Problem };

export interface CalendarLineProps {
  /** Id of the community. */
  readonly community: string;
  readonly address: string;
  readonly covers: string;
  readonly age: string;
  /** Where to look if the address does not answer. */
  readonly page: string | null;
  /** The feed that follows it; null if it is not followed. */
  readonly feedId: string | null;
}

function useFollowing(community: string, address: string): readonly [State, () => void] {
  const api = useApi();
  const [state, setState] = useState<State>({ kind: 'rest' });
  const follow = async (): Promise<void> => {
    setState({ kind: 'asking' });
    const outcome = await api.invoke('directory:follow', community, address);
    if (!outcome.ok) return setState({ kind: 'refused', problem: outcome.problem });
    const { seriesCount, hasNext } = outcome.value;
    const words = [texts.isFollowed(seriesCount), ...(hasNext ? [] : [texts.noNext])].join(' ');
    setState({ kind: 'followed', words });
  };
  return [state, () => void follow()];
}

/** A calendar or page of a community, the age of its address, and a switch that fetches and follows it. */
export function CalendarLine({ community, address, covers, age, page, feedId }: CalendarLineProps) {
  const [state, follow] = useFollowing(community, address);
  const remove = useRemoveFeed();
  const name = useApp((one) => one.feeds?.find(({ feed }) => feed.id === feedId)?.feed.name ?? covers);
  const isFollowed = feedId !== null;
  return (
    <li className="group-meeting">
      <div className="group-meeting-text">
        <span className="group-meeting-title">{covers}</span>
        <span className="group-meeting-when">{age}</span>
      </div>
      <Switch
        aria-label={texts.follow(covers)}
        isSelected={isFollowed || state.kind === 'asking'}
        // Not disabled meanwhile: it would lose the focus.
        onChange={(isOn) => {
          if (state.kind === 'asking') return;
          if (isOn) follow();
          else if (feedId !== null) remove(feedId, name);
        }}
      />
      <output className="directory-outcome">
        {state.kind === 'asking' && <p className="quiet">{texts.checking}</p>}
        {state.kind === 'followed' && isFollowed && <p className="directory-good">{state.words}</p>}
        {state.kind === 'refused' && (
          <p className="directory-refused">
            <strong>{state.problem.title}.</strong> {state.problem.detail}{' '}
            {page !== null && <OutLink url={page}>{texts.website}</OutLink>}
          </p>
        )}
      </output>
    </li>
  );
}
