import { Search, X } from 'lucide-react';
import { Button, Input, SearchField } from 'react-aria-components';

/** `/` puts the cursor into the box with this id: each screen has at most one. */
export const SEARCH_BOX_ID = 'screen-search';

export interface SearchBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The search of a screen. */
export const SearchBox = ({ label, value, onChange }: SearchBoxProps) => (
  <SearchField className="search-box" aria-label={label} value={value} onChange={onChange}>
    <Search aria-hidden size={14} className="search-box-icon" />
    <Input id={SEARCH_BOX_ID} className="search-box-input" placeholder={label} />
    {value === '' ? (
      <kbd aria-hidden className="search-box-key">
        /
      </kbd>
    ) : (
      <Button className="search-box-clear" aria-label="Clear the search">
        <X aria-hidden size={14} />
      </Button>
    )}
  </SearchField>
);
