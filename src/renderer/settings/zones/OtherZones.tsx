import { X } from 'lucide-react';
import { cityOf } from '#core/format/formatTime.ts';
import { Button } from '../../kit/widgets/Button.tsx';
import { SettingRow } from '../SettingsGroup.tsx';
import { ZonePicker } from './ZonePicker.tsx';
import { texts } from '../texts.ts';

export interface OtherZonesProps {
  readonly zones: readonly string[];
  /** @param removed the city that was removed; left out if none was */
  readonly onChange: (zones: readonly string[], removed?: string) => void;
}

const MOST = 2;

/** Zones that are shown next to the viewer's own. */
export function OtherZones({ zones, onChange }: OtherZonesProps) {
  return (
    <SettingRow label={texts.otherZones} hint={texts.otherZonesHint}>
      <div className="other-zones">
        {zones.map((zone) => (
          <span key={zone} className="other-zone">
            {cityOf(zone)}
            <Button
              look="quiet"
              size="icon"
              aria-label={texts.remove(cityOf(zone))}
              onPress={() =>
                onChange(
                  zones.filter((one) => one !== zone),
                  cityOf(zone),
                )
              }
            >
              <X aria-hidden size={14} />
            </Button>
          </span>
        ))}
        {zones.length < MOST && (
          <ZonePicker
            key={zones.length}
            label={texts.anotherZone}
            value=""
            onChange={(zone) => !zones.includes(zone) && onChange([...zones, zone])}
          />
        )}
      </div>
    </SettingRow>
  );
}
