/** A person and the `@name` by which a note names them. */
export interface PersonMark {
  readonly name: string;
  /** Letters, digits, dots, hyphens and underscores after `@`, as `actionItemsIn` reads it. */
  readonly mark: string;
}

/** The name without what cannot be part of a mark: `Ada Lovelace (she/her)` is `Ada.Lovelace`. */
function markOf(words: readonly string[]): string {
  return words
    .map((word) => word.replaceAll(/[^\p{L}\p{M}\p{N}._-]/gu, '').replaceAll(/^[._-]+|[._-]+$/g, ''))
    .filter((word) => word !== '')
    .join('.');
}

/** People by their first names; those who share one by their whole names. Each name once, in the given order. */
export function personMarks(names: readonly string[]): PersonMark[] {
  const people = [...new Set(names.map((name) => name.trim()))].flatMap((name) => {
    const bare = name.replaceAll(/\([^)]*\)/g, '').trim();
    // Of an address, what is before its `@`.
    const words = bare.includes('@') ? [bare.slice(0, bare.indexOf('@'))] : bare.split(/\s+/);
    const [first, whole] = [markOf(words.slice(0, 1)), markOf(words)];
    return first === '' ? [] : [{ name, first, whole }];
  });
  const count = new Map<string, number>();
  for (const { first } of people) count.set(first.toLowerCase(), (count.get(first.toLowerCase()) ?? 0) + 1);
  return people.map(({ name, first, whole }) => ({
    name,
    mark: `@${count.get(first.toLowerCase()) === 1 ? first : whole}`,
  }));
}
