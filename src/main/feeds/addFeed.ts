import { basename } from 'node:path';
import type { FeedDigest } from '../../shared/agenda/feedShelf.ts';
import type { Feed } from '../../shared/calendar/feed.ts';
import { failure, success, type Result } from '../../shared/problem.ts';
import type { FeedPreview } from '../../shared/ipc/contract.ts';
import { DAY, MINUTE, type ZoneName } from '../../shared/time.ts';
import type { Ports } from '../ports.ts';
import { calendarOfPage } from './calendarOfPage.ts';
import { feedId, freeColor, type FeedList } from './feedList.ts';
import type { FeedSync, FirstCopy } from './feedSync.ts';
import { fetchFeed, type FetchPorts } from './fetchFeed.ts';
import { recogniseAddress, warningsOf } from './recogniseAddress.ts';

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
  readonly first: FirstCopy;
}

function nameOf(address: string, { name }: FeedDigest): string {
  if (name !== null && name.trim() !== '') return name.trim();
  return URL.canParse(address) && /^https?:/i.test(address) ? new URL(address).host : basename(address);
}

/** Adds feeds by address. Every failure is in words for the user and changes nothing. */
export function createFeedAdder(
  ports: FetchPorts & Pick<Ports, 'clock' | 'reader'>,
  list: FeedList,
  sync: FeedSync,
  zone: () => ZoneName,
): FeedAdder {
  const { clock, environment, reader } = ports;
  let previewed: Candidate | null = null;

  const forget = (): void => {
    if (previewed !== null) reader.release(previewed.first.digest.handle);
    previewed = null;
  };

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
    const age = clock.now() - (previewed?.first.fetchedAt ?? 0);
    if (previewed?.feed.address === address && age >= 0 && age < PREVIEW_LIFE_MS) return success(previewed);

    const { signal } = new AbortController();
    const fetched = await fetchFeed(ports, { kind: null, address }, null, { isUrgent: true, signal });
    if (fetched.kind === 'failed') return { ok: false, problem: fetched.problem };
    if (fetched.kind === 'unchanged') throw new Error('A server said “unchanged” to a first request');
    const { copy, freshForMs } = fetched;
    const { kind, bytes, charset } = copy;
    const read = await reader.read({ kind, bytes, charset, known: [] });
    if (!read.ok) return read;
    if (read.value.kind === 'known') throw new Error('A version was called known that is not');
    const { digest } = read.value;
    const name = nameOf(address, digest);
    const color = freeColor(list.all());
    return success({
      feed: { id: feedId(address), kind, name, address, followed: 'all', color },
      first: { copy, digest, freshForMs, fetchedAt: clock.now() },
    });
  }

  return {
    preview: async (pasted) => {
      const found = await candidate(pasted);
      if (!found.ok) return found;
      if (previewed !== found.value) forget();
      previewed = found.value;
      const { feed, first } = found.value;
      const { handle, seriesCount, questions, calendars, problems } = first.digest;
      const now = clock.now();
      const window = { from: now, to: now + PREVIEW_WINDOW_MS };
      return success({
        kind: feed.kind,
        name: feed.name,
        address: feed.address,
        seriesCount,
        next: [...(await reader.preview({ feed, handle }, window, zone(), PREVIEW_COUNT))],
        questions: [...questions],
        calendar: calendarOfPage(calendars, environment.platform),
        problems: [...warningsOf(pasted, feed.address), ...problems],
      });
    },
    add: async (pasted) => {
      const found = await candidate(pasted);
      if (!found.ok) return found;
      const { feed, first } = found.value;
      if (previewed !== found.value) forget();
      previewed = null;
      await sync.adopt({ ...feed, color: freeColor(list.all()) }, first);
      return success(feed);
    },
  };
}
