import type { Cue } from './transcript.ts';

/**
 * `Karen Chu: hello`, as in Zoom; a preceding `>>` marks a change of speaker in captions for the deaf. A name is
 * short and has no colon.
 */
const NAMED = /^(?:>{1,3} *)?(?<name>[^:<>]{1,60}): (?<said>\S.*)$/u;
const LONGEST_NAME_WORDS = 7;
/** Above this share of cues with a name, the file names its speakers; below it, a colon is punctuation. */
const NAMED_SHARE = 0.5;

/**
 * Extracts speakers from texts that begin with `Name: `, if the whole file is written this way. A name that occurs
 * once must look like a name, so that “so the plan is: we ship” stays text.
 */
export function nameSpeakers(cues: readonly Cue[]): Cue[] {
  if (cues.some((cue) => cue.speaker !== null)) return [...cues];
  const split = cues.map((cue) => ({ cue, ...splitName(cue.text) }));
  const times = new Map<string, number>();
  for (const { name } of split) if (name !== null) times.set(name, (times.get(name) ?? 0) + 1);
  const isSpeaker = (name: string): boolean => (times.get(name) ?? 0) > 1 || /^[\p{Lu}\p{Lo}\d]/u.test(name);
  const named = split.filter(({ name }) => name !== null && isSpeaker(name));
  if (named.length === 0 || named.length < cues.length * NAMED_SHARE) return [...cues];
  return split.map(({ cue, name, said }) => {
    if (name === null || !isSpeaker(name)) return cue;
    return { start: cue.start, end: cue.end, speaker: name, text: said };
  });
}

function splitName(text: string): { name: string | null; said: string } {
  const { name, said } = NAMED.exec(text)?.groups ?? {};
  if (name === undefined || said === undefined) return { name: null, said: text };
  const isTooLong = name.trim().split(' ').length > LONGEST_NAME_WORDS;
  return isTooLong || name.trim() === '' ? { name: null, said: text } : { name: name.trim(), said };
}
