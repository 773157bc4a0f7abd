/**
 * Small tools that every library and every process of the app shares. Pure: no clock, no platform, no I/O.
 */

// Expected failures are values: a result is a value or a problem that the user can act on.
export {
  type CodeOf,
  failure,
  type Problem,
  problem,
  problemsOf,
  type ProblemTexts,
  type Result,
  resultOf,
  success,
} from './problem.ts';
export { errorText } from './errorText.ts';

// Time: units in ms, and names for instants, dates and zones.
export {
  type CalendarDate,
  DAY,
  HOUR,
  type Instant,
  MINUTE,
  SECOND,
  type TimeWindow,
  type ZoneName,
} from './time.ts';

// Events with typed listeners, and work in steps with other events in between.
export { type Signal, createSignal, logFailure } from './signal.ts';
export { type Steps, inTurns } from './inTurns.ts';
export { createPaced, type Paced } from './pace.ts';

// Text: decoding, what is safe to show, memory, hashes.
export { utf16Label } from './utf16.ts';
export { isSteering, quotable, quoted, visibleLine, withoutControls } from './visibleText.ts';
export { detachString } from './detachString.ts';
export { fnv1a } from './hash.ts';
export { lazily } from './lazily.ts';
export { memoize } from './memoize.ts';

// Sorted lists.
export { lowerBound } from './lowerBound.ts';
