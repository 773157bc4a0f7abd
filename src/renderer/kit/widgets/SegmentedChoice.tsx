import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';

export interface SegmentedChoiceProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
}

/** A choice of few options, all visible. */
export const SegmentedChoice = <V extends string>({
  label,
  value,
  options,
  onChange,
}: SegmentedChoiceProps<V>) => (
  <RadioGroup
    className="segmented"
    orientation="horizontal"
    value={value}
    onChange={(chosen) => {
      const option = options.find((one) => one.value === chosen);
      if (option) onChange(option.value);
    }}
  >
    <Label className="visually-hidden">{label}</Label>
    {options.map((option) => (
      <RadioField key={option.value} value={option.value}>
        <RadioButton className="segment">{option.label}</RadioButton>
      </RadioField>
    ))}
  </RadioGroup>
);
