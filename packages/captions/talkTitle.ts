import type { Speaker } from './transcript.ts';

/** Words of meeting names, which are capitalised like names of people. */
const NOT_A_NAME =
  /\b(?:meeting|hours?|weekly|monthly|update|intro|introduction|deep|dive|session|panel|part|day|track|keynote|discussion|sig|wg|working|group|community|committee|team|project|recap|demo|maintainers?|contributors?|summit|north|europe|america|asia|kubecon)\b/i;
const NAME = /^\p{Lu}[\p{L}\p{M}.'\u2019-]*(?: \p{L}[\p{L}\p{M}.'\u2019-]*){1,4}$/u;

/**
 * Splits a talk's title as conference channels write it: `What it is about - Ann One & Bob Two`. The last ` - `
 * separates it; a title may contain others. If the description names employers, they follow the repeated title: `… -
 * Ann One, Acme & Bob Two, Other`, or `… - Ann One & Bob Two, Acme` for both.
 */
export function readTalkTitle(
  title: string,
  description: string | null,
): { title: string; speakers: Speaker[] } {
  const at = title.lastIndexOf(' - ');
  if (at === -1) return { title, speakers: [] };
  const inTitle = readPeople(title.slice(at + 3));
  if (inTitle.length === 0) return { title, speakers: [] };
  const about = title.slice(0, at).trim();
  const repeated = description
    ?.split('\n')
    .map((line) => line.trim())
    .find((line) => line.startsWith(`${about} - `));
  const inDescription = repeated ? readPeople(repeated.slice(about.length + 3)) : [];
  const affiliations = new Map(inDescription.map(({ name, affiliation }) => [name, affiliation]));
  const speakers = inTitle.map(({ name, affiliation }) => ({
    name,
    affiliation: affiliation ?? affiliations.get(name) ?? null,
  }));
  return { title: about, speakers };
}

/** `Ann One & Bob Two, Acme` → both of Acme. Empty if one of them cannot be a person's name. */
function readPeople(written: string): Speaker[] {
  const people = written.split(/ & | and |; /).map((group) => {
    // Text after a comma is an employer, never another name: the two cannot be distinguished.
    const [name = '', ...employer] = group.split(',').map((part) => part.trim());
    return { name, affiliation: employer.join(', ') || null };
  });
  if (!people.every(({ name }) => NAME.test(name) && !NOT_A_NAME.test(name))) return [];
  let next: string | null = null;
  for (const person of people.toReversed()) {
    next = person.affiliation ?? next;
    person.affiliation = next;
  }
  return people;
}
