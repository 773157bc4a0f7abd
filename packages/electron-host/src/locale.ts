import { switches } from './chromium/switches.ts';

function tag(posix: string): string {
  const name = posix.replace(/[.@].*/, '').replace('_', '-');
  return name === '' || name === 'C' || name === 'POSIX' ? 'en-US' : name;
}

/** The environment's locale, as a BCP 47 tag. */
export function systemLocale(): string {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return tag(LC_ALL || LC_MESSAGES || LANG || '');
}

/** `--lang`, else the environment's locale. */
export const appLocale = (): string => switches.get('lang') || systemLocale();

/** In the user's order, as gettext's LANGUAGE gives it. */
export function preferredLanguages(): string[] {
  const listed = (process.env['LANGUAGE'] ?? '').split(':').filter(Boolean);
  return listed.length > 0 ? listed.map(tag) : [appLocale()];
}
