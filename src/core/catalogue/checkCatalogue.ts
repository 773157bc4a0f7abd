import { z } from 'zod';
import { doubtText } from '../agenda/doubtText.ts';
import { datedCountOf, directoryEntry } from '../directory/directoryEntry.ts';
import { catalogueFile, type CatalogueFile } from './catalogueFile.ts';
import { readCatalogue } from './readCatalogue.ts';

/** Checks a community file for its author: each mistake in plain words, with its place in the file. */

export interface Mistake {
  /** `communities[0].meetings[2].time`, or `the file`. */
  readonly place: string;
  readonly words: string;
}

export interface CatalogueCheck {
  readonly name: string | null;
  /** How many meetings have dates. */
  readonly dated: number;
  readonly mistakes: readonly Mistake[];
  /** What readers will be asked, by meeting. */
  readonly questions: readonly { readonly title: string; readonly words: readonly string[] }[];
}

type Issue = z.core.$ZodIssue;

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in [ ]',
  object: 'fields in { }',
};

const nothing = { name: null, dated: 0, questions: [] };

/** What the formats of the schema look like. */
const FORMATS: Readonly<Record<string, string>> = {
  date: 'must be a date such as 2026-11-24',
  url: 'must be an address that begins with https://',
};

const PATTERNS: readonly (readonly [field: RegExp, words: string])[] = [
  [/time$/, 'must be a time such as 09:00, in 24 hours'],
  [/(?:^|\.)uid$/, 'must have only lower-case letters, digits, hyphens and slashes'],
  [/(?:^|\.)id$/, 'must have only lower-case letters, digits and hyphens'],
  [/rule$/, 'must be an RRULE that begins with FREQ='],
];

const formatWords = (format: string, place: string): string =>
  FORMATS[format] ??
  PATTERNS.find(([field]) => field.test(place))?.[1] ??
  'is not written as this field needs it';

const oneOf = (values: readonly string[]): string => `must be ${values.join(' or ')}`;

function wordsOf(issue: Issue, place: string): string {
  const { code } = issue;
  if (code === 'unrecognized_keys')
    return `has no field ${issue.keys.map((key) => `“${key}”`).join(', ')}; look for a typing mistake`;
  if (code === 'invalid_type')
    return issue.message.endsWith('undefined')
      ? 'is missing'
      : `must be ${TYPES[issue.expected] ?? issue.expected}`;
  if (code === 'invalid_value')
    return oneOf(issue.values.map((one) => (typeof one === 'string' ? `“${one}”` : String(one))));
  // The schema names the forms of a date in its message only.
  if (code === 'invalid_union')
    return oneOf([...issue.message.matchAll(/'(\w+)'/g)].map(([, name]) => `“${name}”`));
  if (code === 'invalid_format') return formatWords(issue.format, place);
  if (code === 'too_small')
    return issue.origin === 'string' ? 'must not be empty' : `must be at least ${String(issue.minimum)}`;
  return code === 'too_big' ? `must be at most ${String(issue.maximum)}` : issue.message;
}

/** The place of what is wrong with the file as a whole. */
const WHOLE = 'the file';

const mistakesOf = (error: z.ZodError): Mistake[] =>
  error.issues.map((issue) => {
    const place = z.core.toDotPath(issue.path);
    return { place: place || WHOLE, words: wordsOf(issue, place) };
  });

/** A file of the directory has sources, and no groups. */
const directoryLike = z.looseObject({ about: z.string(), sources: z.array(z.unknown()) });

/** Checks a community of the directory, whose fields are others. */
function checkDirectoryEntry(json: unknown): CatalogueCheck {
  const read = directoryEntry.safeParse(json);
  if (!read.success) return { ...nothing, mistakes: mistakesOf(read.error) };
  const { name, meetings } = read.data;
  const asked = meetings.flatMap(({ title, question }) =>
    question === null ? [] : [{ title, words: [question] }],
  );
  return { name, dated: datedCountOf(read.data), mistakes: [], questions: asked };
}

/** Identifiers that are written twice. */
function twice(places: readonly (readonly [place: string, id: string])[]): Mistake[] {
  const first = new Map<string, string>();
  return places.flatMap(([place, id]) => {
    const earlier = first.get(id);
    first.set(id, earlier ?? place);
    return earlier === undefined ? [] : [{ place, words: `“${id}” is also at ${earlier}` }];
  });
}

const duplicatesOf = ({ communities }: CatalogueFile): Mistake[] => [
  ...twice(communities.map(({ id }, at) => [`communities[${at}].id`, id] as const)),
  ...twice(
    communities.flatMap(({ meetings }, at) =>
      meetings.map(({ uid }, index) => [`communities[${at}].meetings[${index}].uid`, uid] as const),
    ),
  ),
];

/** Dates that are given in part: none of them counts then. */
const incompleteOf = ({ communities }: CatalogueFile): Mistake[] =>
  communities.flatMap(({ meetings }, at) =>
    meetings.flatMap(({ when, time, zone }, index) => {
      const missing = [when === null && 'when', time === null && 'time', zone === null && 'zone'].filter(
        (field) => field !== false,
      );
      return missing.length === 0 || missing.length === 3
        ? []
        : [
            {
              place: `communities[${at}].meetings[${index}]`,
              words: `has no ${missing.join(' and no ')}, so it has no dates`,
            },
          ];
    }),
  );

/** Checks the bytes of a community file, such as `.well-known/office-hours.json`. Never throws. */
export function checkCatalogue(bytes: Uint8Array): CatalogueCheck {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    return { ...nothing, mistakes: [{ place: WHOLE, words: `is not JSON: ${reason}` }] };
  }
  const likeDirectory = directoryLike.safeParse(json);
  if (likeDirectory.success && !('communities' in likeDirectory.data)) return checkDirectoryEntry(json);
  const read = catalogueFile.safeParse(json);
  if (!read.success) return { ...nothing, mistakes: mistakesOf(read.error) };
  const { series, communities, problems } = readCatalogue(bytes);
  return {
    name: read.data.name,
    dated: series.length,
    mistakes: [
      ...duplicatesOf(read.data),
      ...incompleteOf(read.data),
      ...problems.map(({ title, detail }) => ({ place: '', words: `${title}: ${detail}` })),
    ],
    questions: communities
      .flatMap(({ meetings }) => meetings)
      .filter(({ questions }) => questions.length > 0)
      .map(({ title, questions }) => ({ title, words: questions.map(doubtText) })),
  };
}
