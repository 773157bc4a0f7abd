import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';

/** One of the options, and how much is in it. */
export interface SegmentOption<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly count?: {
    readonly number: number;
    /** Of what, for screen readers: `open`. */
    readonly words: string;
  };
}

export interface SegmentedChoiceProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly SegmentOption<V>[];
  readonly onChange: (value: V) => void;
  /** It chooses what the screen shows, so that letters act as everywhere on the screen; see keyPlace.ts. */
  readonly isNavigation?: true;
}

/** A choice of few options, all visible. */
export const SegmentedChoice = <V extends string>({
  label,
  value,
  options,
  onChange,
  isNavigation,
}: SegmentedChoiceProps<V>) => (
  <RadioGroup
    className="segmented"
    data-letters={isNavigation}
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
        <RadioButton className="segment">
          {option.count === undefined ? (
            option.label
          ) : (
            <>
              <span>{option.label}</span>{' '}
              <span className="badge badge-warn digits">{option.count.number}</span>{' '}
              <span className="visually-hidden">{option.count.words}</span>
            </>
          )}
        </RadioButton>
      </RadioField>
    ))}
  </RadioGroup>
);
