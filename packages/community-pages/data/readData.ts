import type { DataContent } from './fields.ts';
import { ircMeeting, readIrcMeeting } from './ircMeeting.ts';
import { readWorkstreams, workstreams } from './workstreams.ts';
import { readYamlEvents, yamlCalendar } from './yamlEvents.ts';

/** Groups and meetings of a YAML file that is no sigs.yaml, by its shape; null for any other shape. */
export function readData(value: unknown): DataContent | null {
  const irc = ircMeeting.safeParse(value);
  if (irc.success) return readIrcMeeting(irc.data);
  const calendar = yamlCalendar.safeParse(value);
  if (calendar.success) return readYamlEvents(calendar.data);
  const streams = workstreams.safeParse(value);
  return streams.success ? readWorkstreams(streams.data) : null;
}
