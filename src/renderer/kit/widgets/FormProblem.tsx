import { useEffect, useRef } from 'react';
import type { Problem } from '#base';
import { ProblemBox } from './ProblemBox.tsx';

/** Why a form failed: spoken, and brought into view, since in a low window it may be below what one sees. */
export function FormProblem({ problem }: { readonly problem: Problem | null }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem !== null) place.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  return (
    <div ref={place} aria-live="polite">
      {problem !== null && <ProblemBox problem={problem} />}
    </div>
  );
}
