import { createHash } from 'node:crypto';
import { createNodeFeedStore } from '../../src/main/adapters/threads/feedReader.ts';
import { measure, timed } from './measure.ts';

/** Our shelf, asked to read bytes that it has read before, beside what their hash alone costs. */
measure(({ bytes }, steps) => {
  const hashOf = () => createHash('sha256').update(bytes).digest('hex');
  const known = [hashOf()];
  const shelf = createNodeFeedStore();
  timed(steps, 'their hash alone', hashOf);
  timed(steps, 'unchanged bytes read again', () =>
    shelf.read({ format: 'ics', bytes, charset: null, known, now: 0 }),
  );
  return [];
});
