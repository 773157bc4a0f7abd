import type { StateCreator } from 'zustand';
import type { AppInfo } from '#core/desktop/appInfo.ts';
import type { Instant, Problem } from '#base';

/** App info, main's clock and problems. */
export interface AppSlice {
  readonly info: AppInfo | null;
  /** Main's clock minus this window's (ms). */
  readonly clockOffset: number;
  /** Problems that main reports. */
  readonly problems: readonly Problem[];
  /** Problems of this window. */
  readonly windowProblems: readonly Problem[];
  /** Identities of dismissed problems; see {@link identityOf}. */
  readonly dismissed: readonly string[];
  readonly infoReceived: (info: AppInfo, localNow: Instant) => void;
  readonly clockReceived: (mainNow: Instant, localNow: Instant) => void;
  readonly problemsReceived: (problems: readonly Problem[]) => void;
  readonly problemReported: (problem: Problem) => void;
  readonly problemDismissed: (problem: Problem) => void;
  /** Shows a dismissed problem again. */
  readonly problemRestored: (problem: Problem) => void;
}

/** Problems with the same text are the same problem. */
export const identityOf = (problem: Problem): string => `${problem.code}|${problem.title}|${problem.detail}`;

export const createAppSlice: StateCreator<AppSlice> = (set) => ({
  info: null,
  clockOffset: 0,
  problems: [],
  windowProblems: [],
  dismissed: [],
  infoReceived: (info, localNow) => set({ info, clockOffset: info.now - localNow }),
  clockReceived: (mainNow, localNow) => set({ clockOffset: mainNow - localNow }),
  problemsReceived: (problems) =>
    set(({ dismissed }) => {
      // A problem that returns is shown again.
      const present = new Set(problems.map(identityOf));
      return { problems, dismissed: dismissed.filter((identity) => present.has(identity)) };
    }),
  problemReported: (problem) =>
    set(({ windowProblems }) => ({
      windowProblems: [
        ...windowProblems.filter((other) => identityOf(other) !== identityOf(problem)),
        problem,
      ],
    })),
  problemDismissed: (problem) =>
    set(({ windowProblems, dismissed }) => ({
      windowProblems: windowProblems.filter((other) => identityOf(other) !== identityOf(problem)),
      dismissed: [...dismissed, identityOf(problem)],
    })),
  problemRestored: (problem) =>
    set(({ problems, windowProblems, dismissed }) => {
      const isMains = problems.some((one) => identityOf(one) === identityOf(problem));
      return {
        windowProblems: isMains ? windowProblems : [...windowProblems, problem],
        dismissed: dismissed.filter((identity) => identity !== identityOf(problem)),
      };
    }),
});

/** The problems at the top of the window: main's that were not dismissed, then the window's own. */
export const visibleProblems = (
  state: Pick<AppSlice, 'problems' | 'windowProblems' | 'dismissed'>,
): readonly Problem[] => [
  ...state.problems.filter((problem) => !state.dismissed.includes(identityOf(problem))),
  ...state.windowProblems,
];
