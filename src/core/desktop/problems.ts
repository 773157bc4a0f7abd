import { problemsOf, type CodeOf, type ProblemTexts, quoted } from '#base';

/** Problems of the app among the other programs of the computer. */
const texts = {
  'link/misunderstood': () => ({
    title: 'A link to Office Hours was not understood',
    detail:
      'Nothing was done. A link can join the next meeting, open its note, or suggest a calendar (https) or a community to follow.',
  }),
  'login/notChanged': () => ({
    title: 'Starting at login could not be changed',
    detail:
      'Check whether the folder of autostart entries is writable, or change it in the settings of your system.',
  }),
  'shortcut/taken': (keys: string) => ({
    title: `The keys ${keys} are taken`,
    detail: 'Another program uses them, so they do not join the next meeting. Choose other keys in Settings.',
  }),
  'about/noFolder': () => ({
    title: 'The folder could not be opened',
    detail: 'Its path is in Settings, About. Open it in your file manager.',
  }),
  'about/noNotices': () => ({
    title: 'The licences could not be read',
    detail: 'The file THIRD-PARTY-NOTICES.txt of this installation is missing. Install Office Hours again.',
  }),
  'app/cutOff': (lastSeen: string, missed: number) => ({
    title: 'Office Hours ended without closing',
    detail: `It last ran on ${lastSeen}; since then it could not remind you. ${missedText(missed)}`,
  }),
  'window/noAnswer': (request: string) => ({
    title: 'Office Hours did not answer',
    detail: `${quoted(request)} failed. Please try again.`,
  }),
  /** A bug. `name`: of the contract, never content. */
  'window/misunderstood': (name: string) => ({
    title: 'Part of the window could not be updated',
    detail: `The answer to ${quoted(name)} was not understood. Start Office Hours again; if this happens again, please report it.`,
  }),
} satisfies ProblemTexts;

function missedText(count: number): string {
  if (count === 0) return 'You missed no meeting.';
  return count === 1
    ? '1 meeting began meanwhile and is listed in the agenda.'
    : `${count} meetings began meanwhile and are listed in the agenda.`;
}

export type DesktopProblemCode = CodeOf<typeof texts>;
export const { problem: desktopProblem, failure: desktopFailure } = problemsOf(texts);
