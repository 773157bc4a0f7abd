import { LineCounter, parseDocument } from 'yaml';
import { failure, type Result, success } from '#base';

/** A sigs.yaml has a few hundred kilobytes; a much larger file is something else, or an attack. */
const LARGEST_BYTES = 4 * 1024 * 1024;
/** The limit for expanded aliases; a nested alias counts with its expanded size. */
const MOST_ALIASES = 100;

const refused = (detail: string): Result<never> =>
  failure('community/notYaml', 'This is not a readable YAML file', detail);

/** Parses YAML bytes into plain data. Never throws; time and memory are bounded. */
export function parseBoundedYaml(bytes: Uint8Array): Result<unknown> {
  if (bytes.length > LARGEST_BYTES) return refused('It is larger than four megabytes, so it was not read.');
  if (bytes.includes(0)) return refused('It holds binary data.');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused('It is not UTF-8 text.');
  }
  if (text.trim() === '') return refused('It is empty.');
  if (/^\s*<(?:!doctype|html|head|body|\?xml)/i.test(text))
    return refused('It is a web page. Use the address of the raw file.');
  return parseText(text);
}

function parseText(text: string): Result<unknown> {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
    const [error] = document.errors;
    if (error !== undefined) {
      const { line } = lines.linePos(error.pos[0]);
      return refused(`Line ${String(line)} breaks the rules of YAML, so nothing was taken from it.`);
    }
    return success(document.toJS({ maxAliasCount: MOST_ALIASES }) as unknown);
  } catch (error) {
    // The library throws for aliases that grow too large, and for depths that no real file has.
    const isAlias = error instanceof ReferenceError;
    return refused(
      isAlias
        ? 'It repeats parts of itself too often, so it was not read.'
        : 'It is nested too deeply to be read.',
    );
  }
}
