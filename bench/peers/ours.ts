import { createHash } from 'node:crypto';
import { createShelf } from '../../src/main/adapters/feedReader.ts';
import type { FeedBytes } from '../../src/shared/agenda/feedShelf.ts';
import { expandSeries } from '../../src/shared/calendar/expandSeries.ts';
import { parseIcs } from '../../src/shared/calendar/parseIcs.ts';
import type { Series } from '../../src/shared/calendar/series.ts';
import { DAY } from '../../src/shared/time.ts';
import { measure, timed } from './measure.ts';

let series: readonly Series[] = [];

measure(
  ({ bytes, from, to }) => {
    const calendar = parseIcs(bytes);
    if (calendar.problems.length > 0) throw new Error('Our own calendar has problems');
    ({ series } = calendar);
    const window = { from: from.getTime(), to: to.getTime() };
    const { occurrences } = expandSeries(series, window, 'Europe/Berlin');
    return occurrences.flatMap(({ time, details }) =>
      time.kind === 'timed' ? [{ title: details.title, start: time.start, end: time.end }] : [],
    );
  },
  ({ bytes, from, to }, steps) => {
    // The median of a week of moves, because one alone says little.
    const moves = Array.from({ length: 7 }, (_, index) => {
      const by = (index + 1) * DAY;
      const one: Record<string, number> = {};
      const window = { from: from.getTime() + by, to: to.getTime() + by };
      timed(one, 'move', () => expandSeries(series, window, 'Europe/Berlin'));
      return one['move'] ?? 0;
    });
    steps['window moved by a day'] = moves.toSorted((one, other) => one - other)[3] ?? 0;
    const shelf = createShelf();
    const feed: FeedBytes = { kind: 'ics', bytes, charset: null, known: [] };
    const outcome = shelf.read(feed);
    const hash = outcome.kind === 'read' ? outcome.digest.hash : outcome.hash;
    timed(steps, 'bytes read again, unchanged', () => shelf.read({ ...feed, known: [hash] }));
    timed(steps, 'their hash alone', () => createHash('sha256').update(bytes).digest('hex'));
  },
);
