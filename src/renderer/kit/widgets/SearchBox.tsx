import { Search, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { SCREEN_TITLE_ID } from '../ScreenHead.tsx';
import { texts } from '../texts.ts';

/** `/` focuses the box with this id; each screen has at most one. */
export const SEARCH_BOX_ID = 'screen-search';

/** From a found row or its buttons goes back to the words that found it. Returns false if nothing was searched. */
export function leaveResults(): boolean {
  const field = document.getElementById(SEARCH_BOX_ID);
  const isResult = document.activeElement?.closest('[role="row"], [role="option"]') ?? null;
  if (!(field instanceof HTMLInputElement) || field.value === '' || isResult === null) return false;
  field.focus();
  return true;
}

export interface SearchBoxProps {
  readonly label: string;
  /** A second box on a screen has another id, and no shortcut. */
  readonly id?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** For other keys that lead from the field into its results. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** The element that ↓ focuses: the first result. */
  readonly firstResult?: () => HTMLElement | null;
  /** Takes the focus when it appears, as the field of a dialog. */
  readonly isFocused?: boolean;
  /** Enter opens the first result. */
  readonly onOpenFirst?: () => void;
}

/**
 * The search of a screen. ↓ goes to the first result, Enter opens it; Escape clears the field, then leaves it. From a
 * result Escape returns to the field (`leaveResults`).
 */
export const SearchBox = ({
  label,
  id = SEARCH_BOX_ID,
  value,
  onChange,
  onKeyDown,
  firstResult,
  isFocused = false,
  onOpenFirst,
}: SearchBoxProps) => (
  <SearchField
    className="search-box"
    aria-label={label}
    value={value}
    // Only as the field of a dialog that was opened to search.
    // oxlint-disable-next-line jsx-a11y/no-autofocus
    autoFocus={isFocused}
    onChange={onChange}
    onKeyDown={(event) => {
      const isLeft = event.key === 'Escape' && value === '' && id === SEARCH_BOX_ID;
      const first = event.key === 'ArrowDown' || isLeft ? (firstResult?.() ?? null) : null;
      const next = first ?? (isLeft ? document.getElementById(SCREEN_TITLE_ID) : null);
      if (next === null) event.continuePropagation();
      else {
        event.preventDefault();
        next.focus();
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
