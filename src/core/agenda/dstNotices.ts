import { duration } from '../format/timeUntil.ts';
import type { Occurrence } from './occurrence.ts';
import { DAY, MINUTE, type Instant, type ZoneName } from '#base';
import { shiftIn, stretchesAround } from './clockShift.ts';
import { cityOf, type TimeFormat } from '../format/formatTime.ts';

/** A clock change is announced this long before and after it. */
const NEWS_MS = 7 * DAY;

/** `1 h earlier`, `30 min later`. @param minutes not 0; negative is earlier */
export const shiftWords = (minutes: number): string =>
  `${duration(Math.abs(minutes) * MINUTE)} ${minutes < 0 ? 'earlier' : 'later'}`;

interface Fact {
  readonly when: string;
  readonly what: string;
}

/** The shifts to announce: from a week before a clock change until a week after it, and throughout a shifted period. */
function factsOf(
  home: ZoneName,
  now: Instant,
  viewer: ZoneName,
  dayFormat: () => Intl.DateTimeFormat,
): Fact[] {
  const stretches = stretchesAround(now, home, viewer);
  return stretches.slice(1).flatMap((stretch, index): Fact[] => {
    const shift = shiftIn(stretch, stretches);
    if (shift !== null && shift.minutes !== 0)
      return stretch.from - NEWS_MS <= now && now < stretch.to
        ? [
            {
              when: dayFormat().formatRange(stretch.from, stretch.to - DAY / 2),
              what: `${shiftWords(shift.minutes)} than usual for you`,
            },
          ]
        : [];
    const before = stretches[index];
    if (before === undefined || Math.abs(now - stretch.from) > NEWS_MS) return [];
    const usual = stretches.slice(0, index + 1).findLast((one) => shiftIn(one, stretches) === null);
    const change = stretch.minutes - (usual ?? before).minutes;
    const what =
      change === 0 ? 'at their usual time for you again' : `${shiftWords(change)} for you than before`;
    return [{ when: `From ${dayFormat().format(stretch.from)}`, what }];
  });
}

/**
 * The clock changes that shift meetings for the viewer, one sentence each: `8–28 March: meetings of Los Angeles are 1
 * h earlier than usual for you.` Zones that change on the same days share a sentence.
 * @param occurrences whose home zones count
 */
export function dstNotices(occurrences: readonly Occurrence[], now: Instant, format: TimeFormat): string[] {
  const homes = new Set(
    occurrences.flatMap(({ zone, time }) => (zone === null || time.kind === 'allDay' ? [] : [zone])),
  );
  homes.delete(format.zone);
  // Making a format takes a millisecond, and most of the year none is needed.
  let known: Intl.DateTimeFormat | undefined;
  const dayFormat = (): Intl.DateTimeFormat =>
    (known ??= new Intl.DateTimeFormat(format.locale, {
      timeZone: format.zone,
      day: 'numeric',
      month: 'long',
    }));
  const told = new Map<string, ZoneName[]>();
  for (const home of [...homes].toSorted())
    for (const { when, what } of factsOf(home, now, format.zone, dayFormat)) {
      const sentence = `${when}|${what}`;
      told.set(sentence, [...(told.get(sentence) ?? []), home]);
    }
  if (told.size === 0) return [];
  const list = new Intl.ListFormat('en', { type: 'conjunction' });
  return [...told].map(([sentence, zones]) => {
    const [when, what] = sentence.split('|');
    return `${when}: meetings of ${list.format(zones.map(cityOf))} are ${what}.`;
  });
}
