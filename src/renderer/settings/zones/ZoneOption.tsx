/* oxlint-disable jsx-a11y/click-events-have-key-events, jsx-a11y/prefer-tag-over-role --
   HTML has no tag for an option of a combobox, whose keys are those of its field. */
import { useEffect, useRef } from 'react';
import type { Instant } from '#base';
import type { FoundZone } from '#core/zones/findZones.ts';
import { useTimeFormat } from '../../kit/AppContext.tsx';
import { zoneClockWords } from './zoneClockWords.ts';
import { texts } from '../texts.ts';

/** The option of the computer's own zone. */
export const SYSTEM_ZONE: FoundZone = { id: 'system', city: texts.systemDefault, place: '' };

export interface ZoneOptionProps {
  readonly id: string;
  readonly zone: FoundZone;
  readonly now: Instant;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** A zone in the list, with its offset now and its next change of clocks. */
export function ZoneOption({ id, zone, now, isActive, isChosen, onChoose }: ZoneOptionProps) {
  const format = useTimeFormat();
  const self = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) self.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <div
      ref={self}
      id={id}
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      data-active={isActive || undefined}
      className="zone-option"
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className="zone-city">{zone.city}</span>
      <span className="zone-clock quiet">
        {zone.id === SYSTEM_ZONE.id ? '' : zoneClockWords(zone.id, now, format)}
      </span>
      <span className="zone-place quiet">{zone.place}</span>
    </div>
  );
}
