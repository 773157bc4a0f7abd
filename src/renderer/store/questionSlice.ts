import type { StateCreator } from 'zustand';
import type { Question } from '#core/desktop/question.ts';

/** A question of main before something opens. */
export interface QuestionSlice {
  /** Null for no question. */
  readonly question: Question | null;
  readonly questionReceived: (question: Question | null) => void;
}

export const createQuestionSlice: StateCreator<QuestionSlice> = (set) => ({
  question: null,
  questionReceived: (question) => set({ question }),
});
