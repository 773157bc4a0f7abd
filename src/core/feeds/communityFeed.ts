/** Community files and pages as feeds: makes series of drafts, with their groups and the problems of undated ones. */
import { feedsProblem } from './problems.ts';
import type { FeedContent } from './feedContent.ts';
import { MOST_ENTRIES, packEntry, type PackEntry } from './starterPack.ts';
import { needsAnswer, type Series } from '#calendar';
import { doubtText } from '../agenda/doubtText.ts';
import type { Community } from '../catalogue/community.ts';
import type { Instant, Problem } from '#base';
import { communityMeeting } from '../catalogue/communityMeeting.ts';
import type { MeetingSchedule } from '../catalogue/meetingSchedule.ts';
import { isLeading } from '../catalogue/sigsCommunities.ts';
import {
  type CommunityGroup,
  datesOf,
  draftToSeries,
  groupTitle,
  type Lead,
  type MeetingDraft,
  type SigsContent,
  titleOf,
  uidsOf,
} from '#community-pages';
import { readMarkdownPage, readSigs } from '#community-pages/readers';

const contactOf = ({ name, role, company, email, github }: Lead) => ({
  name,
  detail: [role, company, email, github === null ? null : `@${github}`]
    .filter((part) => part !== null)
    .join(', '),
});

/** No source of community meetings names their length; {@link draftToSeries} assumes the same. */
const ASSUMED_MINUTES = 60;

function scheduleOf(draft: MeetingDraft): MeetingSchedule | null {
  const dates = datesOf(draft);
  if (dates === null) return null;
  const { rule, start: anchor, time, zone } = dates;
  const minutes = draft.durationMinutes ?? ASSUMED_MINUTES;
  return { rule, anchor, time, zone, minutes, skips: draft.skips };
}

function communityOf(group: CommunityGroup, drafts: readonly Identified[]): Community {
  return {
    id: group.id,
    name: groupTitle(group),
    kind: group.kind === 'usergroup' ? 'group' : group.kind,
    description: group.description ?? '',
    chat: group.chat,
    mailingList: group.mailingList,
    page: null,
    charter: webAddress(group.charter),
    calendar: null,
    leads: group.leads.filter(isLeading).map(contactOf),
    conduct: null,
    source: null,
    meetings: drafts.map(({ draft, uid, series }) =>
      communityMeeting(series, {
        uid,
        schedule: series === null ? null : scheduleOf(draft),
        title: titleOf(draft, group),
        recorded: null,
        agenda: draft.notes,
        notes: draft.notes,
        recordings: draft.recordings,
        calendar: draft.calendar,
        questions: draft.doubts.filter(needsAnswer),
      }),
    ),
  };
}

/** Null for a relative path: it cannot be opened from here. */
const webAddress = (address: string | null): string | null =>
  address !== null && /^https?:/i.test(address) ? address : null;

const isOpen = ({ isInactive, hasQuestions }: MeetingDraft): boolean => !isInactive && hasQuestions;

/** A meeting that takes place, with its UID; `series` is null if it cannot be dated. */
interface Identified {
  readonly draft: MeetingDraft;
  readonly uid: string;
  readonly series: Series | null;
}

interface Source {
  readonly name: string | null;
  readonly groups: readonly CommunityGroup[];
  readonly drafts: readonly MeetingDraft[];
  readonly calendars: readonly string[];
  readonly choices: readonly PackEntry[];
  readonly problems: readonly Problem[];
}

function contentOf({ name, groups, drafts, calendars, choices, problems }: Source): FeedContent {
  // Of two groups with the same id the first counts.
  const byId = new Map(groups.toReversed().map((group) => [group.id, group]));
  const only = groups.length === 1 ? (groups[0] ?? null) : null;
  const groupOf = ({ community }: MeetingDraft) => byId.get(community ?? '') ?? only;
  const identified = [...uidsOf(drafts)]
    .filter(([draft]) => !draft.isInactive)
    .map(([draft, uid]): Identified => ({ draft, uid, series: draftToSeries(draft, groupOf(draft), uid) }));
  const missing = identified.filter(({ series }) => series === null).map(({ draft }) => draft);
  const isMissing = new Set(missing);
  const ofGroups = Map.groupBy(identified, ({ draft }) => groupOf(draft));
  return {
    name,
    zone: null,
    series: identified.flatMap(({ series }) => series ?? []),
    communities: groups.map((group) => communityOf(group, ofGroups.get(group) ?? [])),
    questions: drafts
      .filter((draft) => isOpen(draft) && !isMissing.has(draft))
      .map(({ title, doubts }) => ({ title, questions: doubts.filter(needsAnswer) })),
    calendars,
    choices,
    problems: [
      ...problems,
      ...missing.map((draft) =>
        feedsProblem('community/undated', draft.title, draft.doubts.filter(needsAnswer).map(doubtText)),
      ),
    ],
    refreshIntervalMs: null,
    asOf: null,
  };
}

/** The calendars that a data file lists, with addresses that can be followed. @param location URL or path of the file */
const choicesOf = (calendars: SigsContent['calendars'], location: string | undefined): PackEntry[] =>
  calendars.slice(0, MOST_ENTRIES).flatMap(({ name, address }) => {
    const url = URL.parse(address, URL.canParse(location ?? '') ? location : undefined);
    const read = packEntry.safeParse({ kind: 'calendar', name, address: url?.href ?? address });
    return read.success ? [read.data] : [];
  });

/**
 * A sigs.yaml, or another data file of a community, as a feed. Never throws.
 * @param location URL or path of the file
 */
export function readSigsFeed(bytes: Uint8Array, location?: string): FeedContent {
  const read = readSigs(bytes);
  const [calendar, ...others] = read.calendars;
  // A single calendar is offered instead of the file.
  const isList = others.length > 0;
  return contentOf({
    ...read,
    calendars: calendar === undefined || isList ? [] : [calendar.address],
    choices: isList ? choicesOf(read.calendars, location) : [],
  });
}

/** A Markdown page as a feed. Never throws. @param location URL or path of the page */
export function readMarkdownFeed(bytes: Uint8Array, now: Instant, location?: string): FeedContent {
  const { title, ...page } = readMarkdownPage(bytes, now, location);
  return contentOf({ name: title, choices: [], ...page });
}
