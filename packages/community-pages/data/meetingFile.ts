import { z } from 'zod';
import { plainLine } from '../plainText.ts';
import { readSigsMeeting } from '../readSigsMeeting.ts';
import { blankEntry, plainGroup, slugOf, text, type DataContent } from './fields.ts';

/**
 * One meeting of Node.js or another project of OpenJS, `meetings/NAME.meeting.json`: its room, and in which calendar its
 * dates are under which title. Format: https://github.com/nodejs/create-node-meeting-artifacts.
 */

const session = z.object({ time: text, participant: text });
export const meetingFile = z.object({
  name: z.string(),
  host: text,
  calendar: z.object({ filter: text, url: z.string() }),
  joining: z
    .object({ participant: text, sessions: z.array(z.unknown()).catch([]).default([]) })
    .nullish()
    .catch(null),
  github: z.object({ owner: text, repo: text }).nullish().catch(null),
});

/** The file states no dates: they are in the calendar, under a title. */
export function readMeetingFile({
  name,
  host,
  calendar,
  joining,
  github,
}: z.infer<typeof meetingFile>): DataContent {
  const id = slugOf(name);
  const title = plainLine(calendar.filter ?? name);
  const rooms = (joining?.sessions ?? []).flatMap((one) => session.safeParse(one).data?.participant ?? []);
  const page = github?.owner && github.repo ? `https://github.com/${github.owner}/${github.repo}` : null;
  const owner = { community: id, subproject: null, chat: null, mailingList: null };
  const entry = { ...blankEntry, description: title, url: joining?.participant ?? rooms[0] ?? null };
  const draft = {
    ...readSigsMeeting(entry, owner),
    calendar: calendar.url,
    hasQuestions: true,
    doubts: [
      {
        kind: 'notedQuestion' as const,
        words: `Its dates are in the calendar of the project, as “${title}”.`,
      },
    ],
  };
  const groupName = host === null ? name : `${host}: ${name}`;
  return {
    name: plainLine(groupName),
    groups: [{ ...plainGroup(id, name), charter: page }],
    drafts: [draft],
    calendars: [{ name: plainLine(groupName), address: calendar.url }],
  };
}
