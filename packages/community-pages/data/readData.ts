import type { DataContent } from './fields.ts';
import { ircMeeting, readIrcMeeting } from './ircMeeting.ts';
import { meetingFile, readMeetingFile } from './meetingFile.ts';
import { projectTable, readProjectTable } from './projectTable.ts';
import { readTomlEvents, tomlCalendar } from './tomlEvents.ts';
import { readWorkstreams, workstreams } from './workstreams.ts';
import { readYamlEvents, yamlCalendar } from './yamlEvents.ts';

/** Takes a value of its shape; null for any other. */
type DataReader = (value: unknown) => DataContent | null;

const READERS: readonly DataReader[] = [
  (value) => read(ircMeeting.safeParse(value), readIrcMeeting),
  (value) => read(meetingFile.safeParse(value), readMeetingFile),
  // Before the calendars of yaml2ics, which have events too.
  (value) => read(tomlCalendar.safeParse(value), readTomlEvents),
  (value) => read(yamlCalendar.safeParse(value), readYamlEvents),
  (value) => read(workstreams.safeParse(value), readWorkstreams),
  (value) => read(projectTable.safeParse(value), readProjectTable),
];

const read = <Shape>(
  parsed: { readonly success: boolean; readonly data?: Shape },
  reader: (shape: Shape) => DataContent,
): DataContent | null => (parsed.success && parsed.data !== undefined ? reader(parsed.data) : null);

/** True if it says something: other files may have the same shape by chance. */
const isFilled = ({ drafts, calendars }: DataContent): boolean => drafts.length + calendars.length > 0;

/** What a data file that is no sigs.yaml holds, by its shape; null for any other shape. */
export function readData(value: unknown): DataContent | null {
  for (const one of READERS) {
    const content = one(value);
    if (content !== null && isFilled(content)) return content;
  }
  return null;
}
