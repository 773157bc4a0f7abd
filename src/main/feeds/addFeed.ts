import { basename } from 'node:path';
import { buildAgenda } from '../../shared/agenda/buildAgenda.ts';
import type { Feed } from '../../shared/calendar/feed.ts';
import { readFeed, type FeedContent } from '../../shared/calendar/readFeed.ts';
import { failure, success, type Result } from '../../shared/problem.ts';
import type { FeedPreview } from '../../shared/ipc/contract.ts';
import { DAY, MINUTE, type ZoneName } from '../../shared/time.ts';
import type { Ports } from '../ports.ts';
import type { FeedCopy } from './feedCache.ts';
import { feedId, freeColor, type FeedList } from './feedList.ts';
import type { FeedSync } from './feedSync.ts';
import { fetchFeed } from './fetchFeed.ts';
import { recogniseAddress } from './recogniseAddress.ts';

/** Finds out what a pasted address is, and follows it. */
export interface FeedAdder {
  preview(pasted: string): Promise<Result<FeedPreview>>;
  add(pasted: string): Promise<Result<Feed>>;
}

const PREVIEW_WINDOW_MS = 90 * DAY;
const PREVIEW_COUNT = 5;
/** A preview that was just looked at is what gets added; an older one is fetched again. */
const PREVIEW_LIFE_MS = 5 * MINUTE;

interface Candidate {
  readonly feed: Feed;
  readonly copy: FeedCopy;
  readonly content: FeedContent;
}

function nameOf(address: string, content: FeedContent): string {
  if (content.name !== null && content.name.trim() !== '') return content.name.trim();
  return URL.canParse(address) && /^https?:/i.test(address) ? new URL(address).host : basename(address);
}

/** Adds feeds by address. Every failure is in words for the user and changes nothing. */
export function createFeedAdder(
  ports: Pick<Ports, 'http' | 'files' | 'environment' | 'clock'>,
  list: FeedList,
  sync: FeedSync,
  zone: () => ZoneName,
): FeedAdder {
  const { clock, environment } = ports;
  let previewed: Candidate | null = null;

  async function candidate(pasted: string): Promise<Result<Candidate>> {
    const recognised = recogniseAddress(pasted, environment.platform);
    if (!recognised.ok) return recognised;
    const address = recognised.value;
    const known = list.all().find((feed) => feed.address === address);
    if (known)
      return failure(
        'feed/known',
        `You follow “${known.name}” already`,
        'It is in the list of feeds with this address.',
      );
    const age = clock.now() - (previewed?.copy.confirmedAt ?? 0);
    if (previewed?.feed.address === address && age >= 0 && age < PREVIEW_LIFE_MS) return success(previewed);

    const signal = new AbortController().signal;
    const fetched = await fetchFeed(ports, { kind: 'ics', address }, null, signal);
    if (fetched.kind === 'failed') return { ok: false, problem: fetched.problem };
    if (fetched.kind === 'unchanged') throw new Error('A server said “unchanged” to a first request');
    const content = readFeed('ics', fetched.copy.bytes);
    const feed: Feed = {
      id: feedId(address),
      kind: 'ics',
      name: nameOf(address, content),
      address,
      followed: 'all',
      color: freeColor(list.all()),
    };
    return success({ feed, copy: fetched.copy, content });
  }

  return {
    preview: async (pasted) => {
      const found = await candidate(pasted);
      if (!found.ok) return found;
      previewed = found.value;
      const { feed, content } = found.value;
      const now = clock.now();
      const window = { from: now, to: now + PREVIEW_WINDOW_MS };
      const { occurrences } = buildAgenda([{ feed, content }], window, zone());
      return success({
        kind: feed.kind,
        name: feed.name,
        address: feed.address,
        seriesCount: content.series.length,
        next: occurrences.slice(0, PREVIEW_COUNT),
        problems: content.problems,
      });
    },
    add: async (pasted) => {
      const found = await candidate(pasted);
      if (!found.ok) return found;
      previewed = null;
      const { feed, copy, content } = found.value;
      await sync.adopt({ ...feed, color: freeColor(list.all()) }, copy, content);
      return success(feed);
    },
  };
}
