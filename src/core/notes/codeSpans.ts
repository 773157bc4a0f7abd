/**
 * The line with blanks in place of its code spans (CommonMark 6.1), so that offsets stay: a run of backticks opens a
 * span that the next run of the same length closes.
 */
export function withoutCodeSpans(line: string): string {
  if (!line.includes('`')) return line;
  const runs = [...line.matchAll(/`+/g)].map((run) => ({ at: run.index, length: run[0].length }));
  /** For each run the next one of its length; none for the last. */
  const next = new Map<number, number>();
  const latest = new Map<number, number>();
  for (const [index, { length }] of runs.entries()) {
    const before = latest.get(length);
    if (before !== undefined) next.set(before, index);
    latest.set(length, index);
  }
  let plain = '';
  let from = 0;
  for (let index = 0; index < runs.length; index += 1) {
    const [open, close] = [runs[index], runs[next.get(index) ?? -1]];
    if (open === undefined || close === undefined) continue;
    const end = close.at + close.length;
    plain += line.slice(from, open.at) + ' '.repeat(end - open.at);
    from = end;
    index = next.get(index) ?? index;
  }
  return plain + line.slice(from);
}
