import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { FeedBytes, FeedDigest } from '#core/feeds/feedStore.ts';
import { isPasted, type Feed } from '#core/feeds/feed.ts';
import { DAY, failure, MINUTE, type Problem, type Result, success, type ZoneName } from '#base';
import type { FeedPreview } from '#core/feeds/feedPreview.ts';
import type { FollowOptions } from '#core/feeds/followOptions.ts';
import type { FeedReader } from '../ports/feedReader.ts';
import type { Ports } from '../ports/ports.ts';
import { calendarOfPage } from './calendarOfPage.ts';
import { feedId, freeColor, type FeedList } from './feedList.ts';
import type { FeedSync, FirstCopy } from './feedSync.ts';
import { fetchFeed, type FetchedCopy, type FetchPorts } from './fetchFeed.ts';
import { readPastedText, type PastedText } from './pastedText.ts';
import { refusalOf } from './validateCopy.ts';
import { recogniseAddress, warningsOf } from './recogniseAddress.ts';

/** Finds out what a person pasted, and follows it. */
export interface FeedAdder {
  preview(pasted: string, wish?: FollowOptions): Promise<Result<FeedPreview>>;
  add(pasted: string, wish?: FollowOptions): Promise<Result<Feed>>;
  /** The text of a feed that was pasted. */
  text(feed: Feed): Promise<Result<string>>;
  /** A feed is followed no longer: its pasted text goes, too. */
  removed(feed: Feed): Promise<void>;
}

const PREVIEW_WINDOW_MS = 90 * DAY;
const PREVIEW_COUNT = 5;
/** Of a file with a hundred meetings nobody reads all in a preview. */
const PREVIEW_MEETINGS = 12;
/** A preview that was just looked at is what gets added; an older one is fetched again. */
const PREVIEW_LIFE_MS = 5 * MINUTE;

interface Candidate {
  readonly pasted: string;
  /** Null where an address was pasted. */
  readonly text: PastedText | null;
  readonly feed: Feed;
  /** What the trial reader holds; nothing of it is followed yet. */
  readonly digest: FeedDigest;
  readonly fetched: Omit<FirstCopy, 'digest'>;
}

const asItIs: FollowOptions = { followed: 'all', replaces: null };

const noText = failure(
  'feed/noText',
  'This feed is no pasted text',
  'Only what was pasted as text can be changed here. Add an address as a feed of its own.',
);

const notKept = failure(
  'feed/textNotSaved',
  'The text could not be saved',
  'Look whether the disk is full or write-protected, and try again.',
);

const noMeeting: Problem = {
  code: 'feed/noMeetingInText',
  title: 'No meeting was found in this text',
  detail:
    'It should say on which day, at what time and in which zone, for example: “Every second Tuesday, 17:00 CET, https://zoom.us/j/…”.',
};

/** Nothing in it can be followed or asked about. */
const isEmpty = ({ seriesCount, questions, problems }: FeedDigest): boolean =>
  seriesCount === 0 && questions.length === 0 && problems.length === 0;

/** Reads bytes of which no version is known. */
async function readNew(reader: Pick<FeedReader, 'read'>, bytes: FeedBytes): Promise<Result<FeedDigest>> {
  const read = await reader.read(bytes);
  if (!read.ok) return read;
  if (read.value.kind === 'known') throw new Error('A version was called known that is not');
  return success(read.value.digest);
}

function nameOf(address: string, { name }: FeedDigest): string {
  if (name !== null && name.trim() !== '') return name.trim();
  return URL.canParse(address) && /^https?:/i.test(address) ? new URL(address).host : basename(address);
}

/** Adds feeds by address. Every failure is in words for the user and changes nothing. */
export function createFeedAdder(
  ports: FetchPorts & Pick<Ports, 'clock' | 'reader' | 'trialReader'>,
  list: FeedList,
  sync: FeedSync,
  zone: () => ZoneName,
): FeedAdder {
  const { clock, environment, files, reader, trialReader } = ports;
  let previewed: Candidate | null = null;

  const forget = (): void => {
    if (previewed !== null) trialReader.release(previewed.digest.handle);
    previewed = null;
  };
  trialReader.onLost(() => (previewed = null));

  /** What was pasted, before it is read. */
  async function fetchNew(address: string): Promise<Result<Pick<FirstCopy, 'copy' | 'freshForMs'>>> {
    const { signal } = new AbortController();
    const answer = await fetchFeed(ports, { kind: null, address }, null, { isUrgent: true, signal });
    if (answer.kind === 'failed') return { ok: false, problem: answer.problem };
    if (answer.kind === 'unchanged') throw new Error('A server said “unchanged” to a first request');
    return success(answer);
  }

  const textPath = ({ text }: PastedText): string =>
    join(
      environment.userData,
      'pasted',
      `${createHash('sha256').update(text).digest('hex').slice(0, 16)}.txt`,
    );

  const copyOfText = ({ kind, text }: PastedText): FetchedCopy => ({
    kind,
    bytes: new TextEncoder().encode(text),
    base: null,
    etag: null,
    lastModified: null,
    charset: null,
  });

  async function candidate(pasted: string, { replaces }: FollowOptions): Promise<Result<Candidate>> {
    const replaced = replaces === null ? null : list.find(replaces);
    if (replaces !== null && (replaced === null || !isPasted(replaced))) return noText;
    const recognised = recogniseAddress(pasted, environment.platform);
    const text = recognised.ok ? null : readPastedText(pasted);
    if (!recognised.ok && text === null) return recognised;
    if (text === null && replaced !== null) return noText;
    const address =
      replaced?.address ?? (text === null ? (recognised.ok ? recognised.value : '') : textPath(text));
    const known = list.all().find((feed) => feed.address === address && feed !== replaced);
    if (known)
      return failure(
        'feed/known',
        `You follow “${known.name}” already`,
        text === null
          ? 'It is in the list of feeds with this address.'
          : 'This text is in the list of feeds. Change it there.',
      );
    const age = clock.now() - (previewed?.fetched.fetchedAt ?? 0);
    if (
      previewed?.feed.address === address &&
      (text === null || previewed.pasted === pasted) &&
      age >= 0 &&
      age < PREVIEW_LIFE_MS
    )
      return success(previewed);

    const got =
      text === null ? await fetchNew(address) : success({ copy: copyOfText(text), freshForMs: null });
    if (!got.ok) return got;
    const { copy, freshForMs } = got.value;
    const { kind, bytes, charset } = copy;
    const read = await readNew(trialReader, { kind, bytes, charset, address, known: [], now: clock.now() });
    if (!read.ok) return read;
    const digest = read.value;
    const refusal = refusalOf(digest) ?? (text !== null && isEmpty(digest) ? noMeeting : null);
    if (refusal !== null) {
      trialReader.release(digest.handle);
      return { ok: false, problem: refusal };
    }
    const name = nameOf(address, digest);
    const feed: Feed =
      replaced === null
        ? { id: feedId(address), kind, name, address, followed: 'all', color: freeColor(list.all()) }
        : { ...replaced, kind, name };
    const fetched = { copy, freshForMs, fetchedAt: clock.now() };
    return success({ pasted, text, feed, digest, fetched });
  }

  return {
    preview: async (pasted, wish = asItIs) => {
      const found = await candidate(pasted, wish);
      if (!found.ok) return found;
      if (previewed !== found.value) forget();
      previewed = found.value;
      const { feed, digest } = found.value;
      const { handle, seriesCount, communities, questions, calendars, problems } = digest;
      const now = clock.now();
      const window = { from: now, to: now + PREVIEW_WINDOW_MS };
      const everything: Feed = { ...feed, followed: 'all' };
      return success({
        kind: feed.kind,
        name: feed.name,
        address: feed.address,
        seriesCount,
        next: [...(await trialReader.preview({ feed: everything, handle }, window, zone(), PREVIEW_COUNT))],
        groupCount: communities.length,
        meetings: communities
          .flatMap(({ meetings }) => meetings)
          .slice(0, PREVIEW_MEETINGS)
          .map(({ title, rhythm, isDated }) => ({ title, rhythm, isDated })),
        questions: [...questions],
        calendar: calendarOfPage(calendars, environment.platform),
        problems: [...warningsOf(pasted, feed.address), ...problems],
      });
    },
    add: async (pasted, wish = asItIs) => {
      const found = await candidate(pasted, wish);
      if (!found.ok) return found;
      const { feed, fetched, text } = found.value;
      const { address } = feed;
      const { kind, bytes, charset } = fetched.copy;
      // It was read within its bounds, so it harms no other feed where these are.
      const read = await readNew(reader, { kind, bytes, charset, address, known: [], now: clock.now() });
      if (!read.ok) return read;
      if (previewed !== found.value) trialReader.release(found.value.digest.handle);
      forget();
      if (text !== null) {
        try {
          await files.write(address, text.text);
        } catch {
          reader.release(read.value.handle);
          return notKept;
        }
      }
      const added: Feed =
        wish.replaces === null
          ? { ...feed, color: freeColor(list.all()), followed: wish.followed === 'all' ? 'all' : [] }
          : feed;
      await sync.adopt(added, { ...fetched, digest: read.value });
      return success(added);
    },
    text: async (feed) => {
      const bytes = isPasted(feed) ? await files.read(feed.address).catch(() => null) : null;
      return bytes === null ? noText : success(new TextDecoder().decode(bytes));
    },
    removed: async (feed) => {
      if (isPasted(feed)) await files.remove(feed.address).catch(() => undefined);
    },
  };
}
