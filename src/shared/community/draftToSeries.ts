import { recurringSeries } from '../calendar/recurringSeries.ts';
import type { Series } from '../calendar/series.ts';
import type { ZoneName } from '../time.ts';
import { firstDate } from './firstDate.ts';
import type { CommunityGroup, MeetingDraft } from './meetingDraft.ts';

/** No source of community meetings says how long they take; most take an hour, and the user is told that we suppose it. */
const ASSUMED_MINUTES = 60;

/** Zones that stand for offsets of no whole hour. None has summer time. */
const HALF_HOURS: Readonly<Record<string, ZoneName>> = {
  '+04:30': 'Asia/Kabul',
  '+05:30': 'Asia/Kolkata',
  '+05:45': 'Asia/Kathmandu',
  '+06:30': 'Asia/Yangon',
  '+09:30': 'Australia/Darwin',
};

/** An IANA zone for what a draft names; Etc/GMT has its sign the other way round. Null for an offset that none has. */
function ianaZone(zone: ZoneName): ZoneName | null {
  const offset = /^([+-])(\d\d):(\d\d)$/.exec(zone);
  if (offset === null) return zone;
  if (offset[3] !== '00') return HALF_HOURS[zone] ?? null;
  return `Etc/GMT${offset[1] === '+' ? '-' : '+'}${String(Number(offset[2]))}`;
}

interface Dates {
  readonly rule: string;
  readonly isWeekUnknown: boolean;
}

/** The rule to make dates from. Where it is not known, every such weekday is a candidate. */
function datesOf({ rrule, weekdays, anchor }: MeetingDraft): Dates | null {
  const days = weekdays?.join(',') ?? '';
  if (rrule === null) return days === '' ? null : { rule: `FREQ=MONTHLY;BYDAY=${days}`, isWeekUnknown: true };
  if (!rrule.includes('BYDAY=') && rrule !== 'FREQ=DAILY') return null;
  return { rule: rrule, isWeekUnknown: rrule.includes('INTERVAL=') && anchor === null };
}

/** `regular-sig-meeting` */
const slug = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);

/** Titles that every group uses for its main meeting. */
const COMMON_TITLE =
  /^(?:(?:regular|weekly|bi-?weekly|monthly|main|public|private|general|apac|emea)\s+)*(?:sig|wg|ug|user group|working group|committee|team)?\s*meeting\b/i;
const KIND_WORDS = { sig: 'SIG ', wg: 'WG ', committee: '', usergroup: '', group: '' } as const;

/** `SIG Docs: Regular SIG Meeting`: in an agenda of many groups the title alone would not tell whose meeting it is. */
function titleOf(draft: MeetingDraft, group: CommunityGroup | null): string {
  if (group === null || !COMMON_TITLE.test(draft.title)) return draft.title;
  const owner = `${KIND_WORDS[group.kind]}${group.name}`;
  return draft.title.toLowerCase().includes(group.name.toLowerCase())
    ? draft.title
    : `${owner}: ${draft.title}`;
}

/** An identifier that stays the same while community, subproject and title do. */
const uidOf = (draft: MeetingDraft) =>
  [draft.community, draft.subproject, draft.title]
    .map((part) => slug(part ?? ''))
    .filter(Boolean)
    .join('/');

/**
 * A draft as a series; null where its day, time or zone is not known, or where it does not take place.
 * What was assumed and what must be asked stands in its assumptions.
 */
export function draftToSeries(
  draft: MeetingDraft,
  group: CommunityGroup | null,
  uid = uidOf(draft),
): Series | null {
  const zone = draft.zone === null ? null : ianaZone(draft.zone);
  const dates = datesOf(draft);
  if (draft.inactive || draft.time === null || zone === null || dates === null) return null;
  const start = firstDate(dates.rule, draft.anchor);
  if (start === null) return null;
  const minutes = draft.durationMinutes ?? ASSUMED_MINUTES;
  const assumedLength = draft.durationMinutes === null ? [`${String(ASSUMED_MINUTES)} minutes assumed`] : [];
  return recurringSeries({
    uid,
    title: titleOf(draft, group),
    start: `${start}T${draft.time}`,
    zone,
    rule: dates.rule,
    durationMinutes: minutes,
    isWeekUnknown: dates.isWeekUnknown,
    details: {
      description: { format: 'text', content: draft.text },
      phrase: draft.text,
      conferences: draft.join === null ? [] : [draft.join],
      community: group?.id ?? draft.community,
      communityName: group?.name ?? draft.community,
      assumptions: [...assumedLength, ...draft.assumptions, ...draft.questions],
      links: {
        agenda: draft.notes,
        notes: draft.notes,
        recordings: draft.recordings,
        chat: draft.chat,
        mailingList: draft.mailingList,
        page: null,
      },
    },
  });
}

/** The series of many drafts; equal names are told apart by a number. `groupOf` finds who runs a draft's meeting. */
export function draftsToSeries(
  drafts: readonly MeetingDraft[],
  groupOf: (draft: MeetingDraft) => CommunityGroup | null,
): Series[] {
  const taken = new Map<string, number>();
  return drafts.flatMap((draft) => {
    const name = uidOf(draft);
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    return draftToSeries(draft, groupOf(draft), count === 1 ? name : `${name}-${String(count)}`) ?? [];
  });
}
