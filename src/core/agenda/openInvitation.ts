import type { Occurrence } from './occurrence.ts';

/** Whether the user can answer an invitation and has not yet. */
export const isOpenInvitation = ({
  answerKey,
  ownReply,
}: Pick<Occurrence, 'answerKey' | 'ownReply'>): boolean => answerKey !== null && ownReply === 'none';
