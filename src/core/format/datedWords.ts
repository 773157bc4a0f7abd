import type { CalendarDate } from '#base';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** A date of a source, with its year: `19 Aug 2026`, or `Aug 19, 2026`. @param locale BCP 47, an English one */
export function datedWords(date: CalendarDate, locale: string): string {
  let made = formatters.get(locale);
  if (made === undefined)
    formatters.set(
      locale,
      (made = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })),
    );
  return made.format(Date.parse(date));
}
