import { problemsOf, type CodeOf, type ProblemTexts, quoted } from '#base';

/** Problems of joining a meeting and of opening links. */
const texts = {
  'join/gone': () => ({
    title: 'This meeting is no longer in the agenda',
    detail: 'It may have been moved or removed.',
  }),
  'join/noLink': (title: string) => ({
    title: `${quoted(title)} has no known meeting link`,
    detail: 'Check its agenda document or its description; many groups put the link there.',
  }),
  'join/linkGone': () => ({
    title: 'The meeting no longer has this link',
    detail: 'Its calendar names other links now. Choose one of them.',
  }),
  'join/refusedLink': () => ({
    title: 'This link was not opened',
    detail:
      'Only web pages, mail addresses and known meeting programs are opened. If you trust it, copy it into your browser.',
  }),
  'join/notOpened': () => ({
    title: 'The browser did not open',
    detail: 'Copy the link and open it yourself. Check whether a default browser is set.',
  }),
} satisfies ProblemTexts;

export type JoinProblemCode = CodeOf<typeof texts>;
export const { problem: joinProblem, failure: joinFailure } = problemsOf(texts);
