import { problemsOf, type CodeOf, type ProblemTexts } from '#base';

/** Problems of following a community of the directory. */

const texts = {
  'directory/unknown': () => ({
    title: 'The directory has no such community',
    detail: 'Search for it again.',
  }),
  /** @param file of the directory, named after its community */
  'directory/damaged': (name: string, file: string) => ({
    title: `What the directory says about ${name} cannot be read`,
    detail: `Its file ${file} is missing or damaged. Install Office Hours again; all other communities work.`,
  }),
  'directory/notFollowable': () => ({
    title: 'This address cannot be followed',
    detail: 'Open it instead; it may lead to a calendar whose address you can add under Calendars.',
  }),
  'directory/noAnswer': (name: string, why: string) => ({
    title: `No calendar of ${name} answered`,
    detail: `${why}. Its page may name a new one.`,
  }),
  /** @param instead how many stated meetings are shown instead; 0 for none */
  'directory/calendarLost': (name: string, page: string | null, instead: number) => ({
    title: `A calendar of ${name} that you follow is gone or empty`,
    detail: [
      page === null ? 'Look for a new one on its site.' : `Look for a new one at ${page}.`,
      ...(instead === 0
        ? []
        : [
            instead === 1
              ? 'The meeting that its texts state is shown as unconfirmed meanwhile.'
              : `The ${instead} meetings that its texts state are shown as unconfirmed meanwhile.`,
          ]),
    ].join(' '),
  }),
  'directory/empty': () => ({
    title: 'The calendar answered, but it has no meetings',
    detail:
      'It may be out of use. Look at the community’s page, or follow what is stated about its meetings.',
  }),
} satisfies ProblemTexts;

export type DirectoryProblemCode = CodeOf<typeof texts>;
export const { problem: directoryProblem, failure: directoryFailure } = problemsOf(texts);
