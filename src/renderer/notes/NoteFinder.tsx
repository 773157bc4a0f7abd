import { SlidersHorizontal } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { allTags, tagsIn, withoutTags } from '#core/notes/tags.ts';
import { useApp } from '../kit/AppContext.tsx';
import { SearchBox } from '../kit/widgets/SearchBox.tsx';
import { seriesIn } from './actionFilter.ts';
import { NoteList } from './manage/NoteList.tsx';
import { useNoteModel } from './NoteModelContext.ts';
import { isFiltered, noFilter, SearchFilters, type SearchFiltersProps } from './SearchFilters.tsx';
import { SearchResults } from './SearchResults.tsx';
import { texts } from './texts.ts';

/** The first row of the list or of the results; the heading of a group is a row without a key. */
const firstNote = (): HTMLElement | null => document.querySelector('.notes-side [role="row"][data-key]');

/** What the search can be narrowed to: the series and tags that notes have. */
function Filters({ filter, onChange }: Pick<SearchFiltersProps, 'filter' | 'onChange'>) {
  const notes = useApp((state) => state.notes) ?? [];
  return <SearchFilters filter={filter} series={seriesIn(notes)} tags={allTags(notes)} onChange={onChange} />;
}

/** The list of notes, and the search in notes and transcripts. */
export function NoteFinder({
  onOpenTranscript,
}: {
  readonly onOpenTranscript: (path: string, words: string) => void;
}) {
  const noteModel = useNoteModel();
  const [words, setWords] = useState('');
  const [filter, setFilter] = useState(noFilter);
  const [isFilterShown, showFilter] = useState(false);
  const hasNotes = useApp(({ notes }) => notes !== null && notes.length > 0);
  // The list comes in the frame after the screen: together they would take too long for one.
  const isListed = useDeferredValue(hasNotes, false);
  const isSearching = words.trim() !== '' || isFiltered(filter);
  return (
    <>
      <div className="notes-search">
        <div className="notes-search-row">
          <SearchBox label={texts.search} value={words} onChange={setWords} firstResult={firstNote} />
          <ToggleButton
            className="button button-quiet button-icon search-filter"
            aria-label={texts.filters}
            isSelected={isFilterShown}
            onChange={(isShown) => {
              showFilter(isShown);
              // A hidden filter would hide notes without explanation.
              if (!isShown) setFilter(noFilter);
            }}
          >
            <SlidersHorizontal aria-hidden size={16} />
          </ToggleButton>
        </div>
        {isFilterShown && <Filters filter={filter} onChange={setFilter} />}
      </div>
      {isSearching ? (
        <SearchResults
          query={{ ...filter, words: withoutTags(words), tags: [...tagsIn(words), ...filter.tags] }}
          onOpen={({ kind, path }) =>
            kind === 'note'
              ? void noteModel.open(path, { kind: 'words', words })
              : onOpenTranscript(path, words)
          }
        />
      ) : (
        hasNotes && isListed && <NoteList />
      )}
    </>
  );
}
