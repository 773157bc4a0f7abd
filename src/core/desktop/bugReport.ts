import type { About } from './about.ts';

/** What a bug report needs to begin with. Without paths: they hold the user's name. */
export const bugReport = ({ version, system, runtime, zone, locale }: Omit<About, 'folders'>): string =>
  [
    `Office Hours ${version}`,
    `System: ${system}`,
    `Runtime: ${runtime}`,
    `Time zone: ${zone}`,
    `Language: ${locale}`,
    '',
  ].join('\n');
