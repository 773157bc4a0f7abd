import type { ScheduleParts } from '../schedule/scheduleParts.ts';
import { shareOfAgreement } from '../zones/zoneAgreement.ts';
import type { Statement } from './pageSchedules.ts';

/** In letters: a line with a time and a zone, and nothing else. */
const LONGEST_TIME = 40;
/** `Los Angeles: 7:00 AM` */
const PLACE_LABEL = /^[\s"*-]*[A-Z][A-Za-z .,/()-]{2,40}:\s*\d/;

/**
 * Compares times in adjacent lines, each in its zone: `12:00 GMT` / `4 AM PT` are one moment.
 * `translation`: for readers elsewhere. `alternate`: as authoritative as the first time. Null: different
 * meetings.
 * @param distance units between them
 */
export function sameMoment(
  known: ScheduleParts,
  next: ScheduleParts,
  statement: Statement,
  distance: number,
): 'translation' | 'alternate' | null {
  const [first, mark] = [known.times[0], next.times[0]];
  if (first === undefined || first.zone === null || mark === undefined || mark.zone === null) return null;
  const isElsewhere = mark.zone.zone !== first.zone.zone && known.weekdays?.join() === next.weekdays?.join();
  const share = shareOfAgreement(
    { time: first.time, zone: first.zone.zone },
    { time: mark.time, zone: mark.zone.zone },
  );
  if (!isElsewhere || share === 0) return null;
  if (PLACE_LABEL.test(statement.text)) return 'translation';
  return distance <= known.times.length && statement.text.length <= LONGEST_TIME ? 'alternate' : null;
}
