import { useEffect, useRef, type ReactNode } from 'react';
import type { Problem } from '#base';
import { ProblemBox } from './ProblemBox.tsx';

export interface FormProblemProps {
  readonly problem: Problem | null;
  /** A way to solve it. */
  readonly children?: ReactNode;
}

/** Why a form failed: spoken, and brought into view, since in a low window it may be below what one sees. */
export function FormProblem({ problem, children }: FormProblemProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem !== null) place.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  return (
    <div ref={place} aria-live="polite">
      {problem !== null && <ProblemBox problem={problem}>{children}</ProblemBox>}
    </div>
  );
}
