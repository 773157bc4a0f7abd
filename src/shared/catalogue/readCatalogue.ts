import { z } from 'zod';
import type { FeedContent } from '../calendar/readFeed.ts';
import { recurringSeries } from '../calendar/recurringSeries.ts';
import { rhythmInWords } from '../calendar/rhythmInWords.ts';
import type { Series } from '../calendar/series.ts';
import { failure, success, type Problem, type Result } from '../problem.ts';
import { HOUR, MINUTE } from '../time.ts';
import {
  catalogueFile,
  type CatalogueCommunity,
  type CatalogueFile,
  type CatalogueMeeting,
} from './catalogueFile.ts';
import type { Community } from './community.ts';
import { anchorFits, whenRule } from './whenRule.ts';

/** Community meetings are an hour long more often than not; the user is told where we suppose it. */
const ASSUMED_MINUTES = HOUR / MINUTE;

/** Reads a community file as it stands, for what a feed says before dates are made. */
export function parseCatalogue(bytes: Uint8Array): Result<CatalogueFile> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return failure(
      'catalogue/notJson',
      'This community file cannot be read',
      'It is not JSON. Compare it with the description in docs/catalogue.md.',
    );
  }
  const read = catalogueFile.safeParse(json);
  if (read.success) return success(read.data);
  const [first] = read.error.issues;
  const place =
    first === undefined || first.path.length === 0 ? 'the whole file' : z.core.toDotPath(first.path);
  return failure(
    'catalogue/wrongShape',
    'This community file is not as it should be',
    `At ${place}: ${first?.message ?? 'unknown'}. The description is in docs/catalogue.md.`,
  );
}

/** Why a meeting's dates cannot be made; null when they can. */
function flawOf(meeting: CatalogueMeeting): string | null {
  if (!anchorFits(meeting.when)) return `its anchor date does not fall on ${String(meeting.when.on)}`;
  return isZone(meeting.zone) ? null : `“${meeting.zone}” is no time zone`;
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** A meeting of the catalogue as a series. */
function toSeries(meeting: CatalogueMeeting, community: CatalogueCommunity): Series {
  const { rule, start, isWeekUnknown } = whenRule(meeting.when);
  const minutes = meeting.minutes ?? ASSUMED_MINUTES;
  const assumedLength = meeting.minutes === null ? [`${ASSUMED_MINUTES} minutes assumed`] : [];
  return recurringSeries({
    uid: meeting.uid,
    title: meeting.title,
    start: `${start}T${meeting.time}`,
    zone: meeting.zone,
    rule,
    durationMinutes: minutes,
    isWeekUnknown,
    details: {
      description: { format: 'text', content: meeting.description },
      conferences: meeting.join === null ? [] : [meeting.join],
      community: community.id,
      communityName: community.name,
      recorded: meeting.recorded,
      assumptions: [...assumedLength, ...meeting.assumptions, ...meeting.questions],
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

function toCommunity(
  entry: CatalogueCommunity,
  series: readonly Series[],
  conduct: Community['conduct'],
): Community {
  const { id, name, kind, description, chat, mailingList, page, leads } = entry;
  const meetings = series.map((one) => ({
    uid: one.uid,
    title: one.details.title,
    rhythm: rhythmInWords(one) ?? '',
    isWeekUnknown: one.isWeekUnknown,
  }));
  return { id, name, kind, description, chat, mailingList, page, leads, conduct, meetings };
}

/** Reads a community file (assets/catalogue/*.json). Never throws; a meeting that cannot be read costs only itself. */
export function readCatalogue(bytes: Uint8Array): FeedContent {
  const nothing: FeedContent = {
    name: null,
    zone: null,
    series: [],
    communities: [],
    questions: [],
    calendars: [],
    problems: [],
    refreshIntervalMs: null,
  };
  const parsed = parseCatalogue(bytes);
  if (!parsed.ok) return { ...nothing, problems: [parsed.problem] };
  const problems: Problem[] = [];
  const communities: Community[] = [];
  const series: Series[] = [];
  for (const entry of parsed.value.communities) {
    const own: Series[] = [];
    for (const meeting of entry.meetings) {
      const flaw = flawOf(meeting);
      if (flaw === null) own.push(toSeries(meeting, entry));
      else {
        problems.push({
          code: 'catalogue/meeting',
          title: `“${meeting.title}” cannot be dated`,
          detail: `In the community file ${flaw}. All other meetings are there.`,
        });
      }
    }
    series.push(...own);
    communities.push(toCommunity(entry, own, parsed.value.conduct));
  }
  return { ...nothing, name: parsed.value.name, series, communities, problems };
}
