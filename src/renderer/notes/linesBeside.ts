/** A line of the other text, with its line end, and whether the user's own text has it, too. */
export interface LineBeside {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly isOwn: boolean;
}

/** The other text line by line. A line counts as the same if the user's own text has it as often, at any position. */
export function linesBeside(other: string, own: string): LineBeside[] {
  const left = new Map<string, number>();
  for (const line of own.split('\n')) left.set(line, (left.get(line) ?? 0) + 1);
  return other.split('\n').map((text, index) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return { line: index + 1, text: `${text}\n`, isOwn: count > 0 || text.trim() === '' };
  });
}
