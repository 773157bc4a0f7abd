import type { NotedAction } from './note.ts';

/** `- Attendees: Ada, Bo`, `**Present:** Ada`, `Leads: Lin` */
const LIST =
  /^[ \t>*+-]{0,40}(?:\*\*|__)?(?:attendees|attending|participants|present|leads|hosts?)(?:\*\*|__)?:(?:\*\*|__)?[ \t]+(\S.*)$/gimu;
const MENTION = /(?<![\p{L}\p{N}@._-])@([\p{L}\p{N}][\p{L}\p{N}._-]{0,62}[\p{L}\p{N}])(?![\p{L}\p{N}(@])/gu;
/** Longer lists contain something other than names (characters). */
const LONGEST_LIST = 2_000;
const LONGEST_NAME = 60;
/** Characters of a note that are looked through. */
const MOST_READ = 200_000;

/** A mark names people by first or whole names, with dots. */
const nameOf = (mark: string): string => mark.replaceAll('.', ' ').trim();

/** The people that a note names: those in its list of attendees, then those after `@`. */
export function peopleIn(body: string): string[] {
  const read = body.slice(0, MOST_READ);
  const listed = [...read.matchAll(LIST)].flatMap(([, names = '']) =>
    names.slice(0, LONGEST_LIST).split(/[,;]/u),
  );
  const named = [...read.matchAll(MENTION)].map(([, mark = '']) => nameOf(mark));
  const plain = listed.map((name) =>
    name
      .replaceAll(/\]\([^()]*\)/gu, ' ')
      .replaceAll(/[*_[\]()<>@`]/gu, ' ')
      .replaceAll(/\s+/gu, ' ')
      .trim(),
  );
  return distinct([...plain, ...named].filter((name) => /\p{L}/u.test(name) && name.length <= LONGEST_NAME));
}

/** Who has action items in the notes of a series. */
export const ownersIn = (actions: readonly NotedAction[], series: string): string[] =>
  distinct(
    actions.flatMap(({ owner, series: own }) => (own === series && owner !== null ? nameOf(owner) : [])),
  );

/** Each name once, in whatever case. */
export function distinct(names: readonly string[]): string[] {
  const known = new Map<string, string>();
  for (const name of names) if (!known.has(name.toLowerCase())) known.set(name.toLowerCase(), name);
  return [...known.values()];
}
