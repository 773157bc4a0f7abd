import type { Doubt } from '#calendar';
import type { Rhythm, RhythmReading } from './rhythm.ts';

const isSpecific = (rhythm: Rhythm) =>
  rhythm.kind === 'monthPositions' ||
  rhythm.kind === 'besidePosition' ||
  rhythm.kind === 'weeklyExcept' ||
  rhythm.kind === 'weekNumbers';

/** A rhythm without any reading: it stays a doubt beside a better one. */
const isOpen = (rhythm: Rhythm) =>
  rhythm.kind === 'onDemand' || (rhythm.kind === 'unclear' && rhythm.readings.length === 0);

/** The precision of a rhythm, for a text with several rhythms for one meeting. */
function weight(reading: RhythmReading): number {
  const { rhythm } = reading;
  if (isSpecific(rhythm)) return 4;
  if (rhythm.kind === 'onDemand') return 0;
  if (rhythm.kind === 'unclear') return rhythm.readings.length === 0 ? 1 : 3;
  if (rhythm.kind === 'weeks') return rhythm.interval > 1 ? 3 : 1;
  return 2;
}

const isEveryMonth = (rhythm: Rhythm) => rhythm.kind === 'months' && rhythm.interval === 1;
const isEveryWeeks = (rhythm: Rhythm, interval: number) =>
  rhythm.kind === 'weeks' && rhythm.interval === interval;

/**
 * `A monthly meeting every second Thursday`, `a biweekly call every second Thursday`: the other word decides.
 */
function settledBy(doubtful: RhythmReading, other: RhythmReading): RhythmReading | null {
  const monthly = doubtful.alternatives.find((rhythm) => rhythm.kind === 'monthPositions');
  if (doubtful.doubts.length === 0 || monthly === undefined || other.doubts.length > 0) return null;
  const weekdays = doubtful.weekdays ?? other.weekdays;
  if (isEveryMonth(other.rhythm)) return { rhythm: monthly, weekdays, doubts: [], alternatives: [] };
  const weeks = [doubtful.rhythm, ...doubtful.alternatives].find(
    (rhythm) => rhythm.kind === 'weeks' && rhythm.interval > 1 && isEveryWeeks(other.rhythm, rhythm.interval),
  );
  return weeks === undefined ? null : { rhythm: weeks, weekdays, doubts: [], alternatives: [] };
}

/** Months from one meeting to the next if more than one; for `bimonthly` its reading of two months. */
function monthsBetween({ rhythm }: RhythmReading): number | null {
  const months = rhythm.kind === 'unclear' ? rhythm.readings.find(({ kind }) => kind === 'months') : rhythm;
  return months?.kind === 'months' && months.interval > 1 ? months.interval : null;
}

/** `quarterly, on the first Friday`: one gives the months, the other the day in them. */
function inSomeMonths(place: RhythmReading, other: RhythmReading): RhythmReading | null {
  const { rhythm } = place;
  if (rhythm.kind === 'monthPositions' && rhythm.inMonths !== undefined && other.rhythm.kind === 'months')
    return place;
  const months = monthsBetween(other);
  // `bimonthly, on the first and third Friday` is twice a month.
  if (months === null || rhythm.kind !== 'monthPositions' || rhythm.positions.length > 1) return null;
  return { ...place, rhythm: { ...rhythm, months } };
}

/** The more precise of two rhythms for one meeting, with the doubts of both. */
export function preciser(first: RhythmReading | null, second: RhythmReading | null): RhythmReading | null {
  if (first === null || second === null) return first ?? second;
  if (first.rhythm.kind === 'monthPositions' && second.rhythm.kind === 'monthPositions') {
    const positions = [...first.rhythm.positions, ...second.rhythm.positions].filter(
      (position, index, all) =>
        all.findIndex((other) => other.nth === position.nth && other.weekday === position.weekday) === index,
    );
    const weekdays = [...new Set([...(first.weekdays ?? []), ...(second.weekdays ?? [])])];
    return {
      ...first,
      rhythm: { ...second.rhythm, ...first.rhythm, positions },
      weekdays: weekdays.length > 0 ? weekdays : null,
    };
  }
  const settled =
    settledBy(first, second) ??
    settledBy(second, first) ??
    inSomeMonths(first, second) ??
    inSomeMonths(second, first);
  if (settled !== null) return settled;
  const [better, worse] = weight(second) > weight(first) ? [second, first] : [first, second];
  // `Odd months: 9:00` for a meeting of the first and third Wednesday.
  const isOfSomeMonths =
    better.rhythm.kind === 'monthPositions' && worse.rhythm.kind === 'months' && worse.rhythm.interval > 1;
  const ofMonths: Doubt[] = isOfSomeMonths ? [{ kind: 'someMonths' }] : [];
  const doubts = [...(isOpen(worse.rhythm) ? worse.doubts : []), ...ofMonths];
  return {
    ...better,
    weekdays: better.weekdays ?? worse.weekdays,
    doubts: [...better.doubts, ...doubts],
  };
}
