import { memoize } from '#base';
import type { ContentLine } from './lineCursor.ts';

/** A parsed content line: parameters by name in capitals, without quotes, and the value as written. */
export interface Property {
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
}

const NONE: ReadonlyMap<string, string> = new Map();

/**
 * Parses a line with a value that contains no colon, such as a date, a duration or a number; so a zone name may
 * contain one, quoted or not. Trims the value.
 */
export function datedProperty({ name, text }: ContentLine): Property {
  const colon = colonBefore(text, name.length);
  if (colon <= name.length)
    return { parameters: NONE, value: text.slice(colon < 0 ? name.length + 1 : colon + 1).trim() };
  return {
    parameters: parametersIn(text.slice(name.length + 1, colon)),
    value: text.slice(colon + 1).trim(),
  };
}

/** The last colon, except those within a time such as `2026-11-24T09:00:00Z`. */
function colonBefore(text: string, nameLength: number): number {
  const last = text.lastIndexOf(':');
  if (last <= nameLength || text.length - last > SHORTEST_DATE) return last;
  const dashed = /:\d{4}-\d\d-\d\d[T ]/i.exec(text);
  return dashed?.index ?? last;
}

const SHORTEST_DATE = '20261124'.length;

/** Parses a line without quotes: the value follows the first colon. */
export function plainProperty({ name, text }: ContentLine): Property {
  const colon = text.indexOf(':');
  const value = colon < 0 ? '' : text.slice(colon + 1).trim();
  return colon <= name.length
    ? { parameters: NONE, value }
    : { parameters: parametersIn(text.slice(name.length + 1, colon)), value };
}

/** The value of a line with any text: all after the first colon outside quotes, trimmed. */
export function plainValue({ name, text }: ContentLine): string {
  if (text.charCodeAt(name.length) === 58) return text.slice(name.length + 1).trim();
  let isQuoted = false;
  for (let at = name.length; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) isQuoted = !isQuoted;
    else if (code === 58 && !isQuoted) return text.slice(at + 1).trim();
  }
  return '';
}

/** Parses the parameters between the name and the value of a line, with or without the first semicolon. */
export const parametersIn = memoize((text): ReadonlyMap<string, string> => {
  const parameters = new Map<string, string>();
  // The lookbehind matches a name only at its start, to stay linear.
  for (const [, name, quoted, plain] of text.matchAll(/(?<![^;])([^=;]+)=(?:"([^"]*)"|([^;]*))/g)) {
    parameters.set((name ?? '').trim().toUpperCase(), (quoted ?? plain ?? '').trim());
  }
  return parameters;
});
