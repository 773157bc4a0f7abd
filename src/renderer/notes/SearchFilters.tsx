import { Input, Label, TextField, ToggleButton } from 'react-aria-components';
import type { SearchQuery } from '#core/notes/search.ts';
import { useFieldLanguage } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { Choice } from '../kit/widgets/Choice.tsx';
import { texts as manageTexts } from './manage/texts.ts';
import { texts } from './texts.ts';

/** What a search is narrowed to. */
export type SearchFilter = Omit<SearchQuery, 'words'>;

/** No filter. */
export const noFilter: SearchFilter = {
  series: null,
  tags: [],
  hasOpenItems: false,
  from: null,
  to: null,
};

/** True if any filter is set. */
export const isFiltered = ({ series, tags, hasOpenItems, from, to }: SearchFilter): boolean =>
  series !== null || tags.length > 0 || hasOpenItems || from !== null || to !== null;

const ALL = 'all';

/** A date field is empty until its date is complete. */
const dayOf = (written: string): string | null => (/^\d{4}-\d{2}-\d{2}$/.test(written) ? written : null);

interface DayFieldProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
}

function DayField({ label, value, onChange }: DayFieldProps) {
  const language = useFieldLanguage();
  return (
    <TextField type="date" value={value ?? ''} onChange={(written) => onChange(dayOf(written))}>
      <Label className="field-label">{label}</Label>
      <Input className="input" max="9999-12-31" lang={language} />
    </TextField>
  );
}

export interface SearchFiltersProps {
  readonly filter: SearchFilter;
  readonly series: readonly { readonly id: string; readonly label: string }[];
  /** All tags. */
  readonly tags: readonly string[];
  readonly onChange: (filter: SearchFilter) => void;
}

/** Filters of a search: series, tag, dates, open items. */
export const SearchFilters = ({ filter, series, tags, onChange }: SearchFiltersProps) => (
  <fieldset className="search-filters" aria-label={texts.filters}>
    {series.length > 0 && (
      <Choice
        label={texts.series}
        value={filter.series ?? ALL}
        options={[{ id: ALL, label: texts.everyMeeting }, ...series]}
        onChange={(id) => onChange({ ...filter, series: id === ALL ? null : id })}
      />
    )}
    {tags.length > 0 && (
      <Choice
        label={manageTexts.tag}
        value={filter.tags[0] ?? ''}
        options={[
          { id: '', label: manageTexts.everyTag },
          ...tags.map((tag) => ({ id: tag, label: `#${tag}` })),
        ]}
        onChange={(tag) => onChange({ ...filter, tags: tag === '' ? [] : [tag] })}
      />
    )}
    <div className="search-days">
      <DayField label={texts.from} value={filter.from} onChange={(from) => onChange({ ...filter, from })} />
      <DayField label={texts.to} value={filter.to} onChange={(to) => onChange({ ...filter, to })} />
    </div>
    <div className="search-days">
      <ToggleButton
        className="button button-plain button-small search-filter"
        isSelected={filter.hasOpenItems}
        onChange={(hasOpenItems) => onChange({ ...filter, hasOpenItems })}
      >
        {texts.withOpenItems}
      </ToggleButton>
      {isFiltered(filter) && (
        <Button look="quiet" size="small" onPress={() => onChange(noFilter)}>
          {texts.clear}
        </Button>
      )}
    </div>
  </fieldset>
);
