const FENCE = /^\s*(?:>\s*)*(```+|~~~+)/;

/** The lines of a note that are not in fenced code, each with its number from 1. */
export function* linesOutsideCode(
  lines: readonly string[],
): Generator<readonly [number: number, line: string]> {
  let fence: string | null = null;
  for (const [index, line] of lines.entries()) {
    const mark = FENCE.exec(line)?.[1];
    if (mark !== undefined && (fence === null || mark.startsWith(fence)))
      fence = fence === null ? mark : null;
    if (fence === null) yield [index + 1, line];
  }
}
