import { expandSeries, parseIcs, type Series } from '../../packages/calendar/index.ts';
import { DAY } from '../../packages/base/index.ts';
import { type AgendaLine, measure, timed } from './measure.ts';

let series: readonly Series[] = [];

measure(
  ({ bytes, from, to }) => {
    const calendar = parseIcs(bytes);
    if (calendar.problems.length > 0) throw new Error('Our own calendar has problems');
    ({ series } = calendar);
    const window = { from: from.getTime(), to: to.getTime() };
    const { occurrences } = expandSeries(series, window, 'Europe/Berlin');
    const lines: AgendaLine[] = [];
    for (const { time, details } of occurrences)
      if (time.kind === 'timed') lines.push({ title: details.title, start: time.start, end: time.end });
    return lines;
  },
  ({ from, to }, steps) => {
    // The median of a week of moves, because one alone says little.
    const moves = Array.from({ length: 7 }, (_, index) => {
      const by = (index + 1) * DAY;
      const one: Record<string, number> = {};
      const window = { from: from.getTime() + by, to: to.getTime() + by };
      timed(one, 'move', () => expandSeries(series, window, 'Europe/Berlin'));
      return one['move'] ?? 0;
    });
    steps['window moved by a day'] = moves.toSorted((one, other) => one - other)[3] ?? 0;
  },
);
