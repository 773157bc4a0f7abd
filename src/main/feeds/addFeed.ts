import { hasWellKnown, wellKnownAddress } from '#core/catalogue/wellKnown.ts';
import { hasCode } from '#core/problemCodes.ts';
import { feedsFailure } from '#core/feeds/problems.ts';
import type { Feed } from '#core/feeds/feed.ts';
import { MINUTE, type Result, success, type ZoneName } from '#base';
import type { FeedPreview } from '#core/feeds/feedPreview.ts';
import type { FollowOptions } from '#core/feeds/followOptions.ts';
import type { PackEntry } from '#core/feeds/starterPack.ts';
import type { SourceAddress } from '#core/feeds/sourceAddress.ts';
import type { DirectoryFiles } from '../directory/directoryFiles.ts';
import type { Ports } from '../ports/ports.ts';
import {
  knownFeed,
  openCandidate,
  readNew,
  recogniseInput,
  type Candidate,
  type CandidatePorts,
  type PastedInput,
} from './feedCandidate.ts';
import type { FeedList } from './feedList.ts';
import { comingMeetings, previewOf } from './feedPreview.ts';
import { isEntryFollowed, replacedBy } from './packEntries.ts';
import type { FeedSync } from './feedSync.ts';
import { freeColor } from './newFeed.ts';
import { pastedPath } from './sources/pastedSource.ts';

/** Previews and follows what a person pasted: an address, a path or a text. */
export interface FeedAdder {
  preview(pasted: string, options?: FollowOptions): Promise<Result<FeedPreview>>;
  add(pasted: string, options?: FollowOptions): Promise<Result<Feed>>;
  /** Follows a source that needs no preview. @param name for a feed that has none of its own */
  addSource(source: SourceAddress, name?: string): Promise<Result<Feed>>;
  /** What a list of calendars or a starter pack holds. */
  choices(pasted: string): Promise<Result<readonly PackEntry[]>>;
  /** The text of a pasted feed. */
  text(feed: Feed): Promise<Result<string>>;
}

/** Adding within this time uses the copy of the preview; later it is fetched again. */
const PREVIEW_LIFE_MS = 5 * MINUTE;

const everything: FollowOptions = { followed: 'all', replaces: null };

interface AdderParts {
  readonly list: FeedList;
  readonly sync: Pick<FeedSync, 'addFetched' | 'readings'>;
  readonly zone: () => ZoneName;
  readonly directory: Pick<DirectoryFiles, 'rows'>;
}

/** The file that a site keeps for the app, if its own page has no meetings; null if it need not be tried. */
function wellKnownOf({ source }: PastedInput, found: Result<Candidate>): PastedInput | null {
  if (source.kind !== 'web' || !hasWellKnown(source.url)) return null;
  const hasMeetings = found.ok && found.value.digest.seriesCount + found.value.digest.choices.length > 0;
  // A site that does not answer is not asked twice.
  const isSilent =
    !found.ok &&
    (['feed/unreachable', 'feed/silent', 'network/certificate', 'feed/loginWanted'] as const).some((code) =>
      hasCode(found.problem, code),
    );
  if (hasMeetings || isSilent) return null;
  return { source: { kind: 'web', url: wellKnownAddress(source.url) }, text: null, login: null };
}

/** The candidate that was previewed last, which adding uses. */
function createCandidates(ports: CandidatePorts, list: FeedList) {
  const { clock, environment, trialReader, sources } = ports;
  let previewed: Candidate | null = null;
  trialReader.onLost(() => (previewed = null));

  const release = (): void => {
    if (previewed !== null) trialReader.release(previewed.digest.handle);
    previewed = null;
  };
  const isPreviewed = (candidate: Candidate, pasted: string, { source, text }: PastedInput): boolean => {
    const age = clock.now() - candidate.fetched.fetchedAt;
    return (
      (candidate.pasted === pasted ||
        (text === null && sources(candidate.feed.source).location === sources(source).location)) &&
      age >= 0 &&
      age < PREVIEW_LIFE_MS
    );
  };

  return {
    find: async (pasted: string, { replaces, login = null }: FollowOptions): Promise<Result<Candidate>> => {
      const replaced = replaces === null ? null : list.find(replaces);
      if (replaces !== null && replaced === null) return feedsFailure('feed/unknown');
      if (replaced?.source.kind === 'builtIn') return feedsFailure('feed/builtIn');
      const input = recogniseInput(pasted, replaced, environment.platform, login);
      if (!input.ok) return input;
      const known = knownFeed(list, sources, input.value, replaced);
      if (known !== null) return known;
      if (previewed?.replaces === replaces && isPreviewed(previewed, pasted, input.value))
        return success(previewed);
      const found = await openCandidate(ports, list.all(), pasted, input.value, replaced);
      const own = wellKnownOf(input.value, found);
      if (own === null) return found;
      const knownOwn = knownFeed(list, sources, own, replaced);
      if (knownOwn !== null) return knownOwn;
      const instead = await openCandidate(ports, list.all(), pasted, own, replaced);
      if (!instead.ok) return found;
      if (found.ok) trialReader.release(found.value.digest.handle);
      return instead;
    },
    keep: (candidate: Candidate): void => {
      if (previewed !== candidate) release();
      previewed = candidate;
    },
    /** Releases the candidate, and the one that was kept. */
    drop: (candidate: Candidate): void => {
      if (previewed !== candidate) trialReader.release(candidate.digest.handle);
      release();
    },
  };
}

/** Every failure is a problem for the user, and changes nothing. */
export function createFeedAdder(
  parts: CandidatePorts & Pick<Ports, 'files' | 'reader'>,
  { list, sync, zone, directory }: AdderParts,
): FeedAdder {
  const { clock, environment, files, reader, trialReader, sources, logins } = parts;
  const candidates = createCandidates(parts, list);

  /** Writes a pasted text where its source reads it. False if the disk refuses it. */
  async function saveText({ source }: Feed, text: string): Promise<boolean> {
    if (source.kind !== 'pasted') throw new Error('Only pasted feeds have a text');
    return files.write(pastedPath(environment.userData, source.id), text).then(
      () => true,
      () => false,
    );
  }

  /** Reads a candidate again, among the other feeds, and follows it. */
  async function addCandidate(candidate: Candidate, options: FollowOptions): Promise<Result<Feed>> {
    const { feed, fetched, text, digest, login } = candidate;
    if (digest.seriesCount === 0 && digest.choices.length > 0) return feedsFailure('feed/isList');
    const { location } = sources(feed.source);
    const { format, bytes, charset } = fetched.copy;
    // The trial reader read it within its limits, so it cannot harm the other feeds of the reader.
    const read = await readNew(reader, { format, bytes, charset, location, now: clock.now() });
    if (!read.ok) return read;
    if (login !== null && feed.source.kind === 'web') {
      const kept = await logins.keep(feed.source.url, login, login.keep);
      if (!kept.ok) {
        reader.release(read.value.handle);
        return kept;
      }
    }
    candidates.drop(candidate);
    if (text !== null && !(await saveText(feed, text.text))) {
      reader.release(read.value.handle);
      return feedsFailure('feed/textNotSaved');
    }
    const added: Feed =
      options.replaces === null
        ? { ...feed, color: freeColor(list.all()), followed: options.followed === 'all' ? 'all' : [] }
        : feed;
    const before = options.replaces === null ? null : list.find(options.replaces);
    await sync.addFetched(added, { ...fetched, digest: read.value });
    if (before !== null && sources(before.source).location !== location)
      await sources(before.source).discard();
    return success(added);
  }

  return {
    preview: async (pasted, options = everything) => {
      const found = await candidates.find(pasted, options);
      if (!found.ok) return found;
      candidates.keep(found.value);
      const { replaces } = found.value;
      const reading = sync.readings().find(({ feed }) => feed.id === replaces);
      const present =
        reading === undefined
          ? []
          : await comingMeetings(
              reader,
              { feed: reading.feed, handle: reading.digest.handle },
              clock.now(),
              zone(),
            );
      const lists = { list, sources };
      const choiceOf = (entry: PackEntry): FeedPreview['choices'][number] => ({
        entry,
        isFollowed: isEntryFollowed(lists, entry, environment.platform),
        replaced: replacedBy(lists, entry),
      });
      return success(
        await previewOf({ clock, environment, trialReader }, found.value, {
          zone: zone(),
          present,
          choiceOf,
          directory: () => directory.rows(),
        }),
      );
    },
    add: async (pasted, options = everything) => {
      const found = await candidates.find(pasted, options);
      return found.ok ? addCandidate(found.value, options) : found;
    },
    addSource: async (source, name) => {
      const input = { source, text: null, login: null };
      const known = knownFeed(list, sources, input, null);
      if (known !== null) return known;
      const found = await openCandidate(parts, list.all(), '', input, null);
      if (!found.ok) return found;
      const { feed } = found.value;
      const isNameless = feed.name === sources(source).defaultName;
      return addCandidate(
        { ...found.value, feed: isNameless ? { ...feed, name: name ?? feed.name } : feed },
        everything,
      );
    },
    choices: async (pasted) => {
      const found = await candidates.find(pasted, everything);
      if (!found.ok) return found;
      candidates.keep(found.value);
      return success(found.value.digest.choices);
    },
    text: async ({ source }) => {
      if (source.kind !== 'pasted') return feedsFailure('feed/noText');
      const bytes = await files.read(pastedPath(environment.userData, source.id)).catch(() => null);
      return bytes === null ? feedsFailure('feed/noText') : success(new TextDecoder().decode(bytes));
    },
  };
}
