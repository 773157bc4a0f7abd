import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readFeed } from '#core/feeds/readFeed.ts';
import { communitiesOf, parseCatalogue } from '#core/catalogue/readCatalogue.ts';
import { uidsOf } from '#community-pages';
import { readMarkdownPage, readSigs } from '#community-pages/readers';
import { createFiles } from '#main/adapters/disk/files.ts';
import { changeLogPath, readChangeLog } from '#main/feeds/changeLog.ts';
import { feedId } from '#main/feeds/newFeed.ts';
import { BadInput, WrongUse, type Command, type Terminal } from '../command.ts';
import { readConfiguration } from '../configuration.ts';
import { userDataFolder } from '../folders.ts';
import { jsonText } from '../occurrenceJson.ts';
import { type Instant, visibleLine } from '#base';
import { paintFor } from '../paint.ts';
import { catalogueSeriesJson, draftJson, seriesJson, type SeriesJson, type Settled } from '../seriesJson.ts';
import { settledSeries } from '../settledSeries.ts';
import { openFeedSources, openGiven, type RawFeed } from '../sources.ts';
import { badInput, usage } from '../texts.ts';

interface FeedJson {
  readonly title: string;
  readonly kind: string;
  /** Addresses of calendars that the feed names. */
  readonly calendars: readonly string[];
  readonly problems: readonly string[];
  readonly series: readonly SeriesJson[];
}

/** The meetings of a community file or page. */
function describeDrafts({ feed, location, bytes }: RawFeed, now: Instant, settled: Settled): FeedJson {
  const isPage = feed.format === 'markdown';
  const page = isPage ? readMarkdownPage(bytes, now, location) : null;
  const { drafts, problems } = page ?? readSigs(bytes);
  const [problem] = problems;
  if (problem !== undefined && drafts.length === 0) throw new BadInput(`${problem.title}. ${problem.detail}`);
  const calendars = page?.calendars ?? drafts.flatMap(({ calendar }) => calendar ?? []);
  return {
    title: page?.title ?? feed.name,
    kind: feed.format,
    calendars: [...new Set(calendars)],
    problems: problems.map(({ title, detail }) => `${title} ${detail}`),
    series: [...uidsOf(drafts)].map(([draft, uid]) => draftJson(draft, uid, settled)),
  };
}

function describe(raw: RawFeed, now: Instant, settled: Settled): FeedJson {
  const { feed, bytes, charset } = raw;
  if (feed.format === 'catalogue') {
    const parsed = parseCatalogue(bytes);
    if (!parsed.ok) throw new BadInput(`${parsed.problem.title}. ${parsed.problem.detail}`);
    const communities = communitiesOf(parsed.value, null);
    if (!communities.ok) throw new BadInput(`${communities.problem.title}. ${communities.problem.detail}`);
    const calendars = communities.value.flatMap(({ calendar, meetings }) =>
      [calendar, ...meetings.map((one) => one.calendar)].flatMap((one) => one ?? []),
    );
    return {
      title: parsed.value.name,
      kind: feed.format,
      calendars: [...new Set(calendars)],
      problems: [],
      series: catalogueSeriesJson(communities.value, settled),
    };
  }
  if (feed.format === 'sigs' || feed.format === 'markdown') return describeDrafts(raw, now, settled);
  const content = readFeed(feed.format, bytes, charset === null ? { now } : { now, charset });
  return {
    title: content.name ?? feed.name,
    kind: feed.format,
    calendars: [],
    problems: content.problems.map(({ title, detail }) => `${title} ${detail}`),
    series: content.series.map((one) => seriesJson(one, settled)),
  };
}

/** Prints the changes of a feed that the app recorded in the last 60 days; newest last. */
async function printChanges(given: string, isJson: boolean, terminal: Terminal): Promise<void> {
  const { feeds } = await readConfiguration(terminal);
  const path = resolve(given);
  const sources = await openFeedSources(terminal);
  const feed = feeds.find(({ id, source }) => {
    const { location } = sources(source);
    return location === given || location === path || id === feedId(given);
  });
  if (feed === undefined) throw new BadInput(badInput.notFollowed(visibleLine(given)));
  const all = await readChangeLog(createFiles(), changeLogPath(userDataFolder(terminal)));
  const changes = all
    .filter((one) => one.feedId === feed.id)
    .map(({ at, uid, title, what, start, before, after }) => ({
      at: new Date(at).toISOString(),
      uid,
      title,
      what,
      start,
      before,
      after,
    }));
  if (isJson) {
    terminal.out.write(jsonText(changes));
    return;
  }
  for (const { at, title, what, before, after } of changes)
    terminal.out.write(
      `${at.slice(0, 10)}  ${visibleLine(title)}  ${what}: ${visibleLine(before ?? '–')} → ${visibleLine(after ?? '–')}\n`,
    );
}

/** `series`: the series of a feed, before they are dated; with `--changes`, its recent changes. */
export const series: Command = async (args, terminal) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      feed: { type: 'string' },
      user: { type: 'string' },
      changes: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.feed === undefined) throw new WrongUse(usage.seriesNeedsFeed);
  if (values.changes) return printChanges(values.feed, values.json, terminal);
  const raw = await openGiven(values.feed, terminal, undefined, values.user);
  const asItIs = describe(raw, terminal.now(), new Set());
  const isAsking = asItIs.series.some(({ ask }) => ask);
  const described = isAsking
    ? describe(raw, terminal.now(), await settledSeries(raw.feed, terminal))
    : asItIs;
  if (values.json) {
    terminal.out.write(jsonText(described));
    return;
  }
  const paint = paintFor(terminal);
  const lines = described.series.map((one) => {
    const when = [one.weekdays?.join(',') ?? '', one.time ?? 'all day', one.zone ?? '']
      .filter(Boolean)
      .join(' ');
    const remarks = [one.rrule ?? 'once', ...one.questions.map((question) => paint.warn(`? ${question}`))];
    return `${paint.bold(visibleLine(one.title))}\n  ${when}  ${paint.dim(remarks[0] ?? '')}\n${remarks
      .slice(1)
      .map((remark) => `  ${remark}\n`)
      .join('')}`;
  });
  terminal.out.write(
    `${visibleLine(described.title)} (${described.kind}), ${described.series.length} series\n\n${lines.join('')}`,
  );
  for (const problem of described.problems) terminal.err.write(`office-hours: ${visibleLine(problem)}\n`);
};
