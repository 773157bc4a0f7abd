import { feedsFailure, feedsProblem } from '#core/feeds/problems.ts';
import type { FeedBytes, FeedDigest } from '#core/feeds/feedStore.ts';
import type { Feed } from '#core/feeds/feed.ts';
import type { FeedLogin } from '#core/feeds/followOptions.ts';
import type { SourceAddress } from '#core/feeds/sourceAddress.ts';
import { type Result, success } from '#base';
import type { FeedReader } from '../ports/feedReader.ts';
import type { Ports } from '../ports/ports.ts';
import type { FeedList } from './feedList.ts';
import type { FeedLogins } from './feedLogins.ts';
import type { FirstCopy } from './feedState.ts';
import { fetchCopy, type FetchedCopy } from './fetchCopy.ts';
import { freeColor, freeFeedId } from './newFeed.ts';
import { readPastedText, type PastedText } from './pastedText.ts';
import { loginInAddress, recogniseAddress } from './recogniseAddress.ts';
import { noValidators, type FeedSource } from './sources/feedSource.ts';
import type { FeedSources } from './sources/feedSources.ts';
import { pastedAddress } from './sources/pastedSource.ts';
import { refusalOf } from './validateCopy.ts';

/** What the user pasted, recognised but not fetched. */
export interface PastedInput {
  readonly source: SourceAddress;
  /** Null if an address was pasted. */
  readonly text: PastedText | null;
  /** For the server of a pasted address; null if there is none. */
  readonly login: FeedLogin | null;
}

/** A feed that could be followed: fetched, and read by the trial reader. */
export interface Candidate {
  readonly pasted: string;
  /** Id of the feed that gets this address or text; null for a new feed. */
  readonly replaces: string | null;
  readonly text: PastedText | null;
  readonly feed: Feed;
  /** The login that its server wanted; null if none was given. */
  readonly login: FeedLogin | null;
  readonly digest: FeedDigest;
  readonly fetched: Omit<FirstCopy, 'digest'>;
}

export interface CandidatePorts extends Pick<Ports, 'clock' | 'environment' | 'trialReader'> {
  readonly sources: FeedSources;
  readonly logins: FeedLogins;
}

/** True if it contains nothing to follow, to answer or to report. */
const isEmpty = ({ seriesCount, choices, questions, problems }: FeedDigest): boolean =>
  seriesCount === 0 && choices.length === 0 && questions.length === 0 && problems.length === 0;

/** Reads bytes of which no version is known. */
export async function readNew(
  reader: Pick<FeedReader, 'read'>,
  bytes: Omit<FeedBytes, 'known'>,
): Promise<Result<FeedDigest>> {
  const read = await reader.read({ ...bytes, known: [] });
  if (!read.ok) return read;
  if (read.value.kind === 'known') throw new Error('The reader called a version known that it was not given');
  return success(read.value.digest);
}

const copyOfText = ({ format, text }: PastedText): FetchedCopy => ({
  ...noValidators,
  format,
  bytes: new TextEncoder().encode(text),
  base: null,
});

async function fetchNew(source: FeedSource): Promise<Result<Omit<FirstCopy, 'digest' | 'fetchedAt'>>> {
  const { signal } = new AbortController();
  const fetched = await fetchCopy(source, null, { known: null, isUrgent: true, signal });
  if (fetched.kind === 'failed') return { ok: false, problem: fetched.problem };
  if (fetched.kind === 'unchanged') throw new Error('A server answered “unchanged” to a first request');
  return success({ copy: fetched.copy, freshForMs: fetched.freshForMs });
}

/**
 * Recognises what was pasted.
 * @param replaced the feed that gets this address or text; null for a new feed
 * @param given the login that the user typed
 */
export function recogniseInput(
  pasted: string,
  replaced: Feed | null,
  platform: string,
  given: FeedLogin | null = null,
): Result<PastedInput> {
  const address = recogniseAddress(pasted, platform);
  if (address.ok) {
    const written = loginInAddress(pasted);
    const ofAddress = written === null ? null : { ...written, keep: null };
    return success({ source: address.value, text: null, login: given ?? ofAddress });
  }
  const text = readPastedText(pasted);
  if (text === null) return address;
  const source = replaced?.source.kind === 'pasted' ? replaced.source : pastedAddress(text.text);
  return success({ source, text, login: null });
}

/** The problem that another feed of the list has the same source; null if none has. */
export function knownFeed(
  list: Pick<FeedList, 'all'>,
  sources: FeedSources,
  { source, text }: PastedInput,
  replaced: Feed | null,
): Result<never> | null {
  const { location } = sources(source);
  const known = list.all().find((feed) => feed !== replaced && sources(feed.source).location === location);
  return known === undefined ? null : feedsFailure('feed/known', known.name, text !== null);
}

/** Fetches and reads it. A failure changes nothing. */
export async function openCandidate(
  { clock, trialReader, sources, logins }: CandidatePorts,
  feeds: readonly Feed[],
  pasted: string,
  input: PastedInput,
  replaced: Feed | null,
): Promise<Result<Candidate>> {
  const source = sources(input.source);
  const { location } = source;
  const { text, login } = input;
  if (login !== null && input.source.kind === 'web') logins.try(input.source.url, login);
  const fetched =
    text === null ? await fetchNew(source) : success({ copy: copyOfText(text), freshForMs: null });
  if (!fetched.ok) return fetched;
  const { format, bytes, charset } = fetched.value.copy;
  const read = await readNew(trialReader, { format, bytes, charset, location, now: clock.now() });
  if (!read.ok) return read;
  const digest = read.value;
  const refusal =
    refusalOf(digest) ?? (text !== null && isEmpty(digest) ? feedsProblem('feed/noMeetingInText') : null);
  if (refusal !== null) {
    trialReader.release(digest.handle);
    return { ok: false, problem: refusal };
  }
  const name = digest.name?.trim() || source.defaultName;
  const feed: Feed =
    replaced === null
      ? {
          id: freeFeedId(location, feeds),
          name,
          source: input.source,
          format,
          followed: 'all',
          color: freeColor(feeds),
        }
      : { ...replaced, source: input.source, format, name };
  return success({
    pasted,
    replaces: replaced?.id ?? null,
    text,
    feed,
    login,
    digest,
    fetched: { ...fetched.value, fetchedAt: clock.now() },
  });
}
