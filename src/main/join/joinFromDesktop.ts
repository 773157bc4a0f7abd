import type { OccurrenceKey } from '#core/keys.ts';
import { joinNext } from '#core/join/joinNext.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { AgendaModel } from '../agenda/agendaModel.ts';
import type { Ports } from '../ports/ports.ts';
import type { Desktop } from '../ports/desktop.ts';
import type { Problems } from '../app/problems.ts';
import type { Joiner } from './meetingJoiner.ts';

/**
 * Joins from a place without questions or messages, such as a notice or the tray: those are shown in the window. False
 * if the room did not open.
 */
export async function joinFromDesktop(
  { joiner, problems, desktop }: { joiner: Joiner; problems: Problems; desktop: Desktop },
  key: OccurrenceKey,
): Promise<boolean> {
  const joined = await joiner.join(key, null);
  if (joined.ok && joined.value !== 'asked') return true;
  if (!joined.ok) problems.report(joined.problem);
  desktop.showWindow({ screen: 'agenda', occurrenceKey: key });
  return joined.ok;
}

export interface JoinNextParts {
  readonly agenda: AgendaModel;
  readonly isJoined: (occurrence: Occurrence) => boolean;
  readonly join: (key: OccurrenceKey) => void;
}

/** Joins the next meeting. If several begin at the same time, the window asks which one; without any it shows the agenda. */
export function joinNextFromDesktop(
  { desktop, clock }: Pick<Ports, 'desktop' | 'clock'>,
  { agenda, isJoined, join }: JoinNextParts,
): void {
  const picked = joinNext(agenda.occurrences(), clock.now(), isJoined);
  const [first, ...others] = picked;
  if (first !== undefined && others.length === 0) {
    join(first.key);
    return;
  }
  const which = picked.map(({ key }) => key);
  desktop.showWindow({ screen: 'agenda', occurrenceKey: null, ...(which.length > 0 && { which }) });
}
