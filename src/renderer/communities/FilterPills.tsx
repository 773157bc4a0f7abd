import { useEffect, useRef } from 'react';
import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { filters, type Filter } from './shownGroups.ts';
import { texts } from './texts.ts';

export interface FilterPillsProps {
  readonly value: Filter;
  /** Null while it is not known. */
  readonly counts: Readonly<Record<Filter, number | null>>;
  readonly onChange: (filter: Filter) => void;
}

/** Which groups are listed, with the number of each choice. */
export function FilterPills({ value, counts, onChange }: FilterPillsProps) {
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In a small window the pills are one line, which scrolls. In the frame, which lays out the screen anyway.
    const frame = requestAnimationFrame(() => {
      const selected = group.current?.querySelector(`[data-filter="${value}"]`);
      selected?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
    return () => cancelAnimationFrame(frame);
  }, [value]);
  return (
    <RadioGroup
      ref={group}
      className="filter-pills"
      orientation="horizontal"
      value={value}
      onChange={(chosen) => {
        const filter = filters.find((one) => one === chosen);
        if (filter !== undefined) onChange(filter);
      }}
    >
      <Label className="visually-hidden">{texts.which}</Label>
      {filters.map((filter) => (
        <RadioField key={filter} value={filter}>
          <RadioButton className="filter-pill" data-filter={filter}>
            {texts.filters[filter]} <span className="digits">{counts[filter] ?? ''}</span>
          </RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  );
}
