import { Check } from 'lucide-react';
import { Button, ListBox, ListBoxItem, Popover, Select } from 'react-aria-components';
import { hue, type Hue } from '#core/format/hue.ts';
import { texts } from '../texts.ts';

export interface HuePickerProps {
  /** What gets the colour: the name of a calendar or a community. */
  readonly of: string;
  readonly value: Hue;
  readonly onChange: (hue: Hue) => void;
  /** Shows the square alone; its name says the colour. */
  readonly isBare?: boolean;
}

const OPTIONS = hue.options.map((id) => ({ id }));

/** Chooses one of the ten colours, by name and by sight. */
export const HuePicker = ({ of, value, onChange, isBare = false }: HuePickerProps) => (
  <Select
    aria-label={texts.colorOf(of, texts.hues[value])}
    className="hue-picker"
    value={value}
    onChange={(chosen) => {
      const option = hue.options.find((one) => one === chosen);
      if (option !== undefined) onChange(option);
    }}
  >
    <Button className={isBare ? 'hue-button' : 'button button-plain button-small'}>
      <span className={`hue-square c-${value}`} aria-hidden />
      {!isBare && texts.color}
    </Button>
    <Popover className="popover" placement="bottom start">
      <ListBox className="list-box" items={OPTIONS}>
        {({ id }) => (
          <ListBoxItem id={id} textValue={texts.hues[id]} className="list-box-item hue-item">
            <span className={`hue-square c-${id}`} aria-hidden />
            {texts.hues[id]}
            <Check aria-hidden size={14} className="list-box-check" />
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  </Select>
);
