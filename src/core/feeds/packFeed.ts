import { z } from 'zod';
import { visibleLine } from '#base';
import type { FeedContent } from './feedContent.ts';
import { feedsProblem } from './problems.ts';
import { MOST_ENTRIES, PACK_KIND, packEntry, starterPack, type PackEntry } from './starterPack.ts';

/** Real packs have a few kilobytes. */
const LARGEST_BYTES = 1024 * 1024;
const HEAD_BYTES = 4096;
const MARK = new RegExp(String.raw`"kind"\s{0,20}:\s{0,20}"${PACK_KIND}"`);

/** A list of calendars as a feed: it has no meetings of its own, and everything in it is a choice. */
export const listContent = (
  name: string | null,
  choices: readonly PackEntry[],
  problems: FeedContent['problems'] = [],
): FeedContent => ({
  name,
  zone: null,
  series: [],
  communities: [],
  questions: [],
  calendars: [],
  choices,
  problems,
  refreshIntervalMs: null,
  asOf: null,
});

/** As {@link starterPack}, but a bad entry affects no other. */
const lenientPack = z.object({
  format: z.literal(1),
  name: starterPack.shape.name,
  entries: z.array(z.unknown()),
});

function parse(bytes: Uint8Array): unknown {
  try {
    return bytes.length > LARGEST_BYTES ? null : JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

/** Reads a starter pack; null for every other file. Never throws: an entry that cannot be used affects no other. */
export function readPackFeed(bytes: Uint8Array): FeedContent | null {
  if (!MARK.test(new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES)))) return null;
  const read = lenientPack.safeParse(parse(bytes));
  if (!read.success) return listContent(null, [], [feedsProblem('feed/packUnreadable')]);
  const written = read.data.entries;
  const entries = written.slice(0, MOST_ENTRIES).flatMap((one) => packEntry.safeParse(one).data ?? []);
  const left = written.length - entries.length;
  const problems = [
    ...(entries.length === 0 ? [feedsProblem('feed/packUnreadable')] : []),
    ...(entries.length > 0 && left > 0 ? [feedsProblem('feed/packEntries', left)] : []),
  ];
  return listContent(
    visibleLine(read.data.name),
    entries.map((one) => Object.assign(one, { name: visibleLine(one.name) })),
    problems,
  );
}
