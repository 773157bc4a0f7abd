/** Words for the dates that a page gives beside its rules. */
import type { CalendarDate } from '#base';
import type { PageMeeting } from './pageMeeting.ts';

const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

const inWords = (dates: readonly CalendarDate[]): string =>
  dates.map((date) => longDate.format(new Date(`${date}T00:00Z`))).join(', ');

/** Which dates are left out, and which told the week, each as an assumption. */
export const datesInWords = ({ skips = [], weekOf = [] }: PageMeeting): string[] => [
  ...(skips.length === 0 ? [] : [`left out on ${inWords(skips)}, as the page says`]),
  ...(weekOf.length === 0 ? [] : [`the week follows from earlier meetings on the page: ${inWords(weekOf)}`]),
];
