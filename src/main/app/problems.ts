import { createSignal, type Problem, type Signal } from '#base';

/** Problems that no request reported, for the window to show: damaged files, failed notifications. */
export interface Problems {
  all(): readonly Problem[];
  /** Adds a problem; the same one is kept once, with the newest detail. */
  report(problem: Problem): void;
  /** Removes a solved problem, by its code. */
  withdraw(code: string): void;
  /** Removes problems reported earlier, except those that still exist, and adds the new ones. */
  replace(earlier: readonly Problem[], present: readonly Problem[]): void;
  readonly changed: Signal<readonly Problem[]>;
}

/** The list of problems of this run; it starts again with the app. */
export function createProblems(initial: readonly Problem[]): Problems {
  let problems = [...initial];
  const changed = createSignal<readonly Problem[]>();
  const titleOf = ({ code, title }: Problem): string => `${code}|${title}`;
  const keep = (left: readonly Problem[]): void => {
    if (left.length === problems.length) return;
    problems = [...left];
    changed.emit(problems);
  };
  const report = (problem: Problem): void => {
    const at = problems.findIndex((known) => titleOf(known) === titleOf(problem));
    if (problems[at]?.detail === problem.detail) return;
    problems = at === -1 ? [...problems, problem] : problems.with(at, problem);
    changed.emit(problems);
  };
  return {
    all: () => problems,
    changed,
    report,
    withdraw: (code) => keep(problems.filter((known) => known.code !== code)),
    replace: (earlier, present) => {
      const gone = new Set(earlier.map(titleOf)).difference(new Set(present.map(titleOf)));
      keep(problems.filter((known) => !gone.has(titleOf(known))));
      present.forEach(report);
    },
  };
}
