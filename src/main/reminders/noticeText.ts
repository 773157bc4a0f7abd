import { duration, timeRange, type TimeFormat } from '../../shared/agenda/formatTime.ts';
import type { Occurrence } from '../../shared/calendar/occurrence.ts';
import { MINUTE, type Instant } from '../../shared/time.ts';

/**
 * The words of a notice: how soon, when in the viewer's zone, and in which room.
 * Only the service is named: addresses and passcodes do not belong on a lock screen.
 */
export function noticeBody(occurrence: Occurrence, now: Instant, format: TimeFormat): string {
  const service = occurrence.joinLinks[0]?.serviceName;
  return [soonness(occurrence, now), timeRange(occurrence, format), service]
    .filter((part) => part !== undefined)
    .join(' · ');
}

function soonness({ time }: Occurrence, now: Instant): string {
  if (time.kind === 'allDay') return 'Today';
  const left = time.start - now;
  if (left >= MINUTE) return `In ${duration(Math.ceil(left / MINUTE) * MINUTE)}`;
  return left > -MINUTE ? 'Starts now' : `Started ${duration(-left)} ago`;
}
