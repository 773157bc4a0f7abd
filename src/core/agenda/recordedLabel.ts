import type { Occurrence } from './occurrence.ts';

const labels = { always: 'recorded', usually: 'usually recorded' } as const;

/** Whether the meeting is recorded, in words; null if unknown. People want to know before they join. */
export const recordedLabel = ({ recorded }: Pick<Occurrence, 'recorded'>): string | null =>
  recorded === null || recorded === 'rarely' ? null : labels[recorded];
