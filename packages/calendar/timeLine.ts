import type { Pattern } from './series.ts';

/** Whether a pattern's time line consists of wall times instead of instants. */
export const isOnWallLine = (pattern: Pick<Pattern, 'isAllDay' | 'zone'>): boolean =>
  pattern.isAllDay || pattern.zone.kind === 'floating';
