import { useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { success, type Problem } from '#base';
import { hasCode } from '#core/problemCodes.ts';
import { identityOf, visibleProblems } from '../store/appSlice.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { ProblemBox } from '../kit/widgets/ProblemBox.tsx';
import { useApi, useApp, useAppStore } from '../kit/AppContext.tsx';
import { texts as settingsTexts } from '../settings/texts.ts';
import { texts } from './texts.ts';

/** Data that is not saved must not be forgotten: these cannot be dismissed, and go once saving works. */
const LASTING = ['disk/unsaved', 'notes/missingSince', 'notes/notSavedSince'] as const;

const isLasting = (problem: Problem): boolean => LASTING.some((code) => hasCode(problem, code));

/** A button that solves the problem, if there is one. */
function Remedy({ problem }: { readonly problem: Problem }) {
  const api = useApi();
  const showSetting = useApp((state) => state.settingShown);
  const showDirectory = useApp((state) => state.directoryShown);
  const [isTrying, setTrying] = useState(false);
  if (hasCode(problem, 'notes/missingSince'))
    return (
      <Button size="small" onPress={() => showSetting('folder', settingsTexts.notesFolder)}>
        {texts.chooseFolder}
      </Button>
    );
  if (hasCode(problem, 'directory/noAnswer'))
    return (
      <Button size="small" onPress={() => showDirectory(null)}>
        {texts.lookInDirectory}
      </Button>
    );
  if (hasCode(problem, 'notes/notSavedSince')) {
    const tryAgain = async (): Promise<void> => {
      setTrying(true);
      await api.invoke('notes:tryAgain');
      setTrying(false);
    };
    return (
      <Button size="small" isPending={isTrying} onPress={() => void tryAgain()}>
        {texts.tryAgain}
      </Button>
    );
  }
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
          {...(!isLasting(problem) && { onDismiss: () => dismiss(problem) })}
        >
          <Remedy problem={problem} />
        </ProblemBox>
      ))}
    </section>
  );
}
