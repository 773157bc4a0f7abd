import { z } from 'zod';
import { cleanAddress, plainLine } from '../plainText.ts';
import { plainGroup, slugOf, text, type DataContent } from './fields.ts';

/**
 * The projects of a foundation of the Linux Foundation, `_data/projects.csv`: for each its page of LFX, and the iCalendar
 * address that does not follow from it. Used by the Academy Software Foundation, LF Energy and the Open Mainframe Project.
 */

const row = z.object({
  Name: z.string().min(1),
  Slug: text,
  iCal: text,
  Website: text,
  'Mailing List': text,
  Slack: text,
});

export const projectTable = z
  .array(z.unknown())
  .min(1)
  .refine(([first]) => z.object({ Name: z.string(), iCal: z.string() }).safeParse(first).success);

export function readProjectTable(rows: z.infer<typeof projectTable>): DataContent {
  const projects = rows.flatMap((one) => {
    const read = row.safeParse(one);
    const address = cleanAddress(read.data?.iCal);
    return read.success && address !== null ? [{ ...read.data, address }] : [];
  });
  return {
    name: null,
    groups: projects.map(({ Name, Slug, Slack, 'Mailing List': list }) => ({
      ...plainGroup(slugOf(Slug ?? Name), Name),
      chat: cleanAddress(Slack),
      mailingList: cleanAddress(list),
    })),
    drafts: [],
    calendars: projects.map(({ Name, address }) => ({ name: plainLine(Name), address })),
  };
}
