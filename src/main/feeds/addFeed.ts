import { feedsFailure } from '#core/feeds/problems.ts';
import type { Feed } from '#core/feeds/feed.ts';
import { MINUTE, type Result, success, type ZoneName } from '#base';
import type { FeedPreview } from '#core/feeds/feedPreview.ts';
import type { FollowOptions } from '#core/feeds/followOptions.ts';
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
import type { FeedSync } from './feedSync.ts';
import { freeColor } from './newFeed.ts';
import { pastedPath } from './sources/pastedSource.ts';

/** Previews and follows what a person pasted: an address, a path or a text. */
export interface FeedAdder {
  preview(pasted: string, options?: FollowOptions): Promise<Result<FeedPreview>>;
  add(pasted: string, options?: FollowOptions): Promise<Result<Feed>>;
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
      sources(candidate.feed.source).location === sources(source).location &&
      (text === null || candidate.pasted === pasted) &&
      age >= 0 &&
      age < PREVIEW_LIFE_MS
    );
  };

  return {
    find: async (pasted: string, { replaces }: FollowOptions): Promise<Result<Candidate>> => {
      const replaced = replaces === null ? null : list.find(replaces);
      if (replaces !== null && replaced === null) return feedsFailure('feed/unknown');
      if (replaced?.source.kind === 'builtIn') return feedsFailure('feed/builtIn');
      const input = recogniseInput(pasted, replaced, environment.platform);
      if (!input.ok) return input;
      const known = knownFeed(list, sources, input.value, replaced);
      if (known !== null) return known;
      if (previewed?.replaces === replaces && isPreviewed(previewed, pasted, input.value))
        return success(previewed);
      return openCandidate(ports, list.all(), pasted, input.value, replaced);
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
  ports: CandidatePorts & Pick<Ports, 'files' | 'reader'>,
  { list, sync, zone }: AdderParts,
): FeedAdder {
  const { clock, environment, files, reader, trialReader, sources } = ports;
  const candidates = createCandidates(ports, list);

  /** Writes a pasted text where its source reads it. False if the disk refuses it. */
  async function saveText({ source }: Feed, text: string): Promise<boolean> {
    if (source.kind !== 'pasted') throw new Error('Only pasted feeds have a text');
    return files.write(pastedPath(environment.userData, source.id), text).then(
      () => true,
      () => false,
    );
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
      return success(
        await previewOf({ clock, environment, trialReader }, found.value, { zone: zone(), present }),
      );
    },
    add: async (pasted, options = everything) => {
      const found = await candidates.find(pasted, options);
      if (!found.ok) return found;
      const { feed, fetched, text } = found.value;
      const { location } = sources(feed.source);
      const { format, bytes, charset } = fetched.copy;
      // The trial reader read it within its limits, so it cannot harm the other feeds of the reader.
      const read = await readNew(reader, { format, bytes, charset, location, now: clock.now() });
      if (!read.ok) return read;
      candidates.drop(found.value);
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
    },
    text: async ({ source }) => {
      if (source.kind !== 'pasted') return feedsFailure('feed/noText');
      const bytes = await files.read(pastedPath(environment.userData, source.id)).catch(() => null);
      return bytes === null ? feedsFailure('feed/noText') : success(new TextDecoder().decode(bytes));
    },
  };
}
