import type { GivenReply } from '#core/agenda/attendance.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { useApi, useAppStore } from '../kit/AppContext.tsx';
import { texts } from './texts.ts';

/** Answers an invitation: this date or its series. Shown at once, and taken back if the server refuses it. */
export function useInvitation(): (
  occurrence: Occurrence,
  reply: GivenReply,
  scope: 'one' | 'series',
) => void {
  const [api, store] = [useApi(), useAppStore()];
  const answer = async (
    { answerKey, title }: Occurrence,
    reply: GivenReply,
    scope: 'one' | 'series',
  ): Promise<void> => {
    if (answerKey === null) return;
    const { replySent, replySettled, undoOffered, problemReported } = store.getState();
    replySent(answerKey, reply);
    const outcome = await api.invoke('invitations:answer', answerKey, reply, scope);
    replySettled(answerKey);
    if (!outcome.ok) return problemReported(outcome.problem);
    const number = outcome.value;
    undoOffered({
      words: texts.invitation.answered(title, reply),
      undone: texts.invitation.takenBack(title),
      takeBack: () => api.invoke('invitations:takeBack', number),
    });
  };
  return (occurrence, reply, scope) => void answer(occurrence, reply, scope);
}

/** Whether the meeting is an invitation that can be answered now. */
export const isAnswerable = ({ answerKey, status, silencedBy }: Occurrence): boolean =>
  answerKey !== null && status !== 'cancelled' && silencedBy?.kind !== 'paused';
