import { useShallow } from 'zustand/react/shallow';
import { identityOf, visibleProblems } from '../store/appSlice.ts';
import { ProblemBox } from '../widgets/ProblemBox.tsx';
import { useApp } from './AppContext.tsx';

/** What is wrong at the moment, above every screen, until it is put away. */
export function Banners() {
  const problems = useApp(useShallow(visibleProblems));
  const dismiss = useApp((state) => state.problemDismissed);
  return (
    <section className="banners" aria-label="Problems" aria-live="polite">
      {problems.map((problem) => (
        <ProblemBox key={identityOf(problem)} problem={problem} onDismiss={() => dismiss(problem)} />
      ))}
    </section>
  );
}
