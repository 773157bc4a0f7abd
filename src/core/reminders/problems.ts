import { problemsOf, type CodeOf, type ProblemTexts } from '#base';

/** Problems of reminders. */
const texts = {
  'reminders/unknown': () => ({
    title: 'This meeting is no longer in the agenda',
    detail: 'It may have been moved or removed.',
  }),
  'reminders/gone': () => ({
    title: 'This reminder no longer exists',
    detail: 'Its meeting is over or was moved. The agenda shows its current time.',
  }),
  'reminders/tooLate': () => ({
    title: 'This reminder cannot be snoozed that long',
    detail: 'The meeting would be over by then.',
  }),
  'reminders/joined': () => ({
    title: 'You have joined this meeting',
    detail: 'Its reminders are silent already.',
  }),
  'reminders/notShown': () => ({
    title: 'This computer showed no notification',
    detail:
      'Meetings are announced in a window of Office Hours instead. Check the notification settings of the system.',
  }),
  'reminders/testNotShown': () => ({
    title: 'No notification could be shown',
    detail: 'Check whether notifications are allowed for Office Hours, and whether “do not disturb” is on.',
  }),
  'reminders/soundNotPlayed': () => ({
    title: 'The sound could not be played',
    detail: 'Check whether this computer has a speaker, and whether another program is using it.',
  }),
  'reminders/broken': (reason: string) => ({
    title: 'A reminder could not be shown',
    detail: `An unexpected error occurred (${reason}). The agenda and the tray show the meeting all the same.`,
  }),
  'reminders/damaged': () => ({
    title: 'The list of announced meetings was damaged',
    detail: 'A copy is kept, and its readable part is used. A meeting may be announced twice.',
  }),
  'reminders/unreadable': () => ({
    title: 'The list of announced meetings cannot be read',
    detail: 'A meeting may be announced again. Check whether its disk is connected and you may read it.',
  }),
} satisfies ProblemTexts;

export type RemindersProblemCode = CodeOf<typeof texts>;
export const { problem: remindersProblem, failure: remindersFailure } = problemsOf(texts);
