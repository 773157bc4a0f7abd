import { join } from 'node:path';
import { BUILT_IN_TEMPLATES, type BuiltInTemplate } from '#core/notes/templates.ts';
import type { Files } from '../ports/files.ts';

/** The user's own templates: Markdown files in this folder beside the notes. */
const FOLDER = 'Templates';

const isBuiltIn = (name: string): name is BuiltInTemplate => Object.hasOwn(BUILT_IN_TEMPLATES, name);

/** The names of all templates, the user's own first. An own template replaces a built-in one of the same name. */
export async function templateNames(files: Files, folder: string): Promise<string[]> {
  const found = await files.list(join(folder, FOLDER)).catch(() => []);
  const own = found.flatMap(({ path }) => {
    const name = /([^/\\]+)\.md$/i.exec(path)?.[1];
    return name === undefined ? [] : [name];
  });
  return [...new Set([...own.sort(), ...Object.keys(BUILT_IN_TEMPLATES)])];
}

/** The text of a template; null if there is none of that name. */
export async function templateText(files: Files, folder: string, name: string): Promise<string | null> {
  const isFileName = !/[/\\:\p{Cc}]/u.test(name) && !name.startsWith('.');
  const bytes = isFileName ? await files.read(join(folder, FOLDER, `${name}.md`)).catch(() => null) : null;
  if (bytes !== null) return new TextDecoder().decode(bytes);
  return isBuiltIn(name) ? BUILT_IN_TEMPLATES[name] : null;
}
