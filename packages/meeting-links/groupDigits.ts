/**
 * Formats a meeting id in groups, as services print it: `970 7278 9944`. Anything but nine to eleven digits is
 * returned unchanged.
 */
export const groupDigits = (meetingId: string): string =>
  /^\d{9,11}$/.test(meetingId) ? meetingId.replace(/^(\d{3})(\d{3,4})(\d{3,4})$/, '$1 $2 $3') : meetingId;
