import type { StateCreator } from 'zustand';
import type { Question } from '#core/desktop/question.ts';

/** What main wants to know before something opens. */
export interface QuestionSlice {
  /** null while nothing is asked. */
  readonly question: Question | null;
  readonly questionReceived: (question: Question | null) => void;
}

export const createQuestionSlice: StateCreator<QuestionSlice> = (set) => ({
  question: null,
  questionReceived: (question) => set({ question }),
});
