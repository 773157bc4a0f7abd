import { SearchX } from 'lucide-react';
import { useDeferredValue, useEffect, useState } from 'react';
import type { SearchHit, SearchQuery } from '#core/notes/search.ts';
import { useApi, useAppStore, useTimeFormat } from '../kit/AppContext.tsx';
import { Announced } from '../kit/widgets/Announced.tsx';
import { EmptyState } from '../kit/widgets/EmptyState.tsx';
import { useRowActions } from './manage/useRowActions.tsx';
import { NoteRows } from './NoteRows.tsx';
import { noteDay } from './noteWords.ts';
import { texts } from './texts.ts';

/** The results; null until the first reply. Replies to earlier queries are dropped. */
function useHits({ words, series, tags, hasOpenItems, from, to }: SearchQuery): readonly SearchHit[] | null {
  const api = useApi();
  const store = useAppStore();
  const [hits, setHits] = useState<readonly SearchHit[] | null>(null);
  // The same tags are another array at each rendering.
  const tagList = tags.join(' ');
  useEffect(() => {
    let isWanted = true;
    const find = async (): Promise<void> => {
      const outcome = await api.invoke('search:find', {
        words,
        series,
        hasOpenItems,
        from,
        to,
        tags: tagList.split(' ').filter(Boolean),
      });
      if (isWanted && outcome.ok) setHits(outcome.value);
    };
    void find();
    // A changed note may match now, or no longer.
    const end = store.subscribe((state, before) => {
      if (state.notes !== before.notes) void find();
    });
    return () => {
      isWanted = false;
      end();
    };
  }, [api, store, words, series, tagList, hasOpenItems, from, to]);
  return hits;
}

export interface SearchResultsProps {
  readonly query: SearchQuery;
  readonly onOpen: (hit: SearchHit) => void;
}

/** The notes and transcripts that match, with snippets. */
export function SearchResults({ query, onOpen }: SearchResultsProps) {
  const format = useTimeFormat();
  const { actions, dialogs } = useRowActions();
  const hits = useHits({ ...query, words: useDeferredValue(query.words) });
  if (hits === null) return null;
  const count = texts.results(hits.length);
  return (
    <>
      <Announced words={count} />
      {hits.length === 0 ? (
        <EmptyState
          icon={SearchX}
          title={query.words.trim() === '' ? texts.noFilterMatch : texts.noMatch(query.words.trim())}
        />
      ) : (
        <NoteRows
          label={texts.foundNotes}
          rowHeight={86}
          sections={[
            {
              id: 'hits',
              heading: null,
              rows: hits.map((hit) => ({
                id: hit.path,
                title: hit.title,
                day: hit.kind === 'transcript' ? texts.transcript : noteDay(hit, format),
                words: (
                  <p className="note-item-snippet">
                    {hit.snippet.map(({ at, text, isHit }) =>
                      isHit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
                    )}
                  </p>
                ),
              })),
            },
          ]}
          actions={actions}
          onOpen={(path) => {
            const hit = hits.find((one) => one.path === path);
            if (hit) onOpen(hit);
          }}
        />
      )}
      {dialogs}
    </>
  );
}
