/** The language of the window's own words, and of dates where the system names no usable locale. */
const DEFAULT_LOCALE = 'en-GB';

/** A locale that Intl accepts: systems also say `C`, `en_US.UTF-8` or nothing. */
export function localeOrDefault(locale: string | undefined): string {
  const tag = (locale ?? '').split('.')[0]?.replaceAll('_', '-') ?? '';
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag)[0] ?? DEFAULT_LOCALE;
  } catch {
    return DEFAULT_LOCALE;
  }
}

/** First day of the week by locale: 1 is Monday, 7 is Sunday. */
export function firstDayOfWeek(locale: string): number {
  const known: Intl.Locale & { getWeekInfo?: () => { firstDay: number } } = new Intl.Locale(locale);
  return known.getWeekInfo?.().firstDay ?? 1;
}
