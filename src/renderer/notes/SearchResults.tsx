import { SearchX } from 'lucide-react';
import { useDeferredValue, useEffect, useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import type { SearchHit, SearchWish } from '../../shared/notes/search.ts';
import { useApi, useTimeFormat } from '../frame/AppContext.tsx';
import { EmptyState } from '../widgets/EmptyState.tsx';
import { noteDay } from './noteWords.ts';

/** What was found; null until main has answered the first time. An answer to an earlier wish is dropped. */
function useHits({ words, series, hasOpenItems }: SearchWish): readonly SearchHit[] | null {
  const api = useApi();
  const [hits, setHits] = useState<readonly SearchHit[] | null>(null);
  useEffect(() => {
    let isWanted = true;
    const find = async (): Promise<void> => {
      const outcome = await api.ask('search:find', { words, series, hasOpenItems });
      if (isWanted && outcome.ok) setHits(outcome.value);
    };
    void find();
    return () => {
      isWanted = false;
    };
  }, [api, words, series, hasOpenItems]);
  return hits;
}

export interface SearchResultsProps {
  readonly wish: SearchWish;
  readonly onOpen: (hit: SearchHit) => void;
}

/** The notes and transcripts that hold the words, with what stands around them. */
export function SearchResults({ wish, onOpen }: SearchResultsProps) {
  const format = useTimeFormat();
  const hits = useHits({ ...wish, words: useDeferredValue(wish.words) });
  if (hits === null) return null;
  if (hits.length === 0)
    return <EmptyState icon={SearchX} title={`No note matches “${wish.words.trim()}”`} />;
  return (
    <GridList
      aria-label="Found notes"
      className="note-list"
      disallowTypeAhead
      items={hits.map((hit) => ({ ...hit, id: hit.path }))}
      onAction={(path) => {
        const hit = hits.find((one) => one.path === path);
        if (hit) onOpen(hit);
      }}
    >
      {(hit) => (
        <GridListItem id={hit.path} textValue={hit.title} className="note-item">
          <div className="note-item-head">
            <span className="note-item-title">{hit.title}</span>
            <span className="note-item-day">
              {hit.kind === 'transcript'
                ? 'Transcript'
                : hit.start !== null && noteDay({ start: hit.start, modified: 0 }, format)}
            </span>
          </div>
          <p className="note-item-snippet">
            {hit.snippet.map(({ at, text, isHit }) =>
              isHit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
            )}
          </p>
        </GridListItem>
      )}
    </GridList>
  );
}
