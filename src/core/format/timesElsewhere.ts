import type { Occurrence } from '../agenda/occurrence.ts';
import type { Settings } from '../settings/settings.ts';
import { currentZone } from '../zones/currentZone.ts';
import { homeTime, timeIn, type TimeFormat } from './formatTime.ts';

/**
 * The start of a meeting in other zones: its home zone, if that differs, then the zones that the user chose: `09:00 in
 * Los Angeles`, `Sat 21 Nov 02:00 in Tokyo`.
 */
export function timesElsewhere(
  occurrence: Occurrence,
  format: TimeFormat,
  { showHomeZone, otherZones }: Pick<Settings, 'showHomeZone' | 'otherZones'>,
): readonly string[] {
  const { time, zone } = occurrence;
  if (time.kind === 'allDay') return [];
  const home = showHomeZone ? homeTime(occurrence, format) : null;
  const shown = new Set([format.zone, ...(home === null || zone === null ? [] : [zone])].map(currentZone));
  const others = otherZones.filter((one) => !shown.has(currentZone(one)));
  return [...(home === null ? [] : [home]), ...others.map((one) => timeIn(time.start, one, format))];
}
