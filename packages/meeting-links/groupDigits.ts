import type { JoinLink } from './joinLink.ts';

/**
 * Formats a meeting id in groups, as services print it: `970 7278 9944`. Anything but nine to eleven digits is
 * returned unchanged.
 */
export const groupDigits = (meetingId: string): string =>
  /^\d{9,11}$/.test(meetingId) ? meetingId.replace(/^(\d{3})(\d{3,4})(\d{3,4})$/, '$1 $2 $3') : meetingId;

/** The meeting id that people type and compare; null if the service has none, or the invitation does not state it. */
export const typedId = ({
  meetingId,
  typedId: typed = meetingId,
}: Pick<JoinLink, 'meetingId' | 'typedId'>): string | null => typed;
