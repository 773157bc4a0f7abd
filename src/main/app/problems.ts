import { createSignal, type Problem, type Signal } from '#base';

/** Problems that no request reported, for the window to show: damaged files, failed notifications. */
export interface Problems {
  all(): readonly Problem[];
  /** Adds a problem; the same one is kept once, with the newest detail. */
  report(problem: Problem): void;
  /** Removes a solved problem, by its code. */
  withdraw(code: string): void;
  readonly changed: Signal<readonly Problem[]>;
}

/** The list of problems of this run; it starts again with the app. */
export function createProblems(initial: readonly Problem[]): Problems {
  let problems = [...initial];
  const changed = createSignal<readonly Problem[]>();
  return {
    all: () => problems,
    changed,
    report: (problem) => {
      const at = problems.findIndex(({ code, title }) => code === problem.code && title === problem.title);
      if (problems[at]?.detail === problem.detail) return;
      problems = at === -1 ? [...problems, problem] : problems.with(at, problem);
      changed.emit(problems);
    },
    withdraw: (code) => {
      const left = problems.filter((known) => known.code !== code);
      if (left.length === problems.length) return;
      problems = left;
      changed.emit(problems);
    },
  };
}
