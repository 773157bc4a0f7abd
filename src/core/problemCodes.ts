import type { Problem } from '#base';
import type { CalendarProblemCode } from '#calendar';
import type { TranscriptProblemCode } from '#captions';
import type { ServiceProblemCode } from '#meeting-links';
import type { AccountProblemCode } from './caldav/problems.ts';
import type { AgendaProblemCode } from './agenda/problems.ts';
import type { DesktopProblemCode } from './desktop/problems.ts';
import type { DirectoryProblemCode } from './directory/problems.ts';
import type { FeedsProblemCode } from './feeds/problems.ts';
import type { JoinProblemCode } from './join/problems.ts';
import type { NetworkProblemCode } from './network/problems.ts';
import type { NotesProblemCode } from './notes/problems.ts';
import type { RemindersProblemCode } from './reminders/problems.ts';
import type { SettingsProblemCode } from './settings/problems.ts';

/** The codes of all problems of the app; each is declared in the problems.ts of its feature. */
export type ProblemCode =
  | CalendarProblemCode
  | ServiceProblemCode
  | TranscriptProblemCode
  | AccountProblemCode
  | AgendaProblemCode
  | DesktopProblemCode
  | DirectoryProblemCode
  | FeedsProblemCode
  | JoinProblemCode
  | NetworkProblemCode
  | NotesProblemCode
  | RemindersProblemCode
  | SettingsProblemCode;

/** Whether a problem has this code. False without a problem. */
export const hasCode = (problem: Problem | null | undefined, code: ProblemCode): boolean =>
  problem?.code === code;
