import { DateTime } from 'luxon';
import type { Occurrence } from './occurrence.ts';
import type { Instant } from '#base';
import { isRunning, startOf } from './agenda.ts';
import { shortDay, type TimeFormat } from '../format/formatTime.ts';

/** `May be on today`, before a title: for a candidate date of a meeting with an unknown week. */
export function mayBeOn(occurrence: Occurrence, now: Instant, format: TimeFormat): string {
  if (occurrence.time.kind === 'timed' && isRunning(occurrence, now, format.zone)) return 'May be on now';
  const start = startOf(occurrence, format.zone);
  const days = DateTime.fromMillis(start, { zone: format.zone })
    .startOf('day')
    .diff(DateTime.fromMillis(now, { zone: format.zone }).startOf('day'), 'days').days;
  if (days === 0) return 'May be on today';
  return days === 1 ? 'May be on tomorrow' : `May be on ${shortDay(start, format)}`;
}
