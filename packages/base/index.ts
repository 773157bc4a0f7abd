export { detachString } from './detachString.ts';
export { errorText } from './errorText.ts';
export { lowerBound } from './lowerBound.ts';
export { memoize } from './memoize.ts';
export { type Problem, type Result, UNSAVED, failure, problem, resultOf, success } from './problem.ts';
export { type Signal, createSignal, logFailure } from './signal.ts';
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
export { isSteering, visibleLine, withoutControls } from './visibleText.ts';
