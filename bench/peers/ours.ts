import { expandSeries } from '../../src/shared/calendar/expandSeries.ts';
import { parseIcs } from '../../src/shared/calendar/parseIcs.ts';
import { DAY } from '../../src/shared/time.ts';
import { measure, timed } from './measure.ts';

measure(({ bytes, from, to }, steps) => {
  const { series } = parseIcs(bytes);
  const window = { from: from.getTime(), to: to.getTime() };
  const { occurrences } = expandSeries(series, window, 'Europe/Berlin');
  // The median of a week of moves, because one alone says little.
  const moves = Array.from({ length: 7 }, (_, day) => {
    const one: Record<string, number> = {};
    timed(one, 'move', () =>
      expandSeries(
        series,
        { from: window.from + (day + 1) * DAY, to: window.to + (day + 1) * DAY },
        'Europe/Berlin',
      ),
    );
    return one['move'] ?? 0;
  });
  const sum = moves.reduce((total, move) => total + move, 0);
  const median = moves.toSorted((one, other) => one - other)[3] ?? 0;
  steps['window moved by a day'] = median;
  steps['other moves'] = sum - median;
  return occurrences.flatMap(({ time, details }) =>
    time.kind === 'timed' ? [{ title: details.title, start: time.start, end: time.end }] : [],
  );
});
