import { Check, ChevronsUpDown } from 'lucide-react';
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';

export interface ChoiceProps<V extends string | number> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly id: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
}

/** A drop-down list. */
export const Choice = <V extends string | number>({ label, value, options, onChange }: ChoiceProps<V>) => (
  <Select
    aria-label={label}
    value={value}
    onChange={(chosen) => {
      const option = options.find((one) => one.id === chosen);
      if (option) onChange(option.id);
    }}
  >
    <Button className="select">
      <SelectValue className="select-value" />
      <ChevronsUpDown aria-hidden size={14} />
    </Button>
    <Popover className="popover">
      <ListBox className="list-box" items={options}>
        {(option) => (
          <ListBoxItem id={option.id} textValue={option.label} className="list-box-item">
            {option.label}
            <Check aria-hidden size={14} className="list-box-check" />
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  </Select>
);
