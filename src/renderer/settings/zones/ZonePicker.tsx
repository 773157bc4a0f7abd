import { ChevronsUpDown } from 'lucide-react';
import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { cityOf } from '#core/format/formatTime.ts';
import { MINUTE } from '#base';
import { findZones, type FoundZone } from '#core/zones/findZones.ts';
import { useNow } from '../../kit/AppContext.tsx';
import { useZoneIndex } from './useZoneIndex.ts';
import { SYSTEM_ZONE, ZoneOption } from './ZoneOption.tsx';
import { texts } from '../texts.ts';

export interface ZonePickerProps {
  readonly label: string;
  /** An IANA name, `system`, or empty for none. */
  readonly value: string;
  /** Also offers the computer's own zone. */
  readonly hasSystem?: boolean;
  readonly onChange: (zone: string) => void;
}

const nameOf = (value: string): string =>
  value === '' ? '' : value === SYSTEM_ZONE.id ? SYSTEM_ZONE.city : cityOf(value);

/** The typed text, the zones that match, and the one that Enter chooses. */
function useZoneSearch(hasSystem: boolean) {
  const { index, load } = useZoneIndex();
  // Rounded to the minute: matches depend on the time only through offsets.
  const now = useNow((present) => Math.floor(present / MINUTE) * MINUTE);
  const [text, setText] = useState<string | null>(null);
  const [active, activate] = useState(0);
  const found = useMemo(
    () =>
      text === null
        ? []
        : [...(hasSystem && text === '' ? [SYSTEM_ZONE] : []), ...findZones(index, text, now)],
    [index, text, now, hasSystem],
  );
  const search = (typed: string | null): void => {
    if (typed !== null) load();
    setText(typed);
    activate(0);
  };
  return { now, text, found, active, activate, search };
}

/**
 * Chooses a time zone by city, country, abbreviation, offset or IANA name. The list is part of the page, so screen
 * readers still reach the rest. Source: ARIA Authoring Practices, combobox with list autocomplete.
 */
export function ZonePicker({ label, value, hasSystem = false, onChange }: ZonePickerProps) {
  const id = useId();
  const { now, text, found, active, activate, search } = useZoneSearch(hasSystem);
  const input = useRef<HTMLInputElement>(null);
  const isOpen = text !== null;
  const close = (): void => search(null);
  const choose = (zone: FoundZone | undefined): void => {
    close();
    if (zone !== undefined && zone.id !== value) onChange(zone.id);
  };
  const move = (step: 1 | -1): void => {
    if (!isOpen) search('');
    else if (found.length > 0) activate((active + step + found.length) % found.length);
  };
  const pressed = (event: KeyboardEvent): void => {
    const does = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: isOpen ? () => choose(found[active]) : undefined,
      Escape: isOpen ? close : undefined,
    }[event.key];
    if (does === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    does();
  };
  return (
    <div
      className="combo zone-picker"
      onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && close()}
    >
      <div className="combo-field">
        <input
          ref={input}
          className="input"
          role="combobox"
          aria-label={label}
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={found[active] === undefined ? undefined : `${id}-${active}`}
          placeholder={isOpen ? texts.zoneExamples : texts.addZone}
          value={text ?? nameOf(value)}
          onClick={() => !isOpen && search('')}
          onChange={(event) => search(event.target.value)}
          onKeyDown={pressed}
        />
        <button
          type="button"
          className="combo-button"
          tabIndex={-1}
          aria-label={texts.showZones(label)}
          onClick={() => {
            input.current?.focus();
            search(isOpen ? null : '');
          }}
        >
          <ChevronsUpDown aria-hidden size={14} />
        </button>
      </div>
      {isOpen && found.length > 0 && (
        // HTML has no tag for the list of a combobox.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        <div id={`${id}-list`} role="listbox" aria-label={label} className="zone-list">
          {found.map((zone, position) => (
            <ZoneOption
              key={zone.id}
              id={`${id}-${position}`}
              zone={zone}
              now={now}
              isActive={position === active}
              isChosen={zone.id === value}
              onChoose={() => choose(zone)}
            />
          ))}
        </div>
      )}
      <output className="quiet zone-none">{isOpen && found.length === 0 && texts.noZone}</output>
    </div>
  );
}
