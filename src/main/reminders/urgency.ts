import type { Notice } from '../ports.ts';
import type { Loudness } from '../../shared/reminders/reminderRules.ts';

/** What the system is told of a notice of each loudness. */
export const URGENCY: Readonly<Record<Loudness, Notice['urgency']>> = {
  quiet: 'low',
  normal: 'normal',
  urgent: 'critical',
};
