import { join } from 'node:path';
import { BUILT_IN_TEMPLATES, type BuiltInTemplate } from '#core/notes/templates.ts';
import type { Files } from '../ports/files.ts';

/** The user's own templates: Markdown files in this folder beside the notes. */
const SHELF = 'Templates';

/** A template by its path in the folder of notes: it is no note and stands in no list. */
export const isTemplate = (path: string): boolean => path.toLowerCase().startsWith(`${SHELF.toLowerCase()}/`);

const isBuiltIn = (name: string): name is BuiltInTemplate => Object.hasOwn(BUILT_IN_TEMPLATES, name);

/** The names of all templates: the user's own first. An own one takes the place of a built-in one of its name. */
export async function templateNames(files: Files, folder: string): Promise<string[]> {
  const found = await files.list(join(folder, SHELF)).catch(() => []);
  const own = found.flatMap(({ path }) => {
    const name = /([^/\\]+)\.md$/i.exec(path)?.[1];
    return name === undefined ? [] : [name];
  });
  return [...new Set([...own.sort(), ...Object.keys(BUILT_IN_TEMPLATES)])];
}

/** The text of a template; null where there is none of that name any more. */
export async function templateText(files: Files, folder: string, name: string): Promise<string | null> {
  const isFileName = !/[/\\:\p{Cc}]/u.test(name) && !name.startsWith('.');
  const bytes = isFileName ? await files.read(join(folder, SHELF, `${name}.md`)).catch(() => null) : null;
  if (bytes !== null) return new TextDecoder().decode(bytes);
  return isBuiltIn(name) ? BUILT_IN_TEMPLATES[name] : null;
}
