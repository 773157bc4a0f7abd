import { englishLocale } from '#core/format/englishLocale.ts';
import type { TimeFormat } from '#core/format/formatTime.ts';
import type { Settings } from '#core/settings/settings.ts';
import type { ZoneName } from '#base';
import type { Terminal } from './command.ts';

/**
 * The locale for times: LC_ALL, LC_TIME or LANG, as in every POSIX program, else the system's.
 * Intl alone ignores LC_TIME, which people set to get 24-hour times with English words.
 */
function timeLocale(env: Terminal['env']): string {
  const posix = env['LC_ALL'] || env['LC_TIME'] || env['LANG'] || '';
  // `de_AT.UTF-8@euro` is `de-AT`; `C` and `POSIX` name no locale.
  const tag = posix.replace(/[.@].*$/, '').replaceAll('_', '-');
  const [known] = /^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$/.test(tag)
    ? Intl.DateTimeFormat.supportedLocalesOf([tag])
    : [];
  return known ?? new Intl.DateTimeFormat().resolvedOptions().locale;
}

/** The format of times on this terminal. */
export const timeFormat = ({ env }: Terminal, { clock }: Settings, zone: ZoneName): TimeFormat => ({
  locale: englishLocale(timeLocale(env)),
  zone,
  clock,
});
