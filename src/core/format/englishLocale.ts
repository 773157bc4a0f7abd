/** The locale if the system names no usable one. */
const DEFAULT_LOCALE = 'en-GB';

/** English locales by the order of day and month and by the clock that they write. */
const ENGLISH = {
  'day-month 24': 'en-GB',
  'day-month 12': 'en-AU',
  'month-day 24': 'en-US-u-hc-h23',
  'month-day 12': 'en-US',
} as const;

/** A tag that Intl accepts: systems also report `C`, `en_US.UTF-8` or nothing. Null if there is none. */
function supportedTag(systemLocale: string): string | null {
  const tag = systemLocale.replace(/[.@].*$/, '').replaceAll('_', '-');
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** Results by system locale: finding one creates Intl formatters, and every component of the window asks. */
const known = new Map<string, string>();

/**
 * The locale of dates and times (BCP 47). The app's words are English, so dates are, too; the order of day and month
 * and the clock (12 or 24 hours) are those of the system's locale: `de-DE` gives `en-GB`, `ja-JP` gives `en-US` with
 * 24 hours. An English locale stays as it is.
 */
export function englishLocale(systemLocale: string | undefined = ''): string {
  const locale = known.get(systemLocale) ?? readLocale(systemLocale);
  known.set(systemLocale, locale);
  return locale;
}

function readLocale(systemLocale: string): string {
  const tag = supportedTag(systemLocale);
  if (tag === null) return DEFAULT_LOCALE;
  if (new Intl.Locale(tag).language === 'en') return tag;
  const parts = new Intl.DateTimeFormat(tag, { month: 'long', day: 'numeric' }).formatToParts(0);
  const first = parts.find(({ type }) => type === 'day' || type === 'month');
  const { hourCycle } = new Intl.DateTimeFormat(tag, { hour: 'numeric' }).resolvedOptions();
  const clock = hourCycle === 'h23' || hourCycle === 'h24' ? '24' : '12';
  return ENGLISH[`${first?.type === 'month' ? 'month-day' : 'day-month'} ${clock}`];
}

type LocaleWithWeek = Intl.Locale & {
  getWeekInfo?: () => { readonly firstDay: number; readonly weekend: readonly number[] };
};

type Week = ReturnType<NonNullable<LocaleWithWeek['getWeekInfo']>> | undefined;

/** Results by system locale: components ask at each change of the window's state. */
const knownWeeks = new Map<string, Week>();

/** The week of the system's locale; undefined if the platform does not know it. */
function weekOf(systemLocale: string = ''): Week {
  if (!knownWeeks.has(systemLocale)) {
    const locale: LocaleWithWeek = new Intl.Locale(supportedTag(systemLocale) ?? DEFAULT_LOCALE);
    knownWeeks.set(systemLocale, locale.getWeekInfo?.());
  }
  return knownWeeks.get(systemLocale);
}

/** First day of the week of the system's locale: 1 is Monday, 7 is Sunday. */
export const firstDayOfWeek = (systemLocale: string | undefined): number =>
  weekOf(systemLocale)?.firstDay ?? 1;

const SATURDAY_AND_SUNDAY: readonly number[] = [6, 7];

/** The days without work of the system's locale: 1 is Monday, 7 is Sunday. */
export const weekendOf = (systemLocale: string | undefined): readonly number[] =>
  weekOf(systemLocale)?.weekend ?? SATURDAY_AND_SUNDAY;
