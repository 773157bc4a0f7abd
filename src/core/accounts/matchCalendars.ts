/** A calendar by its address and its name. */
interface Named {
  readonly url: string;
  readonly name: string;
}

type Key = (calendar: Named) => string;

const pathOf: Key = ({ url }) => URL.parse(url)?.pathname ?? '';
const endOf: Key = (calendar) =>
  pathOf(calendar)
    .split('/')
    .findLast((part) => part !== '') ?? '';
const nameOf: Key = ({ name }) => name.trim().toLowerCase();

/** The surest first. */
const KEYS: readonly Key[] = [
  pathOf,
  (calendar) => JSON.stringify([endOf(calendar), nameOf(calendar)]),
  endOf,
  nameOf,
];

/** Those that are the only ones with their key. */
function onlyOnes<T extends Named>(calendars: readonly T[], key: Key): ReadonlyMap<string, T> {
  const groups = Map.groupBy(calendars, key);
  return new Map(
    [...groups].flatMap(([value, [one, ...others]]) =>
      one !== undefined && value !== '' && others.length === 0 ? [[value, one] as const] : [],
    ),
  );
}

/**
 * Finds calendars again after their server has moved: by their path, by its end together with their name, by its end, or by
 * their name. A key that several of them have tells nothing, so what is left of it stays without a match.
 * @returns of each that was found its id, and the calendar there
 */
export function matchCalendars<T extends Named>(
  known: readonly (Named & { readonly id: string })[],
  found: readonly T[],
): ReadonlyMap<string, T> {
  const matches = new Map<string, T>();
  for (const key of KEYS) {
    const taken = new Set<Named>(matches.values());
    const there = onlyOnes(
      found.filter((one) => !taken.has(one)),
      key,
    );
    const left = known.filter(({ id }) => !matches.has(id));
    for (const [value, { id }] of onlyOnes(left, key)) {
      const match = there.get(value);
      if (match !== undefined) matches.set(id, match);
    }
  }
  return matches;
}
