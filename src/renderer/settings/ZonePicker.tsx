import { Check, ChevronsUpDown } from 'lucide-react';
import { useMemo } from 'react';
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { zoneChoices } from './choices.ts';

export interface ZonePickerProps {
  readonly value: string;
  readonly onChange: (zone: string) => void;
}

/** Any time zone, found by typing a part of its name. */
export function ZonePicker({ value, onChange }: ZonePickerProps) {
  const zones = useMemo(() => zoneChoices(Intl.supportedValuesOf('timeZone'), value), [value]);
  return (
    <ComboBox
      className="combo"
      aria-label="Time zone"
      menuTrigger="focus"
      defaultItems={zones}
      value={value}
      onChange={(zone) => zone !== null && onChange(String(zone))}
    >
      <div className="combo-field">
        <Input className="input" />
        <Button className="combo-button" aria-label="Show time zones">
          <ChevronsUpDown aria-hidden size={14} />
        </Button>
      </div>
      <Popover className="popover">
        <ListBox<{ id: string; label: string }> className="list-box">
          {(zone) => (
            <ListBoxItem id={zone.id} textValue={zone.label} className="list-box-item">
              {zone.label}
              <Check aria-hidden size={14} className="list-box-check" />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
