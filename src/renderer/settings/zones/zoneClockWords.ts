import type { TimeFormat } from '#core/format/formatTime.ts';
import type { Instant, ZoneName } from '#base';
import { offsetWords, zoneClock } from '#core/zones/zoneClock.ts';
import { texts } from '../texts.ts';

/** `UTC+1, UTC+2 from 28 Mar`: a zone's offset now, and after its next change of clocks. */
export function zoneClockWords(zone: ZoneName, now: Instant, format: TimeFormat): string {
  const { minutes, change } = zoneClock(zone, now);
  if (change === null) return offsetWords(minutes);
  const day = new Intl.DateTimeFormat(format.locale, { timeZone: zone, day: 'numeric', month: 'short' });
  return texts.offsetFrom(offsetWords(minutes), offsetWords(change.minutes), day.format(change.at));
}
