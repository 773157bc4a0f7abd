import { useShallow } from 'zustand/react/shallow';
import { success, type Problem } from '#base';
import { hasCode } from '#core/problemCodes.ts';
import { identityOf, visibleProblems } from '../store/appSlice.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { ProblemBox } from '../kit/widgets/ProblemBox.tsx';
import { useApp, useAppStore } from '../kit/AppContext.tsx';
import { texts as settingsTexts } from '../settings/texts.ts';
import { texts } from './texts.ts';

/** A button that solves the problem, if there is one. */
function Remedy({ problem }: { readonly problem: Problem }) {
  const showSetting = useApp((state) => state.settingShown);
  if (!hasCode(problem, 'zone/unknown')) return null;
  const chooseZone = (): void => showSetting('times', settingsTexts.timeZone);
  return (
    <Button size="small" onPress={chooseZone}>
      {texts.chooseZone}
    </Button>
  );
}

/** Current problems, above every screen, until dismissed or solved. */
export function Banners() {
  const problems = useApp(useShallow(visibleProblems));
  const store = useAppStore();
  const dismiss = (problem: Problem): void => {
    const { problemDismissed, problemRestored, undoOffered } = store.getState();
    problemDismissed(problem);
    undoOffered({
      words: texts.problemDismissed(problem.title),
      undone: texts.problemRestored(problem.title),
      takeBack: () => {
        problemRestored(problem);
        return Promise.resolve(success(null));
      },
    });
  };
  return (
    // Without problems it is no landmark.
    <section
      className="banners"
      aria-label={problems.length === 0 ? undefined : texts.problems}
      aria-live="polite"
    >
      {problems.map((problem) => (
        <ProblemBox
          key={identityOf(problem)}
          problem={problem}
          // Unsaved data must not be forgotten: this problem cannot be dismissed, and goes once saving works.
          {...(!hasCode(problem, 'disk/unsaved') && { onDismiss: () => dismiss(problem) })}
        >
          <Remedy problem={problem} />
        </ProblemBox>
      ))}
    </section>
  );
}
