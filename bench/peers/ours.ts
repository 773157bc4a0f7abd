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
    // The mean of many moves: one is shorter than the system's count of CPU time is fine.
    const MOVES = 28;
    timed(steps, 'window moved by a day', () => {
      for (let day = 1; day <= MOVES; day += 1) {
        const window = { from: from.getTime() + day * DAY, to: to.getTime() + day * DAY };
        expandSeries(series, window, 'Europe/Berlin');
      }
    });
    steps['window moved by a day'] = (steps['window moved by a day'] ?? 0) / MOVES;
  },
);
