import type { About } from './about.ts';

/** The first lines of a bug report. Without paths: they contain the user's name. */
export const bugReport = ({ version, system, runtime, zone, locale }: Omit<About, 'folders'>): string =>
  [
    `Office Hours ${version}`,
    `System: ${system}`,
    `Runtime: ${runtime}`,
    `Time zone: ${zone}`,
    `Language: ${locale}`,
    '',
  ].join('\n');
