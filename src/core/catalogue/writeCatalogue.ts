import { readSigs } from '#community-pages/readers';
import { success, type Result } from '#base';
import type { CatalogueSource, KeptFile } from './catalogueFile.ts';
import { sigsCommunities } from './sigsCommunities.ts';

const isNothing = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

const REQUIRED: ReadonlySet<string> = new Set(['conduct', 'communities', 'anchor', 'nth', 'date', 'detail']);

/** Omits optional fields that are empty. Doubts have no optional fields. */
function terse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(terse);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => REQUIRED.has(key) || !isNothing(inner))
      .map(([key, inner]) => [key, key === 'doubts' ? inner : terse(inner)]),
  );
}

/** One line for each community's facts and each meeting, for readable diffs. */
function text(value: unknown, depth = 0): string {
  const flat = JSON.stringify(value);
  if (depth > 4 || flat.length + 2 * depth < 100 || typeof value !== 'object' || value === null) return flat;
  const inner = '  '.repeat(depth + 1);
  const end = '  '.repeat(depth);
  if (Array.isArray(value))
    return `[\n${value.map((one) => inner + text(one, depth + 1)).join(',\n')}\n${end}]`;
  const fields = Object.entries(value).map(
    ([key, one]) => `${inner}${JSON.stringify(key)}: ${text(one, depth + 1)}`,
  );
  return `{\n${fields.join(',\n')}\n${end}}`;
}

/**
 * The text of a catalogue, from a sigs.yaml and the part that is written by hand. The same input gives the same
 * text.
 * @param source address and date of the sigs.yaml
 */
export function writeCatalogue(kept: KeptFile, sigs: Uint8Array, source: CatalogueSource): Result<string> {
  const read = readSigs(sigs);
  const [problem] = read.problems;
  if (problem !== undefined) return { ok: false, problem };
  const communities = sigsCommunities(read, kept.live, { withWords: false });
  const { format, id, name, live, suggested, conduct, additions } = kept;
  const file = { format, id, name, source, live, suggested, conduct, communities, additions };
  return success(`${text(terse(file))}\n`);
}
