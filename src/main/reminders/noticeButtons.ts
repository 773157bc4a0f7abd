import { isOpenInvitation } from '#core/agenda/openInvitation.ts';
import { meetingTexts } from '#core/reminders/texts.ts';
import type { ReminderAction } from '#core/reminders/reminderAction.ts';
import type { Notice } from '../ports/notifier.ts';
import type { Card } from './card.ts';

/** The snooze choice of a notice's button. */
const USUAL_SNOOZE = '5';

/**
 * The buttons of a notice, most important first, because GNOME shows three. The answers to a maybe replace Snooze, Skip
 * and Notes, which the app offers too; so do those to an invitation that is open.
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
      : [{ label: visit === null ? 'Join' : meetingTexts.backTo(service), run: does('join') }];
  if (maybe !== null)
    return [
      ...join,
      { label: meetingTexts.itIsOn, run: does('itIsOn') },
      { label: meetingTexts.notThisWeek, run: does('notThisWeek') },
    ];
  const snoozes =
    occurrence.time.kind === 'timed' ? [{ label: 'Snooze', run: does({ snooze: USUAL_SNOOZE }) }] : [];
  // An invitation that waits for an answer.
  if (isOpenInvitation(occurrence))
    return [
      ...join,
      { label: meetingTexts.accept, run: does({ reply: 'yes' }) },
      { label: meetingTexts.decline, run: does({ reply: 'no' }) },
      { label: meetingTexts.tentative, run: does({ reply: 'maybe' }) },
      ...snoozes,
    ];
  return [...join, ...snoozes, { label: 'Skip', run: does('skip') }, { label: 'Notes', run: does('notes') }];
}
