import { failure } from '#base';

/** The reply to a request about a meeting that is not in the agenda. */
export const goneMeeting = failure(
  'join/gone',
  'This meeting is no longer in the agenda',
  'Perhaps it was moved or removed.',
);
