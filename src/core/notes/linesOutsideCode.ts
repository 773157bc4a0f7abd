const FENCE = /^\s*(?:>\s*)*(```+|~~~+)/;

/** The lines of a text, one at a time: a reader that ends early does not split the rest. */
export function* linesOf(text: string): Generator<string> {
  let from = 0;
  for (let to = text.indexOf('\n'); to !== -1; to = text.indexOf('\n', from)) {
    yield text.slice(from, to);
    from = to + 1;
  }
  yield text.slice(from);
}

/** The lines of a note that are neither empty nor in fenced code, each with its number from 1. */
export function* linesOutsideCode(
  lines: Iterable<string>,
): Generator<readonly [number: number, line: string]> {
  let fence: string | null = null;
  let number = 0;
  for (const line of lines) {
    number += 1;
    if (line === '') continue;
    const mark = FENCE.exec(line)?.[1];
    if (mark !== undefined && (fence === null || mark.startsWith(fence)))
      fence = fence === null ? mark : null;
    if (fence === null) yield [number, line];
  }
}
