import {
  asksForWeek,
  type Doubt,
  needsAnswer,
  readingsOf,
  recurringSeries,
  type Series,
  type WeekDoubt,
} from '#calendar';
import type { CalendarDate, ZoneName } from '#base';
import { firstDate } from './firstDate.ts';
import { ONCE, type CommunityGroup, type MeetingDraft } from './meetingDraft.ts';

/**
 * No source of community meetings names their length. Most take an hour; the user sees that this is assumed.
 */
const ASSUMED_MINUTES = 60;

/** Zones for offsets with a fraction of an hour. None of them has summer time. */
const HALF_HOURS: Readonly<Record<string, ZoneName>> = {
  '+04:30': 'Asia/Kabul',
  '+05:30': 'Asia/Kolkata',
  '+05:45': 'Asia/Kathmandu',
  '+06:30': 'Asia/Yangon',
  '+09:30': 'Australia/Darwin',
};

/** The IANA zone of a draft; the sign of Etc/GMT is reversed. Null for an offset without a zone. */
function ianaZone(zone: ZoneName): ZoneName | null {
  const offset = /^([+-])(\d\d):(\d\d)$/.exec(zone);
  if (offset === null) return zone;
  if (offset[3] !== '00') return HALF_HOURS[zone] ?? null;
  return `Etc/GMT${offset[1] === '+' ? '-' : '+'}${String(Number(offset[2]))}`;
}

/** The dates of a draft, as a series needs them. */
export interface DraftDates {
  readonly rule: string;
  /** First date. */
  readonly start: CalendarDate;
  /** IANA. */
  readonly zone: ZoneName;
  /** Wall time in `zone`, `HH:MM`. */
  readonly time: string;
  /** Null if all of these dates are certain. */
  readonly doubt: WeekDoubt | null;
}

/** The rule for the dates. If it is unknown, every such weekday is a candidate. */
function ruleOf({ rrule, weekdays }: MeetingDraft): string | null {
  const days = weekdays?.join(',') ?? '';
  if (rrule === null) return days === '' ? null : `FREQ=MONTHLY;BYDAY=${days}`;
  return /^FREQ=DAILY\b|BY(?:MONTH)?DAY=/.test(rrule) ? rrule : null;
}

/** What the words leave open about the dates; null if they have only one reading. */
function doubtOf({ rrule, candidates, anchor, doubts, turn }: MeetingDraft): WeekDoubt | null {
  // Other readings count if the user must choose. They do not if common usage decides, or if one of two days is
  // taken.
  const isDayTaken = doubts.some(({ kind }) => kind === 'dayAndFrequencyDiffer');
  const isWeekAsked = doubts.some(asksForWeek) && !isDayTaken;
  const others = rrule === null || isWeekAsked ? candidates : [];
  const rules = (rrule === null ? others : [rrule, ...others]).filter((rule) => rule.includes('BYDAY='));
  const readings = readingsOf(rules, anchor);
  const isOpen = rrule === null || readings.length > 1;
  return isOpen ? { readings: readings.length > 1 ? readings : [], turn } : null;
}

/** The dates of a draft; null if its day, time or zone is unknown, or if it is inactive. */
export function datesOf(draft: MeetingDraft): DraftDates | null {
  const zone = draft.zone === null ? null : ianaZone(draft.zone);
  const rule = ruleOf(draft);
  if (draft.isInactive || draft.time === null || zone === null || rule === null) return null;
  const start = firstDate(rule, draft.anchor);
  return start === null ? null : { rule, start, zone, time: draft.time, doubt: doubtOf(draft) };
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
const KIND_WORDS = {
  sig: { word: /\bsigs?\b|special interest/i, name: (name: string) => `SIG ${name}` },
  wg: { word: /\bwgs?\b|working group/i, name: (name: string) => `WG ${name}` },
  committee: { word: /committee/i, name: (name: string) => `${name} Committee` },
  usergroup: { word: /user group|\bug\b/i, name: (name: string) => `${name} User Group` },
} as const;

/** The full name of a group: `SIG Docs`, `Steering Committee`. */
export function groupTitle({ kind, name }: CommunityGroup): string {
  const words = kind === 'group' ? null : KIND_WORDS[kind];
  return words === null || words.word.test(name) ? name : words.name(name);
}

/** `SIG Docs: Regular SIG Meeting`: in an agenda of many groups the title alone does not name the group. */
export function titleOf(draft: MeetingDraft, group: CommunityGroup | null): string {
  if (group === null || !COMMON_TITLE.test(draft.title)) return draft.title;
  return draft.title.toLowerCase().includes(group.name.toLowerCase())
    ? draft.title
    : `${groupTitle(group)}: ${draft.title}`;
}

/** An identifier that changes only with community, subproject or title. */
const uidOf = (draft: MeetingDraft) =>
  [draft.community, draft.subproject, draft.title]
    .map((part) => slug(part ?? ''))
    .filter(Boolean)
    .join('/');

/**
 * A draft as a series; null if its day, time or zone is unknown, or if it is inactive.
 * Its doubts are the assumptions first, then the questions.
 */
export function draftToSeries(
  draft: MeetingDraft,
  group: CommunityGroup | null,
  uid = uidOf(draft),
): Series | null {
  const dates = datesOf(draft);
  if (dates === null) return null;
  const minutes = draft.durationMinutes ?? ASSUMED_MINUTES;
  const assumedLength: Doubt[] =
    draft.durationMinutes === null ? [{ kind: 'lengthAssumed', minutes: ASSUMED_MINUTES }] : [];
  const assumptions = draft.doubts.filter((one) => !needsAnswer(one));
  return recurringSeries({
    uid,
    title: titleOf(draft, group),
    start: `${dates.start}T${dates.time}`,
    zone: dates.zone,
    rule: dates.rule === ONCE ? null : dates.rule,
    exdates: draft.skips.map((date) => `${date}T${dates.time}`),
    durationMinutes: minutes,
    doubt: dates.doubt,
    details: {
      description: { format: 'text', content: draft.text },
      phrase: draft.text,
      conferences: draft.join === null ? [] : [draft.join],
      community: group?.id ?? draft.community,
      communityName: group === null ? draft.community : groupTitle(group),
      doubts: [...assumedLength, ...assumptions, ...draft.doubts.filter(needsAnswer)],
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

/** The UIDs of drafts, in their order; equal ones get a number. */
export function uidsOf(drafts: readonly MeetingDraft[]): Map<MeetingDraft, string> {
  const taken = new Map<string, number>();
  return new Map(
    drafts.map((draft) => {
      const name = uidOf(draft);
      const count = (taken.get(name) ?? 0) + 1;
      taken.set(name, count);
      return [draft, count === 1 ? name : `${name}-${String(count)}`];
    }),
  );
}
