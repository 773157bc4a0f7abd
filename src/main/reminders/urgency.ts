import type { Notice } from '../ports/notifier.ts';
import type { Loudness } from '#core/reminders/reminderRules.ts';

/** Electron's urgency of a notice, by the loudness of its reminder. */
export const URGENCY: Readonly<Record<Loudness, Notice['urgency']>> = {
  quiet: 'low',
  normal: 'normal',
  urgent: 'critical',
};
