import type { Occurrence } from './occurrence.ts';

const labels = { always: 'recorded', usually: 'usually recorded' } as const;

/** What those who come should know before they join; null where it is not known to be recorded. */
export const recordedLabel = ({ recorded }: Pick<Occurrence, 'recorded'>): string | null =>
  recorded === null || recorded === 'rarely' ? null : labels[recorded];
