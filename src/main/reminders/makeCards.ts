import { HIDDEN_TITLE } from '#core/reminders/texts.ts';
import { meetingIdOf, readReminderKey } from '#core/keys.ts';
import type { TimeFormat } from '#core/format/formatTime.ts';
import { isMeeting } from '#core/agenda/agenda.ts';
import { mayBeOn } from '#core/agenda/maybeWords.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { MeetingChange } from '#core/reminders/meetingChanges.ts';
import { type Reminder } from '#core/reminders/reminder.ts';
import { isSilenced, type ReminderRules } from '#core/reminders/reminderRules.ts';
import { MINUTE, type Instant } from '#base';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import { visitOf } from '#core/reminders/roomVisit.ts';
import {
  changeBody,
  changeWords,
  endBody,
  noticeBody,
  openedWords,
  type FollowingMeeting,
} from './noticeText.ts';
import type { Card } from './card.ts';
import type { ReminderLedger } from './reminderLedger.ts';

export interface CardMakerParts {
  readonly agenda: AgendaModel;
  readonly ledger: Pick<ReminderLedger, 'history'>;
  readonly rules: () => ReminderRules;
  readonly hidesTitles: () => boolean;
  readonly format: () => TimeFormat;
  readonly now: () => Instant;
}

/** Says in words what is to be announced, as the agenda stands now. */
export interface CardMaker {
  /** null where the meeting is another one by now. */
  ofReminder(reminder: Reminder): Card | null;
  ofChange(change: MeetingChange): Card;
}

/** A meeting that begins so soon after another follows at once. */
const FOLLOWS_MS = 10 * MINUTE;

/** The words of cards. */
export function createCardMaker({
  agenda,
  ledger,
  rules,
  hidesTitles,
  format,
  now,
}: CardMakerParts): CardMaker {
  function followingMeeting(occurrence: Occurrence): FollowingMeeting | null {
    if (occurrence.time.kind !== 'timed') return null;
    const { end } = occurrence.time;
    const follows = ({ key, time }: Occurrence): boolean =>
      key !== occurrence.key && time.kind === 'timed' && time.start >= end && time.start - end <= FOLLOWS_MS;
    const following = agenda
      .occurrences()
      .find((one) => follows(one) && isMeeting(one) && !isSilenced(rules(), one));
    if (following === undefined) return null;
    const title = hidesTitles() ? HIDDEN_TITLE : following.title;
    return { title, isMaybe: following.isWeekUnknown };
  }

  return {
    ofReminder: ({ key, occurrenceKey, title, kind, isQuiet, loudness }) => {
      const occurrence = agenda.find(occurrenceKey);
      if (occurrence === null || meetingIdOf(occurrence) !== readReminderKey(key).meeting) return null;
      const isEnd = key.startsWith('end-');
      const visit = visitOf(ledger.history(), occurrence);
      const news = (): string => (isEnd ? endBody(occurrence, followingMeeting(occurrence), now()) : '');
      const body = (): string => (isEnd ? news() : noticeBody(occurrence, visit, now(), format()));
      const maybe = occurrence.isWeekUnknown ? mayBeOn(occurrence, now(), format()) : null;
      const opened = openedWords(visit, format());
      const text = isEnd ? news : () => (maybe === null ? opened : `${maybe}. Which week?`);
      const words = { title, maybe, news, body, text, visit };
      return { key, alsoKeys: [], occurrenceKey, occurrence, kind, isQuiet, loudness, ...words };
    },
    ofChange: (change) => {
      const { key, occurrenceKey, title, isQuiet } = change;
      const occurrence = agenda.find(occurrenceKey);
      const body = (): string => changeBody(change, occurrence, format());
      const visit = occurrence === null ? null : visitOf(ledger.history(), occurrence);
      const words = { title, maybe: null, news: () => changeWords(change), body, text: body, visit };
      const manner = { kind: 'notice', isQuiet, loudness: 'normal' } as const;
      return { key, alsoKeys: [], occurrenceKey, occurrence, ...manner, ...words };
    },
  };
}
