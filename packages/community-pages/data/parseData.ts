import Papa from 'papaparse';
import { parse as parseToml } from 'smol-toml';
import { failure, success, type Result } from '#base';
import { parseBoundedYaml } from '../boundedYaml.ts';
import { isTable, isToml } from './dataFormat.ts';

/** The value of a data file in YAML, JSON, TOML or CSV; the text decides. */

/** Real calendars in TOML and tables have a few kilobytes. */
const LARGEST_BYTES = 1024 * 1024;

/** More projects than any foundation has. */
const MOST_ROWS = 2000;

/** Enough to tell the formats apart. */
const HEAD_BYTES = 4096;

const refused = (format: string, detail: string): Result<never> =>
  failure('community/notYaml', `This is not a readable ${format} file`, detail);

function tomlValue(text: string): Result<unknown> {
  try {
    return success(parseToml(text));
  } catch (error) {
    const line = error instanceof Error && 'line' in error ? Number(error.line) : null;
    return refused(
      'TOML',
      line === null
        ? 'It is nested too deeply to be read.'
        : `Line ${String(line)} breaks the rules of TOML, so nothing was taken from it.`,
    );
  }
}

/** Parses the bytes of a data file. Never throws; time and memory are bounded. */
export function parseData(bytes: Uint8Array): Result<unknown> {
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES));
  const isCsv = isTable(head);
  if (!isCsv && !isToml(head)) return parseBoundedYaml(bytes);
  if (bytes.length > LARGEST_BYTES)
    return refused(isCsv ? 'CSV' : 'TOML', 'It is larger than one megabyte, so it was not read.');
  const text = new TextDecoder().decode(bytes);
  if (!isCsv) return tomlValue(text);
  return success(Papa.parse<unknown>(text, { header: true, skipEmptyLines: true, preview: MOST_ROWS }).data);
}
