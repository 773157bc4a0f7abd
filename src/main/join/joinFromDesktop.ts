import type { OccurrenceKey } from '../../shared/calendar/occurrence.ts';
import type { Desktop } from '../ports.ts';
import type { Problems } from '../problems.ts';
import type { Joiner } from './meetingJoiner.ts';

/** Joins from where no answer can be shown (a notice, the tray): a failure opens the window at the meeting. */
export async function joinFromDesktop(
  { joiner, problems, desktop }: { joiner: Joiner; problems: Problems; desktop: Desktop },
  key: OccurrenceKey,
): Promise<void> {
  const joined = await joiner.join(key, null);
  if (joined.ok) return;
  problems.report(joined.problem);
  desktop.showWindow({ screen: 'agenda', occurrenceKey: key });
}
