import type { ReminderAction } from '#core/reminders/reminderAction.ts';
import type { Notice } from '../ports/notifier.ts';
import type { Card } from './card.ts';

/** What the one snooze button of a notice does. */
const USUAL_SNOOZE = '5';

/**
 * The buttons of a notice, most wanted first: GNOME shows three, and the note is a click away in the app. The answers to
 * a maybe take the place of what the large window offers too.
 */
export function noticeButtons(
  { occurrence, visit, maybe }: Pick<Card, 'occurrence' | 'visit' | 'maybe'>,
  does: (action: ReminderAction) => () => void,
): Notice['actions'] {
  if (occurrence === null) return [];
  const service = occurrence.joinLinks[0]?.serviceName;
  const join =
    service === undefined
      ? []
      : [{ label: visit === null ? 'Join' : `Back to ${service}`, run: does('join') }];
  if (maybe !== null)
    return [
      ...join,
      { label: 'It is on', run: does('itIsOn') },
      { label: 'Not this week', run: does('notThisWeek') },
    ];
  const snooze = { label: 'Snooze', run: does({ snooze: USUAL_SNOOZE }) };
  return [
    ...join,
    ...(occurrence.time.kind === 'timed' ? [snooze] : []),
    { label: 'Skip', run: does('skip') },
    { label: 'Notes', run: does('notes') },
  ];
}
