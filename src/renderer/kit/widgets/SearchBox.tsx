import { Search, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { texts } from '../texts.ts';

/** `/` focuses the box with this id; each screen has at most one. */
export const SEARCH_BOX_ID = 'screen-search';

export interface SearchBoxProps {
  readonly label: string;
  /** A second box on a screen has another id, and no shortcut. */
  readonly id?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** For keys that lead from the field into its results. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** The search of a screen. */
export const SearchBox = ({ label, id = SEARCH_BOX_ID, value, onChange, onKeyDown }: SearchBoxProps) => (
  <SearchField className="search-box" aria-label={label} value={value} onChange={onChange}>
    <Search aria-hidden size={14} className="search-box-icon" />
    <Input id={id} className="search-box-input" placeholder={label} onKeyDown={onKeyDown} />
    {value === '' && id === SEARCH_BOX_ID && (
      <kbd aria-hidden className="search-box-key">
        /
      </kbd>
    )}
    {value !== '' && (
      <Button className="search-box-clear" aria-label={texts.clearSearch}>
        <X aria-hidden size={14} />
      </Button>
    )}
  </SearchField>
);
