import { useShallow } from 'zustand/react/shallow';
import type { Problem } from '#base';
import { UNSAVED } from '#core/problemCodes.ts';
import { UNKNOWN_ZONE } from '#core/zones/systemZone.ts';
import { goToSection } from '../settings/SettingsGroup.tsx';
import { identityOf, visibleProblems } from '../store/appSlice.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { ProblemBox } from '../kit/widgets/ProblemBox.tsx';
import { useApp } from '../kit/AppContext.tsx';
import { texts } from './texts.ts';

/** A way to solve the problem, where the window knows one. */
function Remedy({ problem }: { readonly problem: Problem }) {
  const goTo = useApp((state) => state.screenShown);
  if (problem.code !== UNKNOWN_ZONE) return null;
  const chooseZone = (): void => {
    goTo('settings');
    // The section is there once the screen is drawn.
    requestAnimationFrame(() => goToSection('times'));
  };
  return (
    <Button size="small" onPress={chooseZone}>
      {texts.chooseZone}
    </Button>
  );
}

/** What is wrong at the moment, above every screen, until it is dismissed or over. */
export function Banners() {
  const problems = useApp(useShallow(visibleProblems));
  const dismiss = useApp((state) => state.problemDismissed);
  return (
    <section className="banners" aria-label={texts.problems} aria-live="polite">
      {problems.map((problem) => (
        <ProblemBox
          key={identityOf(problem)}
          problem={problem}
          // What is only in memory must not be forgotten: this one goes by itself.
          {...(problem.code !== UNSAVED && { onDismiss: () => dismiss(problem) })}
        >
          <Remedy problem={problem} />
        </ProblemBox>
      ))}
    </section>
  );
}
