import type { StateCreator } from 'zustand';
import type { AppInfo } from '#core/desktop/appInfo.ts';
import type { Instant, Problem } from '#base';

/** This run of the app, main's clock, and what is wrong. */
export interface AppSlice {
  readonly info: AppInfo | null;
  /** Main's clock minus this window's (ms). */
  readonly clockOffset: number;
  /** What main reports. */
  readonly problems: readonly Problem[];
  /** What went wrong in this window. */
  readonly windowProblems: readonly Problem[];
  /** Identities of problems the user has put away; see {@link identityOf}. */
  readonly dismissed: readonly string[];
  readonly infoReceived: (info: AppInfo, localNow: Instant) => void;
  readonly clockReceived: (mainNow: Instant, localNow: Instant) => void;
  readonly problemsReceived: (problems: readonly Problem[]) => void;
  readonly problemReported: (problem: Problem) => void;
  readonly problemDismissed: (problem: Problem) => void;
}

/** Two problems that read the same are the same one. */
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
      // One that went away and comes back is news again.
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
});

/** What to show at the top of the window: main's problems that were not put away, then the window's own. */
export const visibleProblems = (
  state: Pick<AppSlice, 'problems' | 'windowProblems' | 'dismissed'>,
): readonly Problem[] => [
  ...state.problems.filter((problem) => !state.dismissed.includes(identityOf(problem))),
  ...state.windowProblems,
];
