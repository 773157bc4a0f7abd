import type { OccurrenceKey } from '#core/keys.ts';
import type { HueChoices } from '#core/format/hue.ts';
import type { TimeFormat } from '#core/format/formatTime.ts';
import type { ChangeInput } from '#core/reminders/meetingChanges.ts';
import type { ReminderRules } from '#core/reminders/reminderRules.ts';
import type { Instant } from '#base';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { Problems } from '../app/problems.ts';
import type { AnswerWeek } from '../choices/answerWeek.ts';
import type { MeetingAnswers } from '../feeds/meetingAnswers.ts';
import type { Joiner } from '../join/meetingJoiner.ts';
import type { Ports } from '../ports/ports.ts';
import type { AlertWindowController } from './alertWindowController.ts';
import type { Chimes } from './chimes.ts';
import type { ReminderLedger } from './reminderLedger.ts';

/** The ports, the parts of other features and the settings that reminders depend on. */
export interface ReminderContext extends Pick<Ports, 'clock' | 'power' | 'notifier' | 'desktop' | 'log'> {
  readonly agenda: AgendaModel;
  readonly ledger: ReminderLedger;
  readonly joiner: Joiner;
  readonly problems: Problems;
  readonly alertWindow: AlertWindowController;
  readonly chimes: Chimes;
  readonly rules: () => ReminderRules;
  readonly hidesTitles: () => boolean;
  readonly hues: () => HueChoices;
  readonly format: () => TimeFormat;
  /** Why a meeting is not in the agenda. */
  readonly absence: ChangeInput['absence'];
  /** When a feed was added, or more of it followed, in this run (ms); null for the others. */
  readonly followedSince: (feedId: string) => Instant | null;
  readonly answerWeek: AnswerWeek;
  readonly answers: Pick<MeetingAnswers, 'answer'>;
  /** Skips a meeting, with a notice under this title that can undo it; null for no notice. */
  readonly skip: (key: OccurrenceKey, title: string | null) => void;
  /** Shows the floating clock for a meeting. */
  readonly showClock: (key: OccurrenceKey) => void;
}
