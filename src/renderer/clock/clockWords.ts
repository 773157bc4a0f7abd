import type { ClockPhase } from '#core/floatingClock/clockFace.ts';
import type { ClockMeeting, ClockSnapshot } from '#core/floatingClock/clockSnapshot.ts';
import { clockTime } from '#core/format/formatTime.ts';
import { texts } from './texts.ts';

/** What the digits count, for those who do not see their colour. */
export const phaseWords: Readonly<Record<ClockPhase, string>> = {
  ahead: texts.startsIn,
  running: texts.endsIn,
  soon: texts.endsIn,
  over: texts.overTime,
};

/** The line under the title: `ends 18:00, then SIG Node`. */
export function clockLine(
  { start, end, isMaybe, isUnconfirmed, following }: ClockMeeting,
  phase: ClockPhase,
  format: ClockSnapshot['format'],
): string {
  const words = {
    ahead: () => texts.starts(clockTime(start, format)),
    running: () => endWords(clockTime(end, format), following),
    soon: () => endWords(clockTime(end, format), following),
    over: () => texts.shouldHaveEnded(clockTime(end, format)),
  }[phase]();
  const doubt = isMaybe ? texts.maybe : isUnconfirmed ? texts.unconfirmed : null;
  return doubt === null ? words : `${doubt}, ${words}`;
}

const endWords = (time: string, following: string | null): string =>
  following === null ? texts.ends(time) : texts.endsThen(time, following);
