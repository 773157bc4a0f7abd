import { useEffect, useRef, useState } from 'react';
import type { Problem, Result } from '#base';
import type { Feed } from '#core/feeds/feed.ts';
import type { FeedPreview } from '#core/feeds/feedPreview.ts';
import type { FollowOptions } from '#core/feeds/followOptions.ts';
import { useApi } from '../kit/AppContext.tsx';
import { isPasted, isWorthChecking } from './pastedText.ts';

/** What is known about the text in the field. */
export type Stage =
  | { readonly kind: 'idle' | 'looking' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'found'; readonly preview: FeedPreview };

/** The field for an address or a text, and its live preview. Nothing is followed before `follow`. */
export interface Pasting {
  readonly text: string;
  readonly stage: Stage;
  readonly isAdding: boolean;
  readonly setText: (text: string) => void;
  /** Checks the text at once; resolves with the outcome. */
  readonly look: () => Promise<Stage>;
  /** Asks for a file, and checks it. */
  readonly chooseFile: () => Promise<void>;
  /** Follows what was found. */
  readonly follow: (followed: FollowOptions['followed']) => Promise<Result<Feed>>;
}

/** A pause in typing after which the text is checked, ms. */
const PAUSE_MS = 900;

/**
 * @param first initial content of the field, which is checked at once
 * @param replaces id of the feed that gets this address or text; null for a new feed
 */
export function usePasting(first: string, replaces: string | null): Pasting {
  const api = useApi();
  const [text, setText] = useState(first);
  const [stage, setStage] = useState<Stage>({ kind: first === '' ? 'idle' : 'looking' });
  const [isAdding, setAdding] = useState(false);
  /** The text of the newest check: an answer about an older one is dropped. */
  const checked = useRef<string | null>(null);
  /** Pasted as a whole, not typed. */
  const isWhole = useRef(first !== '');

  const look = async (asked: string = text): Promise<Stage> => {
    if (asked.trim() === '') return { kind: 'idle' };
    checked.current = asked;
    setStage({ kind: 'looking' });
    const outcome = await api.invoke('feeds:preview', asked.trim(), { followed: 'all', replaces });
    const next: Stage = outcome.ok
      ? { kind: 'found', preview: outcome.value }
      : { kind: 'refused', problem: outcome.problem };
    if (checked.current === asked) setStage(next);
    return next;
  };
  useEffect(() => {
    if (text === '' || checked.current === text || !(isWhole.current || isWorthChecking(text)))
      return undefined;
    const timer = setTimeout(() => void look(text), isWhole.current ? 0 : PAUSE_MS);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only a new text is checked
  }, [text]);
  const change = (next: string): void => {
    isWhole.current = isPasted(text, next);
    checked.current = null;
    setText(next);
    setStage({ kind: 'idle' });
  };
  return {
    text,
    stage,
    isAdding,
    setText: change,
    look: () => look(),
    chooseFile: async () => {
      const chosen = await api.invoke('feeds:chooseFile');
      if (chosen.ok && chosen.value !== null) change(chosen.value);
    },
    follow: async (followed) => {
      setAdding(true);
      const outcome = await api.invoke('feeds:add', text.trim(), { followed, replaces });
      setAdding(false);
      if (!outcome.ok) setStage({ kind: 'refused', problem: outcome.problem });
      return outcome;
    },
  };
}
