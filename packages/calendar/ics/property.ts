import { memoize } from '#base';
import type { ContentLine } from './lineCursor.ts';

/** A content line taken apart: parameters by name in capitals, without quotes, and the value as written. */
export interface Property {
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
}

const NONE: ReadonlyMap<string, string> = new Map();

/**
 * Takes apart a line whose value holds no colon, as those of dates, durations and numbers do; so a zone name may hold
 * one, quoted or not. Blanks around the value are dropped.
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

/** The last colon, but for those within a time such as `2026-11-24T09:00:00Z`. */
function colonBefore(text: string, nameLength: number): number {
  const last = text.lastIndexOf(':');
  if (last <= nameLength || text.length - last > SHORTEST_DATE) return last;
  const dashed = /:\d{4}-\d\d-\d\d[T ]/i.exec(text);
  return dashed?.index ?? last;
}

const SHORTEST_DATE = '20261124'.length;

/** Takes apart a line without quotes: its value is all behind the first colon. */
export function plainProperty({ name, text }: ContentLine): Property {
  const colon = text.indexOf(':');
  const value = colon < 0 ? '' : text.slice(colon + 1).trim();
  return colon <= name.length
    ? { parameters: NONE, value }
    : { parameters: parametersIn(text.slice(name.length + 1, colon)), value };
}

/** The value of a line with any text in it: all behind the first colon that no quotes enclose. Blanks around are dropped. */
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

/** The parameters of a line as they are written before its value, with or without the first semicolon. */
export const parametersIn = memoize((text): ReadonlyMap<string, string> => {
  const parameters = new Map<string, string>();
  // A name is looked for where one may begin, and nowhere within it.
  for (const [, name, quoted, plain] of text.matchAll(/(?<![^;])([^=;]+)=(?:"([^"]*)"|([^;]*))/g)) {
    parameters.set((name ?? '').trim().toUpperCase(), (quoted ?? plain ?? '').trim());
  }
  return parameters;
});
