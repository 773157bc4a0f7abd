import { z } from 'zod';
import { readMarkdownPage } from '../readMarkdownPage.ts';
import { plainLine } from '../plainText.ts';
import { plainGroup, text, type DataContent } from './fields.ts';

/** The workstreams.yml of OpenTelemetry: groups with the words of their schedule. */

const meeting = z.object({ schedule: z.string(), gDocNotes: text });
const workstream = z.object({
  id: z.string(),
  name: z.string(),
  resources: z.array(z.unknown()),
});
export const workstreams = z.array(workstream).min(1);

const notesAt = (id: string | null): string | null =>
  id === null ? null : /^https?:/.test(id) ? id : `https://docs.google.com/document/d/${id}`;

const meetingsIn = (resources: readonly unknown[]): z.infer<typeof meeting>[] =>
  resources.flatMap((one) => {
    const read = z.object({ meeting }).safeParse(one);
    return read.success ? [read.data.meeting] : [];
  });

/** The words of a schedule are those of a page: with turns, several days and zones. */
export function readWorkstreams(read: z.infer<typeof workstreams>): DataContent {
  const drafts = read.flatMap(({ id, name, resources }) =>
    meetingsIn(resources).flatMap(({ schedule, gDocNotes }) => {
      const page = `# ${plainLine(name)}\n\nMeeting: ${plainLine(schedule)}\n`;
      // Schedules name no dates, so the moment of reading does not matter.
      return readMarkdownPage(new TextEncoder().encode(page), 0).drafts.map((draft) =>
        Object.assign(draft, { community: id, notes: notesAt(gDocNotes) }),
      );
    }),
  );
  const groups = read.map(({ id, name }) => ({ ...plainGroup(id, name), kind: 'sig' as const }));
  return { name: null, groups, drafts, calendars: [] };
}
