import { findDocumentLinks } from '#core/agenda/findDocumentLinks.ts';
import {
  asksForWeek,
  dateText,
  dayOf,
  type Doubt,
  needsAnswer,
  type Pattern,
  rhythmInWords,
  type Series,
  weekdayOf,
} from '#calendar';
import { doubtText } from '#core/agenda/doubtText.ts';
import { doubtsOf } from '#core/catalogue/doubtsOf.ts';
import type { CatalogueCommunity, CatalogueMeeting } from '#core/catalogue/catalogueFile.ts';
import { whenDoubt, whenRule } from '#core/catalogue/whenRule.ts';
import type { MeetingDraft } from '#community-pages';
import { findJoinLinks } from '#meeting-links';
import { DAY, HOUR, MINUTE } from '#base';
import { ruleText, weekdayCode } from './ruleText.ts';

/** A series in JSON output; null for what the feed does not say. */
export interface SeriesJson {
  readonly uid: string;
  readonly title: string;
  readonly community: string | null;
  readonly subproject: string | null;
  readonly weekdays: readonly string[] | null;
  /** Wall time, `08:00`. */
  readonly time: string | null;
  readonly zone: string | null;
  /** As written in the feed. */
  readonly zones: readonly string[];
  readonly rrule: string | null;
  /** A date of the series. */
  readonly anchor: string | null;
  /** Dates that the page excludes. */
  readonly skips?: readonly string[];
  /** Minutes. */
  readonly duration: number | null;
  /** There is a question that a person must answer. */
  readonly ask: boolean;
  readonly questions: readonly string[];
  readonly inactive: boolean;
  readonly join: string | null;
  readonly notes: string | null;
  readonly recordings: string | null;
  readonly chat: string | null;
  readonly mailingList: string | null;
  /** The sentence that it was read from. */
  readonly text: string;
}

/** UIDs of series with a week question that the user or a calendar has answered. */
export type Settled = ReadonlySet<string>;

/** The open questions about a series, without the answered ones. */
function stillAsked(
  uid: string,
  doubts: readonly Doubt[],
  ask: boolean,
  settled: Settled,
): Pick<SeriesJson, 'ask' | 'questions'> {
  const asked = doubts.filter(needsAnswer);
  if (!settled.has(uid)) return { ask, questions: asked.map(doubtText) };
  const open = asked.filter((doubt) => !asksForWeek(doubt));
  return { ask: open.length > 0, questions: open.map(doubtText) };
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

function clockOf(wall: number): string {
  const ofDay = ((wall % DAY) + DAY) % DAY;
  return `${twoDigits(Math.floor(ofDay / HOUR))}:${twoDigits(Math.floor((ofDay % HOUR) / MINUTE))}`;
}

function weekdaysOf({ rules, start }: Pattern): string[] {
  const named = rules.flatMap((rule) => rule.byDay.map(({ weekday }) => weekdayCode(weekday)));
  return named.length > 0 ? [...new Set(named)] : [weekdayCode(weekdayOf(dayOf(start)))];
}

/** A series of a calendar feed. */
export function seriesJson(series: Series, settled: Settled): SeriesJson {
  const { uid, details, pattern } = series;
  const [room] = findJoinLinks([
    ...details.conferences.map((text) => ({ source: 'conference', text }) as const),
    { source: 'url', text: details.url },
    { source: 'location', text: details.location },
    { source: 'description', text: details.description.content },
  ]);
  const { notes, recordings, chat, mailingList } = details.links ?? findDocumentLinks(details);
  const zone = pattern === null || pattern.zone.kind === 'floating' ? null : pattern.zone.name;
  const rule = pattern?.rules[0];
  const length = pattern === null ? null : pattern.length.days * DAY + pattern.length.ms;
  return {
    uid,
    title: details.title,
    community: details.community,
    subproject: null,
    weekdays: pattern === null ? null : weekdaysOf(pattern),
    time: pattern === null || pattern.isAllDay ? null : clockOf(pattern.start),
    zone,
    zones: zone === null ? [] : [zone],
    rrule: rule === undefined ? null : ruleText(rule),
    anchor: pattern === null ? null : dateText(dayOf(pattern.start)),
    duration: length === null ? null : Math.round(length / MINUTE),
    ...stillAsked(uid, details.doubts.filter(asksForWeek), series.doubt !== null, settled),
    inactive: series.status === 'cancelled',
    join: room?.url ?? null,
    notes,
    recordings,
    chat,
    mailingList,
    text: rhythmInWords(series) ?? '',
  };
}

const isOtherQuestion = (doubt: Doubt): boolean => needsAnswer(doubt) && !asksForWeek(doubt);

function meetingJson(meeting: CatalogueMeeting, community: CatalogueCommunity, settled: Settled): SeriesJson {
  const { uid, when } = meeting;
  const doubts = doubtsOf(meeting);
  const dates = when === null ? null : whenRule(when);
  const days = /BYDAY=([^;]+)/.exec(dates?.rule ?? '')?.[1]?.split(',') ?? [];
  const isAsked = dates === null || whenDoubt(meeting) !== null || doubts.some(isOtherQuestion);
  return {
    uid,
    title: meeting.title,
    community: community.id,
    subproject: null,
    weekdays: days.length === 0 ? null : [...new Set(days.map((day) => day.replace(/^-?\d/, '')))],
    time: meeting.time,
    zone: meeting.zone,
    zones: meeting.zone === null ? [] : [meeting.zone],
    rrule: dates?.rule.replace(';INTERVAL=1', '') ?? null,
    anchor: when !== null && 'anchor' in when ? when.anchor : null,
    duration: meeting.minutes,
    ...stillAsked(uid, doubts, isAsked, settled),
    inactive: false,
    join: meeting.join,
    notes: meeting.notes,
    recordings: meeting.recordings,
    chat: meeting.chat ?? community.chat,
    mailingList: meeting.mailingList ?? community.mailingList,
    text: meeting.said ?? '',
  };
}

/** The meetings of the communities of a catalogue. */
export const catalogueSeriesJson = (
  communities: readonly CatalogueCommunity[],
  settled: Settled,
): SeriesJson[] =>
  communities.flatMap((community) =>
    community.meetings.map((meeting) => meetingJson(meeting, community, settled)),
  );

/** A meeting of a community's file or page. */
export const draftJson = (draft: MeetingDraft, uid: string, settled: Settled): SeriesJson => ({
  uid,
  title: draft.title,
  community: draft.community,
  subproject: draft.subproject,
  weekdays: draft.weekdays,
  time: draft.time,
  zone: draft.zone,
  zones: draft.zones,
  rrule: draft.rrule,
  anchor: draft.anchor,
  skips: draft.skips,
  duration: draft.durationMinutes,
  ...stillAsked(uid, draft.doubts, draft.hasQuestions, settled),
  inactive: draft.isInactive,
  join: draft.join,
  notes: draft.notes,
  recordings: draft.recordings,
  chat: draft.chat,
  mailingList: draft.mailingList,
  text: draft.text,
});
