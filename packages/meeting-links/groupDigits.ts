/**
 * A meeting number in groups, as services print it, so that one can read it out: `970 7278 9944`.
 * Anything but nine to eleven digits stays as it is.
 */
export const groupDigits = (meetingId: string): string =>
  /^\d{9,11}$/.test(meetingId) ? meetingId.replace(/^(\d{3})(\d{3,4})(\d{3,4})$/, '$1 $2 $3') : meetingId;
