import { problemsOf, quotable, type CalendarDate, type CodeOf, type ProblemTexts } from '#base';

/** `18 November 2026`, which reads the same in each country. */
const dateWords = (date: CalendarDate): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(date));

/** Problems of the agenda and of the user's choices about meetings. */
const texts = {
  'agenda/rangeFailed': () => ({
    title: 'The meetings of these days could not be listed',
    detail: 'A calendar takes too long to read. Try again in a minute.',
  }),
  /** `until`: date up to which the meetings are complete; null where only long events are left out. */
  'agenda/tooMany': (feedName: string, until: CalendarDate | null) => ({
    title: `“${quotable(feedName)}” has more meetings than can be shown`,
    detail:
      until === null
        ? 'Its events of many days are left out. Other calendars are complete; follow fewer of its meetings.'
        : `Its meetings until ${dateWords(until)} are shown. Other calendars are complete; follow fewer of its meetings.`,
  }),
  'choices/weeksDamaged': () => ({
    title: 'Some of your answers about weeks could not be read',
    detail: 'These meetings ask “which week?” again.',
  }),
  'choices/roomsDamaged': () => ({
    title: 'Some of your choices about meetings could not be read',
    detail: 'Meetings with several rooms or sources ask again which one is right.',
  }),
  'choices/skipsDamaged': () => ({
    title: 'Some of the meetings that you skip could not be read',
    detail: 'They are announced again until you skip them again.',
  }),
  'choices/statementsDamaged': () => ({
    title: 'Some of your answers whether meetings still take place could not be read',
    detail: 'These meetings are shown as unconfirmed again.',
  }),
} satisfies ProblemTexts;

export type AgendaProblemCode = CodeOf<typeof texts>;
export const { problem: agendaProblem, failure: agendaFailure } = problemsOf(texts);
