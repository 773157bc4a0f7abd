import { z } from 'zod';
import type { Problem } from '#base';
import { askAboutSameWeeks } from './askAboutSameWeeks.ts';
import type { NamedCalendar } from './data/fields.ts';
import { parseData } from './data/parseData.ts';
import { readData } from './data/readData.ts';
import type { CommunityGroup, Contacts, Lead, MeetingDraft } from './meetingDraft.ts';
import { cleanAddress, plainLine } from './plainText.ts';
import { readSigsMeeting, sigsMeeting, type SigsMeeting } from './readSigsMeeting.ts';

/**
 * Reads a sigs.yaml of kubernetes/community, of any fork or year: groups and drafts of meetings. Day, time,
 * zone and frequency are free text. Format: https://github.com/kubernetes/community/tree/master/generator.
 */

export interface SigsContent {
  /** The file’s own name; null if it gives none. */
  readonly name: string | null;
  readonly groups: readonly CommunityGroup[];
  readonly drafts: readonly MeetingDraft[];
  /** Calendars that the file names, to be followed instead. */
  readonly calendars: readonly NamedCalendar[];
  readonly problems: readonly Problem[];
}

/** A field that some years' files lack or give another type: then it counts as missing. */
const text = z.string().nullish().catch(null);
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(z.unknown())
    .nullish()
    .catch(null)
    .transform((values) =>
      (values ?? []).flatMap((value) => {
        const read = item.safeParse(value);
        return read.success ? [read.data] : [];
      }),
    );

const person = z.object({ name: z.string(), github: text, company: text, email: text });
const leadership = z.record(z.string(), list(person)).nullish().catch(null);
const contact = z.object({ slack: text, mailing_list: text }).nullish().catch(null);
const subproject = z.object({ name: z.string(), contact, meetings: list(sigsMeeting) });
const group = z.object({
  dir: z.string(),
  name: text,
  mission_statement: text,
  charter_link: text,
  leadership,
  leads: list(person),
  contact,
  meetings: list(sigsMeeting),
  subprojects: list(subproject),
});
type Group = z.infer<typeof group>;

const nothing = (code: string, title: string, detail: string): SigsContent => ({
  name: null,
  groups: [],
  drafts: [],
  calendars: [],
  problems: [{ code, title, detail }],
});

const kindOf = (key: string): CommunityGroup['kind'] => {
  if (/^sigs?$/.test(key)) return 'sig';
  if (/^(?:workinggroups?|wgs?)$/.test(key)) return 'wg';
  if (/^committees?$/.test(key)) return 'committee';
  return /^usergroups?$/.test(key) ? 'usergroup' : 'group';
};

const ROLES: Readonly<Record<string, string>> = {
  chairs: 'chair',
  tech_leads: 'tech lead',
  emeritus_leads: 'emeritus lead',
};

const leadOf =
  (role: string) =>
  (one: z.infer<typeof person>): Lead => ({
    name: plainLine(one.name),
    role,
    company: one.company ?? null,
    email: one.email ?? null,
    github: one.github ?? null,
  });

function contactsOf(read: z.infer<typeof contact>): Contacts {
  const channel = read?.slack?.replace(/^#/, '').trim() ?? '';
  const chat = /^https?:/.test(channel) ? channel : `https://kubernetes.slack.com/messages/${channel}`;
  return { chat: channel === '' ? null : chat, mailingList: cleanAddress(read?.mailing_list) };
}

function groupOf(key: string, read: Group): CommunityGroup {
  const led = Object.entries(read.leadership ?? {}).flatMap(([role, people]) =>
    people.map(leadOf(ROLES[role] ?? role.replaceAll('_', ' '))),
  );
  return {
    id: read.dir,
    name: plainLine(read.name ?? read.dir),
    kind: kindOf(key),
    description:
      read.mission_statement === null || read.mission_statement === undefined
        ? null
        : plainLine(read.mission_statement),
    charter: cleanAddress(read.charter_link),
    leads: [...led, ...read.leads.map(leadOf('lead'))],
    ...contactsOf(read.contact),
  };
}

/** Equal for a meeting that several subprojects list. */
const identity = (meeting: SigsMeeting) =>
  [
    meeting.description,
    meeting.day,
    meeting.time,
    meeting.tz,
    meeting.frequency,
    meeting.url,
    meeting.archive_url,
  ]
    .map((field) => plainLine(field ?? '').toLowerCase())
    .join('|');

function draftsOf(read: Group, contacts: Contacts): MeetingDraft[] {
  const found = new Map<string, MeetingDraft>();
  const add = (meeting: SigsMeeting, subprojectName: string | null, own: Contacts) => {
    const key = identity(meeting);
    const known = found.get(key);
    if (known === undefined)
      found.set(key, readSigsMeeting(meeting, { community: read.dir, subproject: subprojectName, ...own }));
    else if (subprojectName !== null) found.set(key, { ...known, alsoOf: [...known.alsoOf, subprojectName] });
  };
  for (const meeting of read.meetings) add(meeting, null, contacts);
  for (const part of read.subprojects) {
    const own = contactsOf(part.contact);
    const filled = { chat: own.chat ?? contacts.chat, mailingList: own.mailingList ?? contacts.mailingList };
    for (const meeting of part.meetings) add(meeting, part.name, filled);
  }
  return askAboutSameWeeks([...found.values()]);
}

/**
 * Groups and meetings of a sigs.yaml, or of another data file (`data/`: YAML, JSON, TOML, CSV). Never throws; an unreadable file gives one
 * problem.
 */
export function readSigs(bytes: Uint8Array): SigsContent {
  const parsed = parseData(bytes);
  if (!parsed.ok) return { name: null, groups: [], drafts: [], calendars: [], problems: [parsed.problem] };
  const data = readData(parsed.value);
  if (data !== null) return { ...data, problems: [] };
  const sections = z.record(z.string(), z.unknown()).safeParse(parsed.value);
  if (!sections.success)
    return nothing(
      'community/notSigs',
      'This file lists no groups',
      'A sigs.yaml holds lists of groups, such as “sigs:”.',
    );
  const found = Object.entries(sections.data).flatMap(([key, value]) =>
    list(group)
      .parse(value)
      .map((read) => ({ key, read })),
  );
  if (found.length === 0)
    return nothing(
      'community/notSigs',
      'This file lists no groups',
      'Neither a group with a “dir” nor a meeting in a form that the app knows was found in it.',
    );
  const groups = found.map(({ key, read }) => groupOf(key, read));
  return {
    name: null,
    groups,
    calendars: [],
    drafts: found.flatMap(({ read }) => draftsOf(read, contactsOf(read.contact))),
    problems: [],
  };
}
