import { z } from 'zod';
import { accountSection } from '../accounts/account.ts';
import { feedSection, migrateFeedSection } from '../feeds/storedFeeds.ts';
import { migrateSettings, settings } from './settings.ts';

/**
 * The configuration file as a whole, `config.json`: what may be in it, and what is wrong with one that a person or
 * another program wrote. The schema is published (`assets/settings.schema.json`) and described in docs/user/settings.md.
 */

/** The sections that the app reads and writes. */
export const configSections = ['settings', 'feeds', 'accounts', 'facts'] as const;
export type ConfigSection = (typeof configSections)[number];

/** The file's text as a document. */
export type ConfigDocument = Readonly<Record<string, unknown>>;

/** Lists of answers, by their kind; each is checked where it is used. */
const factSection = z.looseObject({ version: z.literal(1) });

export const configFile = z.looseObject({
  $schema: z.string().optional(),
  settings: settings.optional(),
  feeds: feedSection.optional(),
  accounts: accountSection.optional(),
  facts: factSection.optional(),
});

/** The JSON Schema of the file, for editors. */
export const configSchema = (): unknown => z.toJSONSchema(configFile, { io: 'input' });

/** A value that cannot be taken. */
export interface Refusal {
  /** `settings.reminders.leads[0].minutes`; a section alone where all of it is unreadable. */
  readonly path: string;
  readonly reason: string;
}

const isRecord = (value: unknown): value is ConfigDocument =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text as a document, or why it is none. */
export function parseConfig(
  text: string,
): { readonly document: ConfigDocument } | { readonly reason: string } {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isRecord(value) ? { document: value } : { reason: 'It is not a JSON object.' };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : 'It is not JSON.' };
  }
}

const placeOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');

type Forgiving = z.ZodCatch | z.ZodDefault | z.ZodOptional;

const mayBeLeftOut = (schema: z.core.$ZodType): schema is Forgiving =>
  schema instanceof z.ZodCatch || schema instanceof z.ZodDefault || schema instanceof z.ZodOptional;

/** Without what lets a bad value fall back to its default. */
function bare(schema: z.core.$ZodType): z.core.$ZodType {
  if (mayBeLeftOut(schema)) return bare(schema.unwrap());
  return schema instanceof z.ZodPipe ? bare(schema.in) : schema;
}

function refused(schema: z.core.$ZodType, value: unknown, path: string): Refusal[] {
  const strict = bare(schema);
  if (strict instanceof z.ZodObject && isRecord(value)) {
    const children: Readonly<Record<string, z.core.$ZodType>> = strict.shape;
    return Object.entries(children).flatMap(([key, child]) =>
      key in value || !mayBeLeftOut(child) ? refused(child, value[key], `${path}.${key}`) : [],
    );
  }
  if (strict instanceof z.ZodArray && strict.element instanceof z.ZodCatch && Array.isArray(value))
    return value.flatMap((one, index) => refused(strict.element, one, `${path}[${index}]`));
  const read = z.safeParse(strict, value);
  return read.success
    ? []
    : read.error.issues.map(({ path: inner, message }) => ({ path: path + placeOf(inner), reason: message }));
}

/** The values of the document that cannot be read. Settings and feeds of earlier versions are migrated first. */
export function refusalsOf(document: ConfigDocument): readonly Refusal[] {
  const { settings: stored, feeds, accounts, facts } = document;
  return [
    ...(stored === undefined ? [] : refused(settings, migrateSettings(stored), 'settings')),
    ...(feeds === undefined ? [] : refused(feedSection, migrateFeedSection(feeds), 'feeds')),
    ...(accounts === undefined ? [] : refused(accountSection, accounts, 'accounts')),
    ...(facts === undefined ? [] : refused(factSection, facts, 'facts')),
  ];
}

const unknownIn = (schema: z.ZodObject, value: unknown, path: string): string[] =>
  isRecord(value) ? Object.keys(value).flatMap((key) => (key in schema.shape ? [] : [`${path}.${key}`])) : [];

/** Names in the settings that this version does not know, by their paths. */
const unknownNames = ({ settings: stored }: ConfigDocument): string[] => {
  const today = migrateSettings(stored);
  const reminders = bare(settings.shape.reminders);
  return [
    ...unknownIn(settings, today, 'settings'),
    ...(isRecord(today) && reminders instanceof z.ZodObject
      ? unknownIn(reminders, today['reminders'], 'settings.reminders')
      : []),
  ];
};

/**
 * What is wrong with an edited document. A name that is new in it and unknown is a mistyped one; those that were in
 * the file before are of another version of the app.
 */
export function refusalsOfEdit(document: ConfigDocument, before: ConfigDocument): readonly Refusal[] {
  const known = new Set(unknownNames(before));
  const mistyped = unknownNames(document).filter((path) => !known.has(path));
  return [
    ...refusalsOf(document),
    ...mistyped.map((path) => ({ path, reason: 'There is no setting of this name.' })),
  ];
}

/** At most so many are named in a message. */
const MOST_NAMED = 3;

/** `settings.clock: Invalid option …; settings.theme: …`. */
export function refusalWords(refusals: readonly Refusal[]): string {
  const named = refusals.slice(0, MOST_NAMED).map(({ path, reason }) => `${path}: ${reason}`);
  const others = refusals.length - named.length;
  return [...named, ...(others > 0 ? [`and ${others} more`] : [])].join('; ');
}
