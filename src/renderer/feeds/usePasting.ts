import { useEffect, useRef, useState } from 'react';
import { success, type Problem, type Result } from '#base';
import type { Feed } from '#core/feeds/feed.ts';
import type { FeedPreview } from '#core/feeds/feedPreview.ts';
import type { FeedLogin, FollowOptions } from '#core/feeds/followOptions.ts';
import type { EntryOutcome } from '#core/feeds/starterPack.ts';
import { useApi } from '../kit/AppContext.tsx';
import { isPasted, isWorthChecking } from './pastedText.ts';
import { isList, placesOf } from './PreviewChoices.tsx';

/** What is known about the text in the field. */
export type Stage =
  | { readonly kind: 'idle' | 'looking' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | {
      readonly kind: 'found';
      readonly preview: FeedPreview;
      /** Entries of a list that could not be followed. */
      readonly failed: readonly EntryOutcome[];
    };

/** The field for an address or a text, and its live preview. Nothing is followed before `follow`. */
export interface Pasting {
  readonly text: string;
  readonly stage: Stage;
  readonly isAdding: boolean;
  /** Places of the chosen entries of a list of calendars. */
  readonly chosen: ReadonlySet<number>;
  readonly choose: (chosen: ReadonlySet<number>) => void;
  readonly setText: (text: string) => void;
  /** Checks the text at once; resolves with the outcome. */
  readonly look: () => Promise<Stage>;
  /** Asks for a file, and checks it. */
  readonly chooseFile: () => Promise<void>;
  /** Checks the text again, with a login for its server. */
  readonly logIn: (login: FeedLogin) => Promise<Stage>;
  /** Follows what was found; of a list what was chosen. Fails if some of that did not answer, and shows which. */
  readonly follow: (followed: FollowOptions['followed']) => Promise<Result<{ readonly name: string }>>;
}

/** A list of at most so many is chosen as a whole. */
const SHORT_LIST = 12;

const chosenAtFirst = ({ choices }: FeedPreview): ReadonlySet<number> =>
  new Set(
    choices.length > SHORT_LIST
      ? []
      : placesOf(choices, ({ isFollowed, replaced }) => !isFollowed && replaced === 0),
  );

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
  const [chosen, choose] = useState<ReadonlySet<number>>(new Set());
  /** The text of the newest check: an answer about an older one is dropped. */
  const checked = useRef<string | null>(null);
  /** The login that was typed for the text. */
  const login = useRef<FeedLogin | null>(null);
  /** Pasted as a whole, not typed. */
  const isWhole = useRef(first !== '');

  const look = async (asked: string = text): Promise<Stage> => {
    if (asked.trim() === '') return { kind: 'idle' };
    checked.current = asked;
    setStage({ kind: 'looking' });
    const outcome = await api.invoke('feeds:preview', asked.trim(), {
      followed: 'all',
      replaces,
      login: login.current,
    });
    const next: Stage = outcome.ok
      ? { kind: 'found', preview: outcome.value, failed: [] }
      : { kind: 'refused', problem: outcome.problem };
    if (checked.current === asked) {
      setStage(next);
      choose(outcome.ok ? chosenAtFirst(outcome.value) : new Set());
    }
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
    login.current = null;
    setText(next);
    setStage({ kind: 'idle' });
  };
  const followOne = async (followed: FollowOptions['followed']): Promise<Result<Feed>> => {
    const outcome = await api.invoke('feeds:add', text.trim(), {
      followed,
      replaces,
      login: login.current,
    });
    if (!outcome.ok) setStage({ kind: 'refused', problem: outcome.problem });
    return outcome;
  };
  const followChosen = async (preview: FeedPreview): Promise<Result<{ readonly name: string }>> => {
    const outcome = await api.invoke('feeds:addChosen', text.trim(), [...chosen]);
    if (!outcome.ok) {
      setStage({ kind: 'refused', problem: outcome.problem });
      return outcome;
    }
    const failed = outcome.value.filter(({ problem }) => problem !== null);
    const [first] = failed;
    if (first === undefined || first.problem === null) return success({ name: preview.name });
    const isFailed = new Set(failed.map(({ at }) => at));
    const choices = preview.choices.map((one, at) =>
      chosen.has(at) && !isFailed.has(at) ? { ...one, isFollowed: true } : one,
    );
    setStage({ kind: 'found', preview: { ...preview, choices }, failed });
    choose(new Set());
    return { ok: false, problem: first.problem };
  };
  return {
    text,
    stage,
    isAdding,
    chosen,
    choose,
    setText: change,
    look: () => look(),
    logIn: (typed) => {
      login.current = typed;
      return look();
    },
    chooseFile: async () => {
      const chosen = await api.invoke('feeds:chooseFile');
      if (chosen.ok && chosen.value !== null) change(chosen.value);
    },
    follow: async (followed) => {
      setAdding(true);
      const outcome =
        stage.kind === 'found' && isList(stage.preview)
          ? await followChosen(stage.preview)
          : await followOne(followed);
      setAdding(false);
      return outcome;
    },
  };
}
