import { detachString } from './detachString.ts';

/** How many answers are kept before they are all let go. */
const MOST = 2000;
/** Longer texts hardly come again. */
const LONGEST = 10_000;

/** A pure function of a text, whose latest answers are kept: pages and files say the same things again and again. */
export function memoize<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (text.length > LONGEST) return read(text);
    const own = detachString(text);
    const answer = read(own);
    if (known.size >= MOST) known.clear();
    known.set(own, answer);
    return answer;
  };
}
