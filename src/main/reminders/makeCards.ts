import { HIDDEN_TITLE, meetingTexts } from '#core/reminders/texts.ts';
import { meetingIdOf, readReminderKey } from '#core/keys.ts';
import { followingMeetings } from '#core/agenda/followingMeetings.ts';
import { mayBeOn } from '#core/agenda/maybeWords.ts';
import { isUncertain, isUnconfirmed } from '#core/agenda/statements.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { MeetingChange } from '#core/reminders/meetingChanges.ts';
import { type Reminder } from '#core/reminders/reminder.ts';
import { isSilenced } from '#core/reminders/reminderRules.ts';
import { visitOf } from '#core/join/roomVisit.ts';
import {
  changeBody,
  changeWords,
  endBody,
  line,
  noticeBody,
  openedWords,
  type FollowingMeeting,
} from './noticeText.ts';
import type { Card } from './card.ts';
import type { ReminderContext } from './reminderContext.ts';

/** Makes cards of reminders and changes, as of the current agenda. */
export interface CardMaker {
  /** Null if the meeting was moved or is gone meanwhile. */
  ofReminder(reminder: Reminder): Card | null;
  ofChange(change: MeetingChange): Card;
}

export function createCardMaker(context: ReminderContext): CardMaker {
  return {
    ofReminder: (reminder) => cardOfReminder(context, reminder),
    ofChange: (change) => cardOfChange(context, change),
  };
}

function cardOfReminder(context: ReminderContext, reminder: Reminder): Card | null {
  const { agenda, clock, format, ledger } = context;
  const { key, occurrenceKey, title, kind, isQuiet, loudness } = reminder;
  const occurrence = agenda.find(occurrenceKey);
  if (occurrence === null || meetingIdOf(occurrence) !== readReminderKey(key).meeting) return null;
  const isEnd = key.startsWith('end-');
  const visit = visitOf(ledger.history(), occurrence);
  const news = (): string =>
    isEnd ? endBody(occurrence, followingMeeting(context, occurrence), clock.now()) : '';
  const body = (): string => (isEnd ? news() : noticeBody(occurrence, visit, clock.now(), format()));
  const maybe = occurrence.isWeekUnknown ? mayBeOn(occurrence, clock.now(), format()) : null;
  const opened = openedWords(visit, format());
  const doubt = isUnconfirmed(occurrence) ? meetingTexts.unconfirmed : '';
  const text = isEnd ? news : () => line(doubt, maybe === null ? opened : `${maybe}. Which week?`);
  const words = { title, maybe, news, body, text, visit };
  return { key, alsoKeys: [], occurrenceKey, occurrence, kind, isQuiet, loudness, ...words };
}

function cardOfChange({ agenda, format, ledger }: ReminderContext, change: MeetingChange): Card {
  const { key, occurrenceKey, title, isQuiet } = change;
  const occurrence = agenda.find(occurrenceKey);
  const body = (): string => changeBody(change, occurrence, format());
  const visit = occurrence === null ? null : visitOf(ledger.history(), occurrence);
  const words = { title, maybe: null, news: () => changeWords(change), body, text: body, visit };
  const manner = { kind: 'notice', isQuiet, loudness: 'normal' } as const;
  return { key, alsoKeys: [], occurrenceKey, occurrence, ...manner, ...words };
}

/** The meeting that begins right after this one. */
function followingMeeting(
  { agenda, rules, hidesTitles }: ReminderContext,
  occurrence: Occurrence,
): FollowingMeeting | null {
  const following = followingMeetings(agenda.occurrences(), occurrence).find(
    (one) => !isSilenced(rules(), one),
  );
  if (following === undefined) return null;
  const title = hidesTitles() ? HIDDEN_TITLE : following.title;
  return { title, isMaybe: isUncertain(following) };
}
