import { feedsProblem, feedsFailure } from '../feeds/problems.ts';
import { z } from 'zod';
import type { SigsContent } from '#community-pages';
import type { FeedContent } from '../feeds/feedContent.ts';
import { type Doubt, needsAnswer, recurringSeries, type Series } from '#calendar';
import { HOUR, MINUTE, type Problem, type Result, success } from '#base';
import { withAdditions } from './additions.ts';
import { doubtsOf } from './doubtsOf.ts';
import {
  catalogueFile,
  type CatalogueCommunity,
  type CatalogueFile,
  type CatalogueMeeting,
  type CatalogueWhen,
} from './catalogueFile.ts';
import type { Community } from './community.ts';
import { communityMeeting } from './communityMeeting.ts';
import type { MeetingSchedule } from './meetingSchedule.ts';
import { sigsCommunities } from './sigsCommunities.ts';
import { anchorFits, whenDoubt, whenRule } from './whenRule.ts';

/** Most community meetings take an hour; the user sees that this is assumed. */
const ASSUMED_MINUTES = HOUR / MINUTE;

/** Groups change their meetings a few times a year. */
const LIVE_PERIOD_MS = 6 * HOUR;

/** Parses a community file. */
export function parseCatalogue(bytes: Uint8Array): Result<CatalogueFile> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return feedsFailure('catalogue/notJson');
  }
  const read = catalogueFile.safeParse(json);
  if (read.success) return success(read.data);
  const [first] = read.error.issues;
  const place =
    first === undefined || first.path.length === 0 ? 'the whole file' : z.core.toDotPath(first.path);
  return feedsFailure('catalogue/wrongShape', place, first?.message ?? 'unknown');
}

/**
 * The communities of a file, with its additions.
 * @param live a newer sigs.yaml, which replaces the communities of the file
 */
export function communitiesOf(file: CatalogueFile, live: SigsContent | null): Result<CatalogueCommunity[]> {
  if (live === null) return success(withAdditions(file.communities, file.additions));
  const [problem] = live.problems;
  if (problem !== undefined) return { ok: false, problem };
  return success(withAdditions(sigsCommunities(live, file.live, { withWords: true }), file.additions));
}

/** Why the dates of a meeting cannot be computed; null if they can. */
function flawOf(
  { when, zone }: CatalogueMeeting & { readonly when: CatalogueWhen },
  isZone: (name: string) => boolean,
): string | null {
  if (!anchorFits(when)) return `its anchor date does not fall on ${'on' in when ? String(when.on) : ''}`;
  if (zone === null || !isZone(zone)) return `“${zone ?? ''}” is no time zone`;
  return whenRule(when).start === null ? 'its rule never falls on a day' : null;
}

/** Asks about each zone once: a question takes longer than all else that a meeting needs. */
function zoneCheck(): (name: string) => boolean {
  const known = new Map<string, boolean>();
  const ask = (name: string): boolean => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
    } catch {
      return false;
    }
  };
  return (name) => {
    const answer = known.get(name) ?? ask(name);
    known.set(name, answer);
    return answer;
  };
}

/** A meeting of the catalogue as a series; null if its dates are unknown. */
function toSeries(meeting: CatalogueMeeting, community: CatalogueCommunity): Series | null {
  if (meeting.when === null || meeting.time === null || meeting.zone === null) return null;
  const { rule, start } = whenRule(meeting.when);
  if (start === null) return null;
  const minutes = meeting.minutes ?? ASSUMED_MINUTES;
  const assumedLength: Doubt[] =
    meeting.minutes === null ? [{ kind: 'lengthAssumed', minutes: ASSUMED_MINUTES }] : [];
  return recurringSeries({
    uid: meeting.uid,
    title: meeting.title,
    start: `${start}T${meeting.time}`,
    zone: meeting.zone,
    rule,
    durationMinutes: minutes,
    doubt: whenDoubt(meeting),
    details: {
      description: { format: 'text', content: meeting.description || (meeting.said ?? '') },
      conferences: meeting.join === null ? [] : [meeting.join],
      community: community.id,
      communityName: community.name,
      recorded: meeting.recorded,
      doubts: [...assumedLength, ...doubtsOf(meeting)],
      links: {
        agenda: meeting.agenda,
        notes: meeting.notes,
        recordings: meeting.recordings,
        chat: meeting.chat ?? community.chat,
        mailingList: meeting.mailingList ?? community.mailingList,
        page: community.page,
      },
    },
  });
}

/** When a meeting with known dates takes place. */
function scheduleOf({ when, time, zone, minutes }: CatalogueMeeting): MeetingSchedule | null {
  if (when === null || time === null || zone === null) return null;
  const { rule, start } = whenRule(when);
  if (start === null) return null;
  return { rule, anchor: start, time, zone, minutes: minutes ?? ASSUMED_MINUTES, skips: [] };
}

function toCommunity(
  entry: CatalogueCommunity,
  series: readonly Series[],
  { conduct, source }: CatalogueFile,
  isLive: boolean,
): Community {
  const { id, name, kind, description, chat, mailingList, page, charter, calendar, leads } = entry;
  const seriesOf = new Map(series.map((one) => [one.uid, one]));
  const meetings = entry.meetings.map((meeting) => {
    const { uid, title, recorded, agenda, notes, recordings } = meeting;
    const own = seriesOf.get(uid) ?? null;
    return communityMeeting(own, {
      uid,
      schedule: own === null ? null : scheduleOf(meeting),
      title,
      recorded,
      agenda,
      notes,
      recordings,
      questions: doubtsOf(meeting).filter(needsAnswer),
      calendar: meeting.calendar,
    });
  });
  return {
    id,
    name,
    kind,
    description,
    chat,
    mailingList,
    page,
    charter,
    calendar,
    leads,
    conduct,
    source: entry.source ?? (isLive && source !== null ? { ...source, date: null } : source),
    meetings,
  };
}

/**
 * Reads a community file (assets/catalogue/*.json). Never throws; an unreadable meeting becomes a problem.
 * @param live a newer sigs.yaml, which replaces the communities of the file
 */
export function readCatalogue(bytes: Uint8Array, live: SigsContent | null = null): FeedContent {
  const nothing: FeedContent = {
    name: null,
    zone: null,
    series: [],
    communities: [],
    questions: [],
    calendars: [],
    choices: [],
    problems: [],
    refreshIntervalMs: null,
    asOf: null,
  };
  const parsed = parseCatalogue(bytes);
  if (!parsed.ok) return { ...nothing, problems: [parsed.problem] };
  const file = parsed.value;
  const entries = communitiesOf(file, live);
  if (!entries.ok) return { ...nothing, problems: [entries.problem] };
  const problems: Problem[] = [];
  const communities: Community[] = [];
  const series: Series[] = [];
  const isZone = zoneCheck();
  for (const entry of entries.value) {
    const own: Series[] = [];
    for (const meeting of entry.meetings) {
      const { when } = meeting;
      const flaw = when === null ? null : flawOf({ ...meeting, when }, isZone);
      const made = flaw === null ? toSeries(meeting, entry) : null;
      if (made !== null) own.push(made);
      if (flaw !== null) {
        problems.push(feedsProblem('catalogue/meeting', meeting.title, flaw));
      }
    }
    series.push(...own);
    communities.push(toCommunity(entry, own, file, live !== null));
  }
  return {
    ...nothing,
    name: file.name,
    series,
    communities,
    problems,
    refreshIntervalMs: file.live === null ? null : LIVE_PERIOD_MS,
    asOf: live === null ? (file.source?.date ?? null) : null,
  };
}
