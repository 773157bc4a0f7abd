import type { Terminal } from './command.ts';

/** Marks text where the terminal can show it; leaves it as it is everywhere else. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  accent(text: string): string;
  warn(text: string): string;
}

/** Colour only on a terminal, and never where NO_COLOR is set (no-color.org) or the terminal is a dumb one. */
export function paintFor({ out, env }: Terminal): Paint {
  const isColoured = out.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  const style =
    (code: number, end: number) =>
    (text: string): string =>
      isColoured && text !== '' ? `\u001B[${code}m${text}\u001B[${end}m` : text;
  return { bold: style(1, 22), dim: style(2, 22), accent: style(36, 39), warn: style(33, 39) };
}
