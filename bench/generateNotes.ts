/** A note as the search index takes it. */
export interface GeneratedNote {
  readonly path: string;
  readonly title: string;
  readonly text: string;
}

const ROOTS =
  'release cluster node network policy gateway storage volume agenda decision review proposal feature backport kubernetes kops etcd operator controller scheduler webhook certificate upgrade migration test flake owner maintainer contributor meeting minutes recording question answer deadline milestone branch patch security audit report metric dashboard alert docs website translation mentoring onboarding survey election charter'.split(
    ' ',
  );
const ENDINGS = ['', 's', 'ed', 'ing', 'er', 'ers', 'able', 'less', 'ness', 'ment'];

/** A generator of numbers in [0, 1) that always gives the same row (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Words as language has them: few are frequent, thousands are rare (Zipf). */
function vocabulary(size: number): string[] {
  const words: string[] = [];
  for (let index = 0; words.length < size; index += 1) {
    const root = ROOTS[index % ROOTS.length] ?? '';
    const ending = ENDINGS[Math.floor(index / ROOTS.length) % ENDINGS.length] ?? '';
    const round = Math.floor(index / (ROOTS.length * ENDINGS.length));
    words.push(round === 0 ? root + ending : `${root}${ending}${round.toString(36)}`);
  }
  return words;
}

/** Notes of meetings, about `bytes` long each; the same for the same arguments. */
export function generateNotes(count: number, bytes: number): GeneratedNote[] {
  const random = numbers(count);
  const words = vocabulary(30_000);
  const word = (): string => words[Math.floor(words.length ** random()) - 1] ?? 'a';
  return Array.from({ length: count }, (_, index) => {
    const lines: string[] = [];
    for (let length = 0; length < bytes; length += (lines.at(-1)?.length ?? 0) + 1)
      lines.push(`- ${Array.from({ length: 12 }, word).join(' ')}`);
    return { path: `note ${index}.md`, title: `${word()} ${word()} ${index}`, text: lines.join('\n') };
  });
}
