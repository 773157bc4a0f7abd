import type { StateCreator } from 'zustand';
import type { Reply } from '#core/agenda/attendance.ts';

/** Answers to invitations that are under way: shown until the agenda has them. */
export interface RepliesSlice {
  /** By the `answerKey` of the meeting. */
  readonly replies: ReadonlyMap<string, Reply>;
  readonly replySent: (key: string, reply: Reply) => void;
  /** The agenda has it, or the server refused it. */
  readonly replySettled: (key: string) => void;
}

export const createRepliesSlice: StateCreator<RepliesSlice> = (set) => ({
  replies: new Map(),
  replySent: (key, reply) => set(({ replies }) => ({ replies: new Map([...replies, [key, reply]]) })),
  replySettled: (key) =>
    set(({ replies }) => ({ replies: new Map([...replies].filter(([known]) => known !== key)) })),
});
