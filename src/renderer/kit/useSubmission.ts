import { useState } from 'react';
import type { Problem, Result } from '#base';

/** The request of a form. */
export interface Submission {
  readonly isBusy: boolean;
  /** Why the last one failed; null while another one runs. */
  readonly problem: Problem | null;
  /** Runs a request, unless one runs. @returns its value; null if it failed */
  readonly run: <T>(ask: () => Promise<Result<T>>) => Promise<{ readonly value: T } | null>;
  readonly forget: () => void;
}

export function useSubmission(): Submission {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  return {
    isBusy,
    problem,
    run: async (ask) => {
      if (isBusy) return null;
      setBusy(true);
      setProblem(null);
      const answer = await ask();
      setBusy(false);
      if (answer.ok) return { value: answer.value };
      setProblem(answer.problem);
      return null;
    },
    forget: () => setProblem(null),
  };
}
