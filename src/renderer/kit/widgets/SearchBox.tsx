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
  /** For other keys that lead from the field into its results. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** The element that ↓ focuses: the first result; null if there is none. */
  readonly firstResult?: () => HTMLElement | null;
  /** Enter opens the first result. */
  readonly onOpenFirst?: () => void;
}

/** The search of a screen. ↓ goes to the first result, Enter opens it; Escape clears the field, then leaves it. */
export const SearchBox = ({
  label,
  id = SEARCH_BOX_ID,
  value,
  onChange,
  onKeyDown,
  firstResult,
  onOpenFirst,
}: SearchBoxProps) => (
  <SearchField
    className="search-box"
    aria-label={label}
    value={value}
    onChange={onChange}
    onKeyDown={(event) => {
      const result = event.key === 'ArrowDown' ? (firstResult?.() ?? null) : null;
      if (result === null) event.continuePropagation();
      else {
        event.preventDefault();
        result.focus();
      }
    }}
    {...(onOpenFirst !== undefined && { onSubmit: onOpenFirst })}
  >
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
