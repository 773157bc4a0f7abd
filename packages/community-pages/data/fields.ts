import { z } from 'zod';
import type { CommunityGroup, MeetingDraft } from '../meetingDraft.ts';
import { plainLine } from '../plainText.ts';

/** What the readers of data files share. */

/** A calendar that a file names, with its address as written. */
export interface NamedCalendar {
  readonly name: string;
  readonly address: string;
}

/** What a data file holds. */
export interface DataContent {
  /** The file’s own name; null if it gives none. */
  readonly name: string | null;
  readonly groups: readonly CommunityGroup[];
  readonly drafts: readonly MeetingDraft[];
  /** Calendars to follow instead. */
  readonly calendars: readonly NamedCalendar[];
}

/** A field that may be missing or have another type: then it counts as missing. */
export const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);

/** `Nova team meeting` becomes `nova-team-meeting`. */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60) || 'group';

/** A group of which only the name is known. */
export const plainGroup = (id: string, name: string): CommunityGroup => ({
  id,
  name: plainLine(name),
  kind: 'group',
  description: null,
  charter: null,
  leads: [],
  chat: null,
  mailingList: null,
});

/** The entry of a sigs.yaml that has nothing but what a reader adds. */
export const blankEntry = {
  description: null,
  day: null,
  time: null,
  tz: null,
  frequency: null,
  url: null,
  archive_url: null,
  recordings_url: null,
  calendar_url: null,
};
